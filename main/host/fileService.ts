import { ok, type Result } from '../../shared/base/result.ts';
import type { RpcError } from '../../shared/rpc/views.ts';
import { duplicateFile, moveFile, newFolder, restoreFile, trashFile } from '../store/moveFile.ts';
import { writeNewFile } from '../store/newFile.ts';
import type { StoreError } from '../store/storeError.ts';
import type { Workspace } from '../store/workspaceTypes.ts';
import { fromStore } from './fromStore.ts';
import type { Handlers } from './handlers.ts';
import type { Output } from './output.ts';
import type { Uploads } from './uploads.ts';

interface Parts {
  readonly open: { workspace(): Result<Workspace, RpcError> };
  readonly uploads: Uploads;
  readonly output: Output;
}

/** Writes what the renderer made into the open folder, and renames, copies, trashes and brings back what is there. */
export function fileService({
  open,
  uploads,
  output,
}: Parts): Handlers<'file.export' | 'file.move' | 'file.duplicate' | 'file.trash' | 'file.restore' | 'file.newFolder'> {
  const inFolder = async <T>(
    work: (workspace: Workspace) => Promise<Result<T, StoreError>>,
  ): Promise<Result<T, RpcError>> => {
    const workspace = open.workspace();
    return workspace.ok ? fromStore(await work(workspace.value)) : workspace;
  };
  return {
    'file.export': async ({ upload, name }) => {
      const workspace = open.workspace();
      if (!workspace.ok) return workspace;
      const found = uploads.find(upload);
      if (!found.ok) return found;
      const file = { path: `exports/${name}`, chunks: found.value.chunks() };
      const written = fromStore(await writeNewFile(workspace.value, file));
      await uploads.remove(upload);
      if (!written.ok) return written;
      output.say(`Exported ${written.value.path}: ${written.value.bytes} bytes, ${written.value.sha256}`);
      return ok({ path: written.value.path });
    },
    'file.move': (wanted) => inFolder((workspace) => moveFile(workspace, wanted)),
    'file.duplicate': ({ path }) => inFolder((workspace) => duplicateFile(workspace, path)),
    'file.trash': ({ path }) => inFolder((workspace) => trashFile(workspace, path)),
    'file.restore': (wanted) => inFolder((workspace) => restoreFile(workspace, wanted)),
    'file.newFolder': ({ path }) => inFolder((workspace) => newFolder(workspace, path)),
  };
}
