import type { Command } from '../../platform/command.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { explorerStore } from './explorerStore.ts';
import { listed } from './paths.ts';
import { sizeText } from './sizeText.ts';
import { inTree, target } from './targets.ts';

const category = 'File';

export const trashCommands: readonly Command[] = [
  {
    id: 'explorer.emptyTrash',
    category,
    title: 'Empty Trash…',
    when: 'workspaceOpen && !workspaceReadOnly',
    menu: { menu: 'explorer/context', when: "explorerCount == '0'", group: '8_trash' },
    run: emptyTrash,
  },
  {
    id: 'explorer.reveal',
    category,
    title: 'Show in File Manager',
    key: 'Shift+Alt+R',
    when: 'workspaceOpen',
    keyWhen: inTree,
    menu: { menu: 'explorer/context', group: '6_path', order: 3 },
    run: reveal,
  },
];

async function emptyTrash({ rpc, dialogs, notifications }: Workbench): Promise<void> {
  const items = await rpc('trash.list', {});
  if (items.length === 0) return notifications.show('info', 'The folder’s trash is empty.');
  const bytes = items.reduce((sum, item) => sum + item.bytes, 0);
  const names = listed(items.map((item) => `${item.name} (${sizeText(item.bytes)})`));
  const answer = await dialogs.confirm({
    title: `Empty the trash of ${items.length === 1 ? '1 file' : `${items.length} files`}, ${sizeText(bytes)}?`,
    text: `${names}. They are removed for good.`,
    severity: 'warning',
    actions: [{ id: 'empty', title: 'Remove for Good', danger: true }],
  });
  if (answer !== 'empty') return;
  const { removed } = await rpc('trash.empty', { trashed: items.map(({ trashed }) => trashed) });
  forgetTrashed(new Set(items.map(({ trashed }) => trashed)));
  notifications.show('info', `${removed === 1 ? '1 file' : `${removed} files`} left the trash, ${sizeText(bytes)}.`);
}

/** What is gone for good cannot be brought back by undo. */
function forgetTrashed(gone: ReadonlySet<string>): void {
  explorerStore.setState(({ undo, redo }) => {
    const kept = ({ back }: (typeof undo)[number]): boolean =>
      back.kind !== 'restore' || !back.items.some(({ trashed }) => gone.has(trashed));
    return { undo: undo.filter(kept), redo: redo.filter(kept) };
  });
}

/** In a browser, which has no file manager, the path is copied instead. */
async function reveal(workbench: Workbench, args?: unknown): Promise<void> {
  const path = target(workbench, args);
  const { absolute, shown } = await workbench.rpc('file.reveal', { path: path === '' ? null : path });
  if (shown) return;
  await navigator.clipboard.writeText(absolute);
  workbench.notifications.show(
    'info',
    `A browser cannot open a file manager: the path ${absolute} was copied instead.`,
    [],
    'noticeReveal',
  );
}
