import { fileIcon } from '../../base/fileIcon.ts';
import { parseAddress } from '../../platform/address.ts';
import type { Contribution } from '../../platform/contribution.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { comparableFiles } from './comparableFiles.ts';
import { compareAddress, readCompareAddress, shortName } from './compareAddress.ts';

const category = 'Compare';
const selectedKey = 'compareSelected';
const comparable = 'fileKind == ledger || fileKind == scenario || fileKind == file || fileKind == usage';

/** What changed between two ledgers, files of rows or bills. */
export const compareContribution: Contribution = {
  id: 'compare',
  editors: [
    {
      scheme: 'compare',
      icon: 'diff',
      title: titleOf,
      load: () => import('./CompareEditor.tsx').then((module) => module.CompareEditor),
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
      title: 'Compare With…',
      palette: false,
      menu: { menu: 'explorer/context', when: comparable, group: '4_compare', order: 1 },
      run: (workbench, args) => compareTwo(workbench, pathOf(args)),
    },
    {
      id: 'compare.select',
      category,
      title: 'Select for Compare',
      palette: false,
      menu: { menu: 'explorer/context', when: comparable, group: '4_compare', order: 2 },
      run: select,
    },
    {
      id: 'compare.withSelected',
      category,
      title: 'Compare with Selected',
      palette: false,
      menu: { menu: 'explorer/context', when: `${selectedKey} && (${comparable})`, group: '4_compare', order: 3 },
      run: compareWithSelected,
    },
  ],
  start: forgetWithFolder,
};

function titleOf(path: string): string {
  const compared = readCompareAddress(path);
  return compared ? `${shortName(compared.first)} ↔ ${shortName(compared.second)}` : 'Compare';
}

function pathOf(args: unknown): string | null {
  return typeof args === 'object' && args !== null && 'path' in args ? String(args.path) : null;
}

/** The file that the editor in front shows. */
function inFront({ editors }: Workbench): string | null {
  const uri = editors.active();
  if (uri === null) return null;
  const { scheme, path } = parseAddress(uri);
  return ['ledger', 'scenario', 'bill', 'text'].includes(scheme) ? path : null;
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

function pick({ dialogs, workspace }: Workbench, title: string, placeholder: string, but: string | null) {
  const files = comparableFiles(workspace.store.getState()?.files ?? []).filter(({ path }) => path !== but);
  const items = files.map(({ path, kind }) => ({ id: path, title: path, icon: fileIcon(kind), value: path }));
  return dialogs.pick({ title, placeholder, items });
}

function select({ context, notifications }: Workbench, args: unknown): void {
  const path = pathOf(args);
  if (path === null) return;
  context.set(selectedKey, path);
  notifications.announce(`${path} is selected for compare.`);
}

function compareWithSelected(workbench: Workbench, args: unknown): void {
  const first = workbench.context.get(selectedKey);
  const second = pathOf(args);
  if (typeof first === 'string' && second !== null) open(workbench, first, second);
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
