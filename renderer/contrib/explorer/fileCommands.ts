import type { Command } from '../../platform/command.ts';
import { parseAddress } from '../../platform/address.ts';
import type { Workbench } from '../../platform/workbench.ts';

const category = 'File';
const writable = 'workspaceOpen && !workspaceReadOnly';
const atTree = `${writable} && explorerPath && part == sideBar && !inputFocus && !modal`;

/** What is done to files as files, from the explorer's menu or by key on the chosen one. */
export const fileCommands: readonly Command[] = [
  {
    id: 'explorer.newFolder',
    category,
    title: 'New Folder…',
    icon: 'new-folder',
    when: writable,
    menu: [
      { menu: 'explorer/title', order: 1 },
      { menu: 'explorer/context', group: '3_new', order: 2 },
    ],
    run: newFolder,
  },
  {
    id: 'explorer.rename',
    category,
    title: 'Rename…',
    key: 'F2',
    when: atTree,
    menu: { menu: 'explorer/context', group: '6_change', order: 1 },
    run: rename,
  },
  {
    id: 'explorer.duplicate',
    category,
    title: 'Duplicate',
    when: atTree,
    menu: { menu: 'explorer/context', when: 'fileKind != folder && fileKind != ledger', group: '6_change', order: 2 },
    run: duplicate,
  },
  {
    id: 'explorer.delete',
    category,
    title: 'Delete',
    key: 'Delete',
    when: atTree,
    menu: { menu: 'explorer/context', group: '6_change', order: 3 },
    run: moveToTrash,
  },
  {
    id: 'explorer.copyRelativePath',
    title: 'Copy Relative Path',
    palette: false,
    menu: { menu: 'explorer/context', group: '5_path', order: 2 },
    run: (workbench, args) => navigator.clipboard.writeText(chosen(workbench, args) ?? ''),
  },
];

/** The file that a command is about: that of the menu, or the one chosen in the tree. */
function chosen({ context }: Workbench, args: unknown): string | null {
  if (typeof args === 'object' && args !== null && 'path' in args) return String(args.path);
  const path = context.get('explorerPath');
  return typeof path === 'string' && path !== '' ? path : null;
}

async function newFolder(workbench: Workbench): Promise<void> {
  const path = await workbench.dialogs.input({
    title: 'New Folder',
    label: 'Name, with / for a folder within another',
    placeholder: 'customers/acme',
    accept: 'Create',
  });
  if (path === null) return;
  await workbench.rpc('file.newFolder', { path: path.trim() });
  await workbench.workspace.refresh();
}

async function rename(workbench: Workbench, args?: unknown): Promise<void> {
  const path = chosen(workbench, args);
  if (path === null || !(await saved(workbench, path))) return;
  const to = await workbench.dialogs.input({
    title: 'Rename',
    label: 'New name, with / to move it into another folder',
    value: path,
    accept: 'Rename',
  });
  if (to === null || to.trim() === path) return;
  const { path: now } = await workbench.rpc('file.move', { path, to: to.trim() });
  for (const uri of openOf(workbench, path)) {
    const address = parseAddress(uri);
    workbench.editors.replace(uri, `${address.scheme}:${now}${address.path.slice(path.length)}`);
  }
  forget(workbench, path);
  await workbench.workspace.refresh();
  workbench.notifications.announce(`${path} is now ${now}`);
}

async function duplicate(workbench: Workbench, args?: unknown): Promise<void> {
  const path = chosen(workbench, args);
  if (path === null || !(await saved(workbench, path))) return;
  const made = await workbench.rpc('file.duplicate', { path });
  await workbench.workspace.refresh();
  workbench.editors.openFile(made.path, { pinned: true });
}

async function moveToTrash(workbench: Workbench, args?: unknown): Promise<void> {
  const path = chosen(workbench, args);
  if (path === null || !(await agreed(workbench, path))) return;
  for (const uri of openOf(workbench, path)) if (!(await workbench.editors.close(uri))) return;
  const { rpc, workspace, notifications } = workbench;
  const { trashed } = await rpc('file.trash', { path });
  forget(workbench, path);
  await workspace.refresh();
  notifications.show('info', `${path} is in the folder’s trash.`, [
    {
      title: 'Undo',
      run: async () => {
        try {
          await rpc('file.restore', { path, trashed });
          await workspace.refresh();
        } catch (error) {
          notifications.failed(`Bringing back ${path}`, error);
        }
      },
    },
  ]);
}

async function agreed({ settings, dialogs }: Workbench, path: string): Promise<boolean> {
  if (!settings.getState().confirmDelete) return true;
  const answer = await dialogs.confirm({
    title: `Delete ${path}?`,
    text: 'It goes to the folder’s own trash, from which it can be brought back.',
    severity: 'warning',
    actions: [{ id: 'delete', title: 'Move to Trash', danger: true }],
  });
  return answer === 'delete';
}

/** Unsaved work is saved before its file is moved; false: it could not be. */
async function saved({ documents }: Workbench, path: string): Promise<boolean> {
  for (const document of Object.values(documents.store.getState().byPath))
    if (document.dirty && isUnder(document.path, path) && !(await documents.save(document.path))) return false;
  return true;
}

function openOf({ editors }: Workbench, path: string): readonly string[] {
  return editors.all().filter((uri) => isUnder(parseAddress(uri).path, path));
}

function forget({ documents }: Workbench, path: string): void {
  for (const open of Object.keys(documents.store.getState().byPath)) if (isUnder(open, path)) documents.close(open);
}

function isUnder(path: string, parent: string): boolean {
  return path === parent || path.startsWith(`${parent}/`);
}
