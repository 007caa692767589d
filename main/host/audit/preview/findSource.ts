import { ok, type Result } from '../../../../shared/base/result.ts';
import type { AuditMapping } from '../../../../shared/interchange/auditMapping.ts';
import type { RpcParams } from '../../../../shared/rpc/table.ts';
import type { RpcError } from '../../../../shared/rpc/views.ts';
import { locateFile } from '../../../store/locateFile.ts';
import type { Workspace } from '../../../store/workspaceTypes.ts';
import { fromStore } from '../../fromStore.ts';
import { openFileSource } from '../../import/fileSource.ts';
import type { ImportSource } from '../../import/importSource.ts';
import { uploadSource } from '../../import/uploadSource.ts';
import { readMapping } from '../readMapping.ts';
import type { FromUploads } from '../withEvidence.ts';

type Wanted = RpcParams<'audit.preview'>['source'];

/** A file of the workspace, or one that was put in, as a source. */
export async function findSource(
  workspace: Workspace,
  uploads: FromUploads,
  wanted: Wanted,
): Promise<Result<ImportSource, RpcError>> {
  if ('upload' in wanted) {
    const upload = uploads.find(wanted.upload);
    return upload.ok ? ok(uploadSource(workspace.ports, upload.value)) : upload;
  }
  const located = fromStore(await locateFile(workspace, wanted.path));
  if (!located.ok) return located;
  const place = { absolute: located.value.absolute, shown: wanted.path };
  return fromStore(await openFileSource(workspace.ports, place));
}

/** The map in a file. */
export async function mappingOf(
  workspace: Workspace,
  uploads: FromUploads,
  wanted: Wanted,
): Promise<Result<AuditMapping, RpcError>> {
  const source = await findSource(workspace, uploads, wanted);
  if (!source.ok) return source;
  const { name, bytes, chunks } = source.value;
  const read = await readMapping(workspace.ports, { shown: name, bytes, chunks });
  return read.ok ? read : { ok: false, error: { code: read.error.kind, message: read.error.message } };
}
