import type { Command } from '../../platform/command.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { copyInto } from './fileCommands.ts';
import { doStep } from './doneSteps.ts';
import { explorerStore } from './explorerStore.ts';
import { inFolder, nameOf, named, parentOf, topmost } from './paths.ts';
import { inTree, targetFolder, targets } from './targets.ts';

const category = 'File';
const writable = 'workspaceOpen && !workspaceReadOnly';

/** Moves and copies within the folder: the way of the keyboard for what the mouse drags. */
export const moveCommands: readonly Command[] = [
  {
    id: 'explorer.cut',
    category,
    title: 'Cut',
    key: 'CtrlCmd+X',
    when: `${writable} && explorerPath`,
    keyWhen: inTree,
    menu: { menu: 'explorer/context', group: '5_clip', order: 1 },
    run: (workbench, args) => take(workbench, args, true),
  },
  {
    id: 'explorer.copy',
    category,
    title: 'Copy',
    key: 'CtrlCmd+C',
    when: 'explorerPath',
    keyWhen: inTree,
    menu: { menu: 'explorer/context', group: '5_clip', order: 2 },
    run: (workbench, args) => take(workbench, args, false),
  },
  {
    id: 'explorer.paste',
    category,
    title: 'Paste',
    key: 'CtrlCmd+V',
    when: `${writable} && explorerClip`,
    keyWhen: inTree,
    menu: { menu: 'explorer/context', group: '5_clip', order: 3 },
    run: paste,
  },
];

function take(workbench: Workbench, args: unknown, cut: boolean): void {
  const paths = targets(workbench, args);
  if (paths.length === 0) return;
  explorerStore.setState({ clip: { paths, cut } });
  workbench.notifications.announce(`${named(paths)} ${cut ? 'cut' : 'copied'}. Paste in the folder where it goes.`);
}

async function paste(workbench: Workbench, args?: unknown): Promise<void> {
  const { clip } = explorerStore.getState();
  if (!clip) return;
  const folder = targetFolder(workbench, args);
  if (!clip.cut) return copyInto(workbench, clip.paths, folder);
  explorerStore.setState({ clip: null });
  await moveInto(workbench, clip.paths, folder);
}

/** Moves files into a folder; those that are there already stay. */
export async function moveInto(workbench: Workbench, paths: readonly string[], folder: string): Promise<void> {
  const moves = topmost(paths)
    .filter((path) => parentOf(path) !== folder && path !== folder)
    .map((path) => ({ path, to: inFolder(folder, nameOf(path)) }));
  if (moves.length === 0) return;
  const what = named(moves.map(({ path }) => path));
  const done = await doStep(workbench, `Move ${what}`, { kind: 'move', moves });
  if (done === 0) return;
  const into = folder === '' ? 'the folder itself' : folder;
  workbench.notifications.announce(`${done === 1 ? '1 file was' : `${done} files were`} moved into ${into}.`);
}
