import { createStore } from 'zustand/vanilla';
import type { RpcCall } from '../../shared/rpc/table.ts';
import type { WorkspaceView } from '../../shared/rpc/views.ts';
import type { Workspace } from '../platform/workbench.ts';

interface Needs {
  readonly rpc: RpcCall;
  /** Keeps layout and unsaved work of the workspace that is left. */
  leave(): Promise<void>;
  /** Brings back layout and unsaved work of the workspace that is entered. */
  enter(): Promise<void>;
  /** Goes on in the workspace that was to be left. */
  stay(): void;
  /** Shows a file that was opened in the folder's place. */
  show(path: string): void;
}

export function createWorkspace({ rpc, leave, enter, stay, show }: Needs): Workspace {
  const store = createStore<WorkspaceView | null>(() => null);
  const set = (view: WorkspaceView | null): void => store.setState(view, true);
  async function change(call: () => Promise<WorkspaceView | null>): Promise<void> {
    await leave();
    let view: WorkspaceView | null;
    try {
      view = await call();
      set(view);
    } catch (error) {
      stay();
      throw error;
    }
    await enter();
    if (view?.wanted) show(view.wanted);
  }
  return {
    store,
    change,
    open: (folder) => change(() => openFolder(rpc, folder)),
    close: () => change(() => rpc('workspace.close', {})),
    async refresh() {
      const view = store.getState();
      if (view) set({ ...view, files: await rpc('workspace.files', {}) });
    },
  };
}

/** A file in a folder's place is asked for once more, so that the next page does not show it again. */
async function openFolder(rpc: RpcCall, folder: string): Promise<WorkspaceView> {
  const opened = await rpc('workspace.open', { folder });
  return opened.wanted ? ((await rpc('workspace.current', {})) ?? opened) : opened;
}
