import { ok, type Result } from '../../shared/base/result.ts';
import type { fileMethods } from '../../shared/rpc/fileMethods.ts';
import type { RpcError } from '../../shared/rpc/views.ts';
import { copyFile } from '../store/copyFile.ts';
import { attempt } from '../store/attempt.ts';
import { locate } from '../store/locate.ts';
import { moveFile, newFolder } from '../store/moveFile.ts';
import { writeNewFile, type WrittenFile } from '../store/newFile.ts';
import type { StoreError } from '../store/storeError.ts';
import { emptyTrash, listTrash, restoreFile, trashFile } from '../store/trash.ts';
import type { Workspace } from '../store/workspaceTypes.ts';
import type { Handlers } from './handlers.ts';
import type { HostPorts } from './hostPorts.ts';
import { inFolder } from './inFolder.ts';
import type { Output } from './output.ts';
import type { Uploads } from './uploads.ts';

interface Parts {
  readonly open: { workspace(): Result<Workspace, RpcError> };
  readonly uploads: Uploads;
  readonly output: Output;
  readonly ports: Pick<HostPorts, 'showInFolder'>;
}

type FileHandlers = Handlers<'file.export' | keyof typeof fileMethods>;

/** Writes what the renderer made or was given into the open folder, and does to files what is done to them as files. */
export function fileService({ open, uploads, output, ports }: Parts): FileHandlers {
  const stored = inFolder(open);
  const writeUpload = async (upload: string, path: string): Promise<Result<WrittenFile, RpcError>> => {
    const found = uploads.find(upload);
    if (!found.ok) return found;
    const written = await stored((workspace) => writeNewFile(workspace, { path, chunks: found.value.chunks() }));
    await uploads.remove(upload);
    return written;
  };
  return {
    'file.export': async ({ upload, name }) => {
      const written = await writeUpload(upload, `exports/${name}`);
      if (!written.ok) return written;
      output.say(`Exported ${written.value.path}: ${written.value.bytes} bytes, ${written.value.sha256}`);
      return ok({ path: written.value.path });
    },
    'file.add': async ({ upload, path }) => {
      const written = await writeUpload(upload, path);
      if (!written.ok) return written;
      output.say(`Copied in ${written.value.path}: ${written.value.bytes} bytes, ${written.value.sha256}`);
      return ok({ path: written.value.path });
    },
    'file.move': (wanted) => stored((workspace) => moveFile(workspace, wanted)),
    'file.copy': (wanted) => stored((workspace) => copyFile(workspace, wanted)),
    'file.trash': ({ path }) => stored((workspace) => trashFile(workspace, path)),
    'file.restore': (wanted) => stored((workspace) => restoreFile(workspace, wanted)),
    'file.newFolder': ({ path }) => stored((workspace) => newFolder(workspace, path)),
    'trash.list': () => stored(listTrash),
    'trash.empty': ({ trashed }) => stored((workspace) => emptyTrash(workspace, trashed)),
    'file.reveal': async ({ path }) => {
      const found = await stored((workspace) => whereIs(workspace, path));
      if (!found.ok) return found;
      ports.showInFolder?.(found.value);
      return ok({ absolute: found.value, shown: ports.showInFolder !== undefined });
    },
  };
}

/** Where a file or folder of the workspace is on this system. */
function whereIs(workspace: Workspace, path: string | null): Promise<Result<string, StoreError>> {
  return attempt(path ?? workspace.folder, async () =>
    path === null ? workspace.folder : (await locate(workspace, path)).absolute,
  );
}
