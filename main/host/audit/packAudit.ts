import * as nodePath from 'node:path';
import { err, ok, type Result } from '../../../shared/base/result.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import { attempt } from '../../store/attempt.ts';
import { nameFault } from '../../store/fileNames.ts';
import { locate } from '../../store/locate.ts';
import { writeNewFile } from '../../store/newFile.ts';
import type { Upload } from '../../store/upload.ts';
import type { Workspace } from '../../store/workspaceTypes.ts';
import { fromStore } from '../fromStore.ts';
import { makePrivateCopy } from '../import/privateCopy.ts';
import type { KeptAudit } from './auditJobs.ts';
import { auditInputs, type AuditInputs, type InputRole } from './evidence/auditInputs.ts';
import { evidenceOf } from './evidence/evidenceOf.ts';
import { evidencePack } from './evidence/evidencePack.ts';
import type { NamedFile } from './readText.ts';

/** Where the sources of an audit lie. */
export interface PackContext {
  readonly workspace: Workspace;
  readonly uploads: { find(id: string): Result<Upload, RpcError> };
}

/** Writes an audit's evidence pack into the workspace. What was put in is copied for as long as it takes. */
export async function packAudit(
  audit: KeptAudit,
  context: PackContext,
): Promise<Result<{ readonly path: string }, RpcError>> {
  const copies: (() => Promise<void>)[] = [];
  try {
    const named = await namedInputs(audit, context, copies);
    if (!named.ok) return named;
    const { ports } = context.workspace;
    const inputs = fromStore(await attempt('the files of the audit', () => auditInputs(ports, named.value)));
    if (!inputs.ok) return inputs;
    const changed = changedSource(audit, inputs.value);
    if (changed !== null) {
      const message = `${changed} was changed since it was audited: run the audit again.`;
      return err({ code: 'source-changed', message, path: changed });
    }
    return await writePack(audit, inputs.value, context);
  } finally {
    for (const remove of copies) await remove();
  }
}

type Named = Readonly<Record<InputRole, NamedFile | null>>;

async function namedInputs(
  { wanted, sources }: KeptAudit,
  context: PackContext,
  copies: (() => Promise<void>)[],
): Promise<Result<Named, RpcError>> {
  const named: Record<InputRole, NamedFile | null> = {
    terms: null,
    ledger: null,
    usage: null,
    invoices: null,
    map: null,
  };
  for (const { role, name } of sources) {
    const source = role === 'terms' ? { path: wanted.terms } : wanted[role]!;
    const file = 'path' in source ? await fileOf(source.path, context) : await copyOf(source.upload, context, copies);
    if (!file.ok) return file;
    named[role] = { absolute: file.value, shown: name };
  }
  return ok(named);
}

async function fileOf(path: string, { workspace }: PackContext): Promise<Result<string, RpcError>> {
  const located = fromStore(await attempt(path, () => locate(workspace, path)));
  return located.ok ? ok(located.value.absolute) : located;
}

async function copyOf(
  id: string,
  { workspace, uploads }: PackContext,
  copies: (() => Promise<void>)[],
): Promise<Result<string, RpcError>> {
  const upload = uploads.find(id);
  if (!upload.ok) return upload;
  const { name } = upload.value;
  const copy = await makePrivateCopy(
    workspace.ports,
    upload.value.chunks(),
    nameFault(name) === null ? name : 'put-in.csv',
  );
  copies.push(copy.remove);
  return ok(copy.path);
}

/** The first source that is not what was audited. */
function changedSource({ sources }: KeptAudit, inputs: AuditInputs): string | null {
  const changed = sources.find(({ role, sha256, head }) => {
    if (sha256 === null) return inputs.head !== head;
    return inputs.files.some((file) => file.role === role && file.sha256 !== sha256);
  });
  return changed?.name ?? null;
}

async function writePack(
  { audited, wanted: { head }, key }: KeptAudit,
  inputs: AuditInputs,
  { workspace }: PackContext,
): Promise<Result<{ readonly path: string }, RpcError>> {
  const { report, badRows, badRowCount } = audited;
  const evidence = evidenceOf(audited, inputs, { judgement: null, sample: null });
  const reportJson = `${JSON.stringify({ ...report, badRowCount, badRows }, null, 2)}\n`;
  const options = head === null ? [] : ['--head', head];
  const chunks = evidencePack(workspace.ports, { evidence, inputs, reportJson, options });
  const audits = inputs.files.find(({ role }) => role === 'ledger' || role === 'invoices')?.shown ?? 'audit';
  const stem = nodePath.posix.basename(audits.replace(/\.ledger\/.*$/, '')).replace(/\.(csv|ndjson|jsonl)$/i, '');
  const path = `reports/audit-${stem.replace(/[^\p{L}\p{N}._-]+/gu, '-')}.zip`;
  const written = fromStore(await writeNewFile(workspace, { path, chunks }));
  if (!written.ok) return written;
  const note = { audit: key, path: written.value.path, sha256: written.value.sha256 };
  const noted = fromStore(await workspace.history.append({ kind: 'export', note }));
  return noted.ok ? ok({ path: written.value.path }) : noted;
}
