import { ok, type Result } from '../../shared/base/result.ts';
import type { RpcError } from '../../shared/rpc/views.ts';
import { writeNewFile } from '../store/newFile.ts';
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

/** Writes what the renderer made, such as the picture of a chart, into the open folder. */
export function fileService({ open, uploads, output }: Parts): Handlers<'file.export'> {
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
  };
}
