import { err, ok, type Result } from '../../shared/base/result.ts';
import type { HistoryRoom, RpcError } from '../../shared/rpc/views.ts';
import { openWorkspace } from '../store/workspace.ts';
import type { Workspace } from '../store/workspaceTypes.ts';
import type { Events } from './events.ts';
import type { HostPorts } from './hostPorts.ts';
import { storeRefusal } from './refusalOf.ts';
import { watchFolder, type FolderWatch } from './watchFolder.ts';

/** The one workspace that a host has open. */
export interface OpenFolder {
  current(): Workspace | null;
  /** The open workspace, or the refusal for calls that need one. */
  workspace(): Result<Workspace, RpcError>;
  /** Opens a folder, then lets go of the one before. Where the folder cannot be opened, the one before stays. */
  open(folder: string): Promise<Result<Workspace, RpcError>>;
  close(): Promise<void>;
}

const noWorkspace: RpcError = { code: 'no-workspace', message: 'No folder is open.' };

export function createOpenFolder(ports: HostPorts, events: Events): OpenFolder {
  let current: { readonly workspace: Workspace; readonly watch: FolderWatch } | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const release = async () => {
    const released = current;
    current = null;
    released?.watch.close();
    await released?.workspace.close();
  };
  const replace = async (folder: string): Promise<Result<Workspace, RpcError>> => {
    // The lock of a folder that is opened again is ours: it is let go of first.
    if (current && (await isFolder(ports, folder, current.workspace.folder))) await release();
    const onHistoryNearFull = (room: HistoryRoom) => events.emit({ event: 'history.near-full', payload: room });
    const opened = await openWorkspace(folder, ports, { onHistoryNearFull });
    if (!opened.ok) return err(storeRefusal(opened.error));
    await release();
    const workspace = opened.value;
    const tell = (paths: readonly string[]) => events.emit({ event: 'workspace.changed', payload: { paths } });
    current = { workspace, watch: watchFolder(workspace.folder, tell) };
    return ok(workspace);
  };
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };
  return {
    current: () => current?.workspace ?? null,
    workspace: () => (current ? ok(current.workspace) : err(noWorkspace)),
    open: (folder) => inTurn(() => replace(folder)),
    close: () => inTurn(release),
  };
}

async function isFolder(ports: HostPorts, folder: string, real: string): Promise<boolean> {
  return (await ports.fs.realpath(folder).catch(() => null)) === real;
}
