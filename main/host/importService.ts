import { err, ok, type Result } from '../../shared/base/result.ts';
import type { RpcParams } from '../../shared/rpc/table.ts';
import type { RpcError } from '../../shared/rpc/views.ts';
import { locateFile } from '../store/locateFile.ts';
import type { Upload } from '../store/upload.ts';
import type { Workspace } from '../store/workspaceTypes.ts';
import { fromStore } from './fromStore.ts';
import type { Handlers } from './handlers.ts';
import { importRefusalOf, type ImportRefusal } from './import/attemptImport.ts';
import { openFileSource } from './import/fileSource.ts';
import type { ImportSource } from './import/importSource.ts';
import { openOnThread } from './import/openOnThread.ts';
import { previewImport } from './import/previewImport.ts';
import { runImport } from './import/runImport.ts';
import { uploadSource } from './import/uploadSource.ts';
import { workspaceTarget } from './import/workspaceTarget.ts';
import type { Output } from './output.ts';

/** What imports take from the host: the open workspace, the files put in, and where to tell of them. */
export interface ImportContext {
  readonly open: { workspace(): Result<Workspace, RpcError> };
  readonly uploads: { find(id: string): Result<Upload, RpcError> };
  readonly output: Output;
}

/** Previews and runs imports into the open workspace. */
export function importService(context: ImportContext): Handlers<'import.preview' | 'import.run'> {
  return {
    async 'import.preview'({ source, mapping, timeZone }) {
      const found = await findSource(context, source);
      return found.ok
        ? fromImport(await previewImport(found.value.source, { mapping, timeZone, open: openOnThread }))
        : found;
    },
    async 'import.run'({ source, mapping, into, acceptRefused }) {
      const found = await findSource(context, source);
      if (!found.ok) return found;
      const order = { mapping, timeZone: 'UTC', into, acceptRefused, open: openOnThread };
      const ran = fromImport(await runImport(found.value.source, order, workspaceTarget(found.value.workspace)));
      if (!ran.ok) return ran;
      const { path, sha256, counts, refused } = ran.value;
      const left = `${counts.refused} refused, ${counts.excluded} left out`;
      context.output.say(`Imported ${found.value.source.name} into ${path}: ${counts.taken} usage rows, ${left}.`);
      return ok({ path, sha256, counts, refused });
    },
  };
}

interface Found {
  readonly workspace: Workspace;
  readonly source: ImportSource;
}

async function findSource(
  { open, uploads }: ImportContext,
  wanted: RpcParams<'import.preview'>['source'],
): Promise<Result<Found, RpcError>> {
  const opened = open.workspace();
  if (!opened.ok) return opened;
  const workspace = opened.value;
  if ('upload' in wanted) {
    const upload = uploads.find(wanted.upload);
    return upload.ok ? ok({ workspace, source: uploadSource(workspace.ports, upload.value) }) : upload;
  }
  const located = fromStore(await locateFile(workspace, wanted.path));
  if (!located.ok) return located;
  const place = { absolute: located.value.absolute, shown: wanted.path };
  const source = fromStore(await openFileSource(workspace.ports, place));
  return source.ok ? ok({ workspace, source: source.value }) : source;
}

function fromImport<T>(result: Result<T, ImportRefusal>): Result<T, RpcError> {
  return result.ok ? result : err(importRefusalOf(result.error));
}
