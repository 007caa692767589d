import type { Command } from '../../../platform/command.ts';
import type { Workbench } from '../../../platform/workbench.ts';
import { isKeyed, isRows } from '../comparableFiles.ts';
import { compareAddress, shortName } from '../compareAddress.ts';
import { pickFile } from '../pickFile.ts';
import { walkOf } from '../walks.ts';
import { diffAddress } from './diffAddress.ts';

const category = 'File';
const differing = 'editor == diff || editor == compare';
const ofFile = 'document';

/** What is compared with what by text, and the way over the differences. */
export const diffCommands: readonly Command[] = [
  {
    id: 'diff.open',
    title: 'Compare',
    palette: false,
    run: (workbench, args) => openDiff(workbench, args as { readonly left: string; readonly right: string }),
  },
  {
    id: 'diff.withFile',
    category,
    title: 'Compare Active File With…',
    when: ofFile,
    menu: { menu: 'tab/context', group: '4_compare', order: 1, title: 'Compare With…' },
    run: compareWithFile,
  },
  {
    id: 'diff.withSaved',
    category,
    title: 'Compare Active File with Saved',
    key: 'CtrlCmd+K D',
    when: ofFile,
    run: ({ editors, context }) => {
      const path = context.get('documentPath');
      if (typeof path !== 'string') return;
      const uri = diffAddress({ left: { path, at: 'disk' }, right: { path, at: 'now' } });
      editors.open(uri, { focus: true, pinned: true });
    },
  },
  {
    id: 'diff.next',
    category: 'Compare',
    title: 'Next Difference',
    icon: 'arrow-down',
    key: 'Alt+F5',
    when: differing,
    menu: { menu: 'editor/title', group: '1_walk', order: 2 },
    run: ({ editors }) => walkOf(editors.active())?.go(1),
  },
  {
    id: 'diff.previous',
    category: 'Compare',
    title: 'Previous Difference',
    icon: 'arrow-up',
    key: 'Shift+Alt+F5',
    when: differing,
    menu: { menu: 'editor/title', group: '1_walk', order: 1 },
    run: ({ editors }) => walkOf(editors.active())?.go(-1),
  },
  {
    id: 'diff.reviewNext',
    category: 'Compare',
    title: 'Next Difference in the Keyboard Viewer',
    key: 'F7',
    when: differing,
    run: ({ editors }) => review(editors.active(), 1),
  },
  {
    id: 'diff.reviewPrevious',
    category: 'Compare',
    title: 'Previous Difference in the Keyboard Viewer',
    key: 'Shift+F7',
    when: differing,
    run: ({ editors }) => review(editors.active(), -1),
  },
  {
    id: 'diff.toggleInline',
    category: 'Compare',
    title: 'Toggle Inline View',
    icon: 'layout',
    when: 'editor == diff',
    menu: { menu: 'editor/title', group: '2_view', order: 1 },
    run: async ({ rpc, settings, notifications }) => {
      const now = await rpc('settings.set', { diffSideBySide: !settings.getState().diffSideBySide });
      settings.setState(now);
      notifications.announce(now.diffSideBySide ? 'Side by side' : 'In one column');
    },
  },
];

function review(uri: string | null, step: 1 | -1): void {
  const walk = walkOf(uri);
  (walk?.review ?? walk?.go)?.(step);
}

/** Compares two files: texts by line, ledgers and rows by key. */
export function openDiff(
  { editors }: Workbench,
  { left, right }: { readonly left: string; readonly right: string },
): void {
  const keyed = [left, right].some(isRows) && [left, right].every(isKeyed);
  const uri = keyed
    ? compareAddress({ first: left, second: right })
    : diffAddress({ left: { path: left, at: 'now' }, right: { path: right, at: 'now' } });
  editors.open(uri, { focus: true, pinned: true });
}

async function compareWithFile(workbench: Workbench): Promise<void> {
  const left = workbench.context.get('documentPath');
  if (typeof left !== 'string') return;
  const placeholder = `What to compare ${shortName(left)} with`;
  const fits = ({ path }: { readonly path: string }): boolean => path !== left;
  const right = await pickFile(workbench, { title: 'Compare With', placeholder, like: left, fits });
  if (right !== null) openDiff(workbench, { left, right });
}
