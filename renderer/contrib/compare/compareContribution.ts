import type { FileNode } from '../../../shared/rpc/views.ts';
import { parseAddress } from '../../platform/address.ts';
import { actCommands } from '../../platform/actCommand.ts';
import type { Contribution } from '../../platform/contribution.ts';
import { lazyView } from '../../platform/lazyView.tsx';
import { pathArg } from '../../platform/pathArg.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { comparableFiles, isKeyed } from './comparableFiles.ts';
import { compareAddress, readCompareAddress, shortName } from './compareAddress.ts';
import { readDiffAddress } from './diff/diffAddress.ts';
import { diffCommands, openDiff } from './diff/diffCommands.ts';
import { diffTitle } from './diff/versionTitle.ts';
import { pickFile } from './pickFile.ts';
import { followKeptVersion, versionCommands } from './versions/versionCommands.ts';
import { watchDamage } from './versions/watchDamage.ts';

const category = 'Compare';
const selectedKey = 'compareSelected';
const billed = 'fileKind == ledger || fileKind == scenario || fileKind == usage';

/** What changed between two texts, ledgers, files of rows or bills. */
export const compareContribution: Contribution = {
  id: 'compare',
  views: [
    {
      id: 'timeline',
      title: 'Timeline',
      container: 'explorer',
      order: 10,
      folds: true,
      component: lazyView(() => import('./versions/TimelineView.tsx').then((module) => module.TimelineView)),
    },
  ],
  editors: [
    {
      scheme: 'compare',
      icon: 'diff',
      title: titleOf,
      load: () => import('./CompareEditor.tsx').then((module) => module.CompareEditor),
    },
    {
      scheme: 'diff',
      icon: 'diff',
      title: titleOfDiff,
      document: editedIn,
      load: () => import('./diff/DiffEditor.tsx').then((module) => module.DiffEditor),
    },
  ],
  commands: [
    {
      id: 'compare.open',
      category,
      title: 'Compare Two Ledgers or Bills…',
      icon: 'diff',
      when: 'workspaceOpen',
      menu: { menu: 'run', group: '3_compare' },
      run: (workbench) => compareTwo(workbench, inFront(workbench)),
    },
    {
      id: 'compare.with',
      category,
      title: 'Compare Bills With…',
      when: 'workspaceOpen',
      menu: { menu: 'explorer/context', when: billed, group: '4_compare', order: 3 },
      run: (workbench, args) => compareTwo(workbench, pathArg(args) ?? inFront(workbench)),
    },
    {
      id: 'compare.select',
      category,
      title: 'Select for Compare',
      palette: false,
      menu: { menu: 'explorer/context', when: 'fileKind != folder', group: '4_compare', order: 1 },
      run: select,
    },
    {
      id: 'compare.withSelected',
      category,
      title: 'Compare with Selected',
      palette: false,
      menu: { menu: 'explorer/context', when: `${selectedKey} && fileKind != folder`, group: '4_compare', order: 2 },
      run: compareWithSelected,
    },
    ...diffCommands,
    ...versionCommands,
    ...actCommands('Compare', {
      'compare.again': 'Compare Again',
      'compare.swap': 'Change Sides',
      'diff.overwrite': 'Overwrite What Is on Disk',
    }),
  ],
  start(workbench) {
    forgetWithFolder(workbench);
    followKeptVersion(workbench);
    watchDamage(workbench);
  },
};

function titleOf(path: string): string {
  const compared = readCompareAddress(path);
  return compared ? `${shortName(compared.first)} ↔ ${shortName(compared.second)}` : 'Compare';
}

function titleOfDiff(path: string): string {
  const diffed = readDiffAddress(path);
  return diffed ? diffTitle(diffed) : 'Compare';
}

/** The document that a comparison of texts edits: the right one, unless it is a version that was kept. */
function editedIn(path: string): string | null {
  const right = readDiffAddress(path)?.right;
  return right?.at === 'now' ? right.path : null;
}

/** The file that the editor in front shows or edits. */
function inFront({ editors, context }: Workbench): string | null {
  const edited = context.get('documentPath');
  if (typeof edited === 'string') return edited;
  const { scheme, path } = parseAddress(editors.active() ?? 'none:');
  return ['ledger', 'bill'].includes(scheme) ? path : null;
}

/** Asks for whatever is not known of the two, and compares. */
async function compareTwo(workbench: Workbench, known: string | null): Promise<void> {
  const files = comparableFiles(workbench.workspace.store.getState()?.files ?? []);
  if (files.length < 2) {
    return workbench.notifications.show(
      'info',
      'The folder holds no two ledgers, files of rows or scenarios to compare.',
    );
  }
  const isThere = files.some(({ path }) => path === known);
  const first = isThere ? known : await pick(workbench, 'Compare (1/2)', 'What to compare', null);
  if (first === null) return;
  const step = isThere ? 'Compare' : 'Compare (2/2)';
  const second = await pick(workbench, step, `What to compare ${shortName(first)} with`, first);
  if (second !== null) open(workbench, first, second);
}

function pick(workbench: Workbench, title: string, placeholder: string, but: string | null) {
  const fits = ({ path }: FileNode): boolean => isKeyed(path) && path !== but;
  return pickFile(workbench, { title, placeholder, like: but ?? 'a.scenario.json', fits });
}

function select({ context, notifications }: Workbench, args: unknown): void {
  const path = pathArg(args);
  if (path === null) return;
  context.set(selectedKey, path);
  notifications.announce(`${path} is selected for compare.`);
}

function compareWithSelected(workbench: Workbench, args: unknown): void {
  const first = workbench.context.get(selectedKey);
  const second = pathArg(args);
  if (typeof first === 'string' && second !== null) openDiff(workbench, { left: first, right: second });
}

function open({ editors }: Workbench, first: string, second: string): void {
  editors.open(compareAddress({ first, second }), { focus: true, pinned: true });
}

/** What was selected lies in the folder that is left. */
function forgetWithFolder({ workspace, context }: Workbench): void {
  let folder = workspace.store.getState()?.folder;
  workspace.store.subscribe((view) => {
    if (view?.folder === folder) return;
    folder = view?.folder;
    context.set(selectedKey, null);
  });
}
