import { ok, type Result } from '../../shared/base/result.ts';
import type { RpcError, WorkspaceView } from '../../shared/rpc/views.ts';
import { workspaceFiles } from '../store/files.ts';
import { folderLeftOpen, recentFolders, rememberClosed, rememberFolder } from '../store/recent.ts';
import type { Workspace } from '../store/workspaceTypes.ts';
import type { Handlers } from './handlers.ts';
import type { HostPorts } from './hostPorts.ts';
import type { OpenFolder } from './openFolder.ts';
import { placeToOpen } from './placeToOpen.ts';
import type { Output } from './output.ts';
import { fromStore } from './fromStore.ts';

interface Parts {
  readonly ports: HostPorts;
  readonly open: OpenFolder;
  readonly output: Output;
}

/** Opens folders and lists what is in them. */
export function workspaceService({
  ports,
  open,
  output,
}: Parts): Handlers<
  | 'workspace.open'
  | 'workspace.close'
  | 'workspace.current'
  | 'workspace.files'
  | 'workspace.recent'
  | 'workspace.last'
  | 'workspace.pick'
> {
  let wanted: string | null = null;
  return {
    'workspace.open': async ({ folder: place }) => {
      const { folder, file } = await placeToOpen(ports, place, open.current()?.folder ?? null);
      const opened = await openAndRemember({ ports, open, output }, folder);
      if (!opened.ok) return opened;
      wanted = file;
      return ok({ ...opened.value, wanted });
    },
    'workspace.close': async () => {
      const wasOpen = open.current() !== null;
      await open.close();
      wanted = null;
      const remembered = wasOpen ? await rememberClosed(ports) : null;
      if (remembered?.ok === false)
        output.say('That the folder was closed could not be kept: the next start opens it again.');
      return ok(null);
    },
    'workspace.current': async () => {
      const workspace = open.current();
      if (!workspace) return ok(null);
      const [view, file] = [await workspaceView(workspace), wanted];
      wanted = null;
      return view.ok ? ok({ ...view.value, wanted: file }) : view;
    },
    'workspace.files': async () => {
      const workspace = open.workspace();
      return workspace.ok ? fromStore(await workspaceFiles(workspace.value)) : workspace;
    },
    'workspace.recent': async () => fromStore(await recentFolders(ports)),
    'workspace.last': async () => fromStore(await folderLeftOpen(ports)),
    'workspace.pick': async () => ok((await ports.pickFolder?.()) ?? null),
  };
}

/** Opens a folder as the workspace and puts it first among the recent ones. */
export async function openAndRemember(
  { ports, open, output }: Parts,
  folder: string,
): Promise<Result<WorkspaceView, RpcError>> {
  const opened = await open.open(folder);
  if (!opened.ok) return opened;
  const workspace = opened.value;
  output.say(`Opened ${workspace.folder}${workspace.readOnly === null ? '' : `, read-only: ${workspace.readOnly}`}`);
  for (const path of workspace.leftovers) output.say(`An unfinished file of an earlier run was left alone: ${path}`);
  ports.noteRecent?.(workspace.folder);
  const remembered = await rememberFolder(ports, workspace.folder);
  if (!remembered.ok) output.say('The list of recent folders could not be kept.');
  return workspaceView(workspace);
}

async function workspaceView(workspace: Workspace): Promise<Result<WorkspaceView, RpcError>> {
  const files = fromStore(await workspaceFiles(workspace));
  if (!files.ok) return files;
  const { folder, name, readOnly, history } = workspace;
  return ok({ folder, name, readOnly, historyNearFull: await history.nearFull(), files: files.value });
}
