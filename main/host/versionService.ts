import type { Result } from '../../shared/base/result.ts';
import type { RpcError } from '../../shared/rpc/views.ts';
import { findDamage, listVersions, readVersion, restoreVersion } from '../store/versions.ts';
import type { StoreError } from '../store/storeError.ts';
import type { Workspace } from '../store/workspaceTypes.ts';
import { fromStore } from './fromStore.ts';
import type { Handlers } from './handlers.ts';
import type { OpenFolder } from './openFolder.ts';
import type { Output } from './output.ts';

type Methods = 'version.list' | 'version.read' | 'version.restore' | 'version.damage';

/** The local history of the documents of the open folder. */
export function versionService({ open, output }: { open: OpenFolder; output: Output }): Handlers<Methods> {
  const inFolder = async <T>(
    work: (workspace: Workspace) => Promise<Result<T, StoreError>>,
  ): Promise<Result<T, RpcError>> => {
    const workspace = open.workspace();
    return workspace.ok ? fromStore(await work(workspace.value)) : workspace;
  };
  return {
    'version.list': ({ path }) => inFolder((workspace) => listVersions(workspace, path)),
    'version.read': (wanted) => inFolder((workspace) => readVersion(workspace, wanted)),
    'version.restore': async (wanted) => {
      const restored = await inFolder((workspace) => restoreVersion(workspace, wanted));
      if (restored.ok && restored.value.saved) output.say(`Restored version ${wanted.number} of ${wanted.path}.`);
      return restored;
    },
    'version.damage': ({ path }) => inFolder((workspace) => findDamage(workspace, path)),
  };
}
