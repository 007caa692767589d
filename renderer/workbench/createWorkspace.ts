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
}

export function createWorkspace({ rpc, leave, enter, stay }: Needs): Workspace {
  const store = createStore<WorkspaceView | null>(() => null);
  const set = (view: WorkspaceView | null): void => store.setState(view, true);
  async function change(call: () => Promise<WorkspaceView>): Promise<void> {
    await leave();
    try {
      set(await call());
    } catch (error) {
      stay();
      throw error;
    }
    await enter();
  }
  return {
    store,
    change,
    open: (folder) => change(() => rpc('workspace.open', { folder })),
    async refresh() {
      const view = store.getState();
      if (view) set({ ...view, files: await rpc('workspace.files', {}) });
    },
  };
}
