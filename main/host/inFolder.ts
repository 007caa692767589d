import type { Result } from '../../shared/base/result.ts';
import type { RpcError } from '../../shared/rpc/views.ts';
import type { StoreError } from '../store/storeError.ts';
import type { Workspace } from '../store/workspaceTypes.ts';
import { fromStore } from './fromStore.ts';

/** Does work of the store in the open workspace; refused where none is open. */
export function inFolder(open: { workspace(): Result<Workspace, RpcError> }) {
  return async <T>(work: (workspace: Workspace) => Promise<Result<T, StoreError>>): Promise<Result<T, RpcError>> => {
    const workspace = open.workspace();
    return workspace.ok ? fromStore(await work(workspace.value)) : workspace;
  };
}
