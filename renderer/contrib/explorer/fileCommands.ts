import type { Command } from '../../platform/command.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { doStep, keepStep, redoStep, tellFailed, undoAction, undoStep } from './doneSteps.ts';
import { showFile } from './explorerStore.ts';
import { saved } from './fileStep.ts';
import { inFolder, listed, named } from './paths.ts';
import { messageOf } from '../../platform/messageOf.ts';
import { inTree, target, targetFolder, targets } from './targets.ts';

const category = 'File';
const writable = 'workspaceOpen && !workspaceReadOnly';
const atFile = `${writable} && explorerPath`;

/** What is done to files as files, from the explorer's menu or by key on those that are chosen. */
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
    when: atFile,
    keyWhen: inTree,
    menu: { menu: 'explorer/context', when: 'explorerCount == 1', group: '7_change', order: 1 },
    run: rename,
  },
  {
    id: 'explorer.duplicate',
    category,
    title: 'Duplicate',
    when: atFile,
    keyWhen: inTree,
    menu: { menu: 'explorer/context', group: '7_change', order: 2 },
    run: duplicate,
  },
  {
    id: 'explorer.delete',
    category,
    title: 'Delete',
    key: 'Delete',
    when: atFile,
    keyWhen: inTree,
    menu: { menu: 'explorer/context', group: '7_change', order: 3 },
    run: moveToTrash,
  },
  {
    id: 'explorer.undo',
    category,
    title: 'Undo in Files',
    about: 'explorerUndo',
    key: 'CtrlCmd+Z',
    when: `explorerUndo && ${writable}`,
    keyWhen: inTree,
    run: undoStep,
  },
  {
    id: 'explorer.redo',
    category,
    title: 'Redo in Files',
    about: 'explorerRedo',
    key: ['CtrlCmd+Y', 'CtrlCmd+Shift+Z'],
    when: `explorerRedo && ${writable}`,
    keyWhen: inTree,
    run: redoStep,
  },
  {
    id: 'explorer.copyPath',
    category,
    title: 'Copy Path',
    key: 'Shift+Alt+C',
    when: 'workspaceOpen',
    keyWhen: inTree,
    menu: { menu: 'explorer/context', group: '6_path', order: 1 },
    run: async (workbench, args) => {
      const folder = workbench.workspace.store.getState()?.folder ?? '';
      await copyPaths(workbench, args, (path) => `${folder}/${path}`.replace(/\/$/, ''));
    },
  },
  {
    id: 'explorer.copyRelativePath',
    category,
    title: 'Copy Relative Path',
    key: 'CtrlCmd+K CtrlCmd+Shift+C',
    when: 'explorerPath',
    keyWhen: inTree,
    menu: { menu: 'explorer/context', group: '6_path', order: 2 },
    run: (workbench, args) => copyPaths(workbench, args, (path) => path),
  },
];

async function newFolder(workbench: Workbench, args?: unknown): Promise<void> {
  const around = args === undefined ? '' : targetFolder(workbench, args);
  const name = await workbench.dialogs.input({
    title: 'New Folder',
    label: 'Name, with / for a folder within another',
    value: around === '' ? '' : `${around}/`,
    placeholder: 'customers/acme',
    accept: 'Create',
  });
  if (name === null) return;
  const { path } = await workbench.rpc('file.newFolder', { path: name.trim() });
  keepStep(`New Folder ${path}`, { kind: 'trash', paths: [path] });
  await workbench.workspace.refresh();
  showFile(path);
}

async function rename(workbench: Workbench, args?: unknown): Promise<void> {
  const path = target(workbench, args);
  if (path === null) return;
  const to = await workbench.dialogs.input({
    title: 'Rename',
    label: 'New name, with / to move it into another folder',
    value: path,
    accept: 'Rename',
  });
  if (to === null || to.trim() === path) return;
  const moved = await doStep(workbench, `Rename ${path}`, { kind: 'move', moves: [{ path, to: to.trim() }] });
  if (moved > 0) workbench.notifications.announce(`${path} is now ${to.trim()}`);
}

async function duplicate(workbench: Workbench, args?: unknown): Promise<void> {
  await copyInto(workbench, targets(workbench, args), null);
}

/** Copies files into a folder, or each beside itself (null). */
export async function copyInto(workbench: Workbench, paths: readonly string[], folder: string | null): Promise<void> {
  const made: string[] = [];
  const failed: string[] = [];
  for (const path of paths) {
    if (!(await saved(workbench, path))) continue;
    const to = folder === null ? path : inFolder(folder, path.slice(path.lastIndexOf('/') + 1));
    try {
      made.push((await workbench.rpc('file.copy', { path, to })).path);
    } catch (error) {
      failed.push(messageOf(error));
    }
  }
  const label = `Copy ${named(paths)}`;
  if (made.length > 0) keepStep(label, { kind: 'trash', paths: made });
  await workbench.workspace.refresh();
  tellFailed(workbench, label, failed);
  if (made.length > 0) workbench.notifications.announce(`Made ${listed(made, ', ')}`);
  if (made.length === 1) showFile(made[0]!);
}

async function moveToTrash(workbench: Workbench, args?: unknown): Promise<void> {
  const paths = targets(workbench, args);
  if (paths.length === 0 || !(await agreed(workbench, paths))) return;
  const what = named(paths);
  const done = await doStep(workbench, `Delete ${what}`, { kind: 'trash', paths });
  if (done === 0) return;
  const said = done === 1 ? `${paths.length === 1 ? what : '1 file'} is` : `${done} files are`;
  workbench.notifications.show('info', `${said} in the folder’s trash.`, undoAction(workbench), 'noticeTrash');
}

async function agreed({ settings, dialogs }: Workbench, paths: readonly string[]): Promise<boolean> {
  if (!settings.getState().confirmDelete) return true;
  const it = paths.length === 1 ? 'It goes' : `${listed(paths, ', ')}. They go`;
  const answer = await dialogs.confirm({
    title: `Delete ${named(paths)}?`,
    text: `${it} to the folder’s own trash. Undo brings back what was deleted, until the trash is emptied.`,
    severity: 'warning',
    actions: [{ id: 'delete', title: 'Move to Trash', danger: true }],
  });
  return answer === 'delete';
}

async function copyPaths(workbench: Workbench, args: unknown, how: (path: string) => string): Promise<void> {
  const paths = targets(workbench, args);
  const all = paths.length > 0 ? paths : [''];
  await navigator.clipboard.writeText(all.map(how).join('\n'));
  workbench.notifications.announce(all.length === 1 ? 'Path copied.' : `${all.length} paths copied.`);
}
