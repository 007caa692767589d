import { err, type Result } from '../../../shared/base/result.ts';
import type { Evidence } from '../../../shared/audit/evidence/evidence.ts';
import type { AuditMapping } from '../../../shared/interchange/auditMapping.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import { attempt } from '../../store/attempt.ts';
import { nameFault } from '../../store/fileNames.ts';
import { locate } from '../../store/locate.ts';
import type { Upload } from '../../store/upload.ts';
import type { Workspace } from '../../store/workspaceTypes.ts';
import { fromStore } from '../fromStore.ts';
import { makePrivateCopy } from '../import/privateCopy.ts';
import type { KeptAudit } from './auditJobs.ts';
import { judgementOf, samplesOf } from './desk/auditDesk.ts';
import { exceptionsOfAudit } from './desk/exceptionsOfAudit.ts';
import { auditInputs, type AuditInputs, type InputRole } from './evidence/auditInputs.ts';
import { evidenceOf } from './evidence/evidenceOf.ts';
import { madeMap, mapBytes } from './openAudit.ts';
import type { Papers } from './readPapers.ts';
import type { NamedFile } from './readText.ts';

/** Where what was put in lies. */
export interface FromUploads {
  find(id: string): Result<Upload, RpcError>;
}

/** All that a report says of an audit, and the inputs that it rests on, hashed again. */
export interface AuditEvidence {
  readonly evidence: Evidence;
  readonly inputs: AuditInputs;
}

/**
 * Hashes the inputs of an audit again, refuses where one is not what was audited, and gives the evidence to work with. What was put in
 * is copied for as long as that takes.
 */
export async function withEvidence<Made>(
  papers: Papers,
  uploads: FromUploads,
  work: (evidence: AuditEvidence) => Promise<Result<Made, RpcError>>,
): Promise<Result<Made, RpcError>> {
  const { audit, workspace } = papers;
  const copies: (() => Promise<void>)[] = [];
  try {
    const named = await namedInputs(audit, { workspace, uploads }, copies);
    if (!named.ok) return named;
    const { ports } = workspace;
    const inputs = fromStore(await attempt('the files of the audit', () => auditInputs(ports, named.value)));
    if (!inputs.ok) return inputs;
    const changed = changedSource(audit, inputs.value);
    if (changed !== null) {
      const message = `${changed} was changed since it was audited: run the audit again.`;
      return err({ code: 'source-changed', message, path: changed });
    }
    return await work({ evidence: evidenceOfPapers(papers, inputs.value), inputs: inputs.value });
  } finally {
    for (const remove of copies) await remove();
  }
}

function evidenceOfPapers(found: Papers, inputs: AuditInputs): Evidence {
  const { audit, desk, papers } = found;
  return evidenceOf(audit.audited, inputs, {
    judgement: judgementOf(audit.audited, desk.thresholds),
    samples: samplesOf(audit.audited, desk),
    exceptions: exceptionsOfAudit(found),
    papers,
  });
}

interface Places {
  readonly workspace: Workspace;
  readonly uploads: FromUploads;
}

type Named = Readonly<Record<InputRole, NamedFile | null>>;

async function namedInputs(
  { wanted, sources }: KeptAudit,
  places: Places,
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
    const file =
      'path' in source
        ? await fileOf(source.path, places)
        : 'mapping' in source
          ? await copyOfMap(source.mapping, places, copies)
          : await copyOf(source.upload, places, copies);
    if (!file.ok) return file;
    named[role] = { absolute: file.value, shown: name };
  }
  return { ok: true, value: named };
}

async function fileOf(path: string, { workspace }: Places): Promise<Result<string, RpcError>> {
  const located = fromStore(await attempt(path, () => locate(workspace, path)));
  return located.ok ? { ok: true, value: located.value.absolute } : located;
}

async function copyOf(
  id: string,
  { workspace, uploads }: Places,
  copies: (() => Promise<void>)[],
): Promise<Result<string, RpcError>> {
  const upload = uploads.find(id);
  if (!upload.ok) return upload;
  const { name } = upload.value;
  const safe = nameFault(name) === null ? name : 'put-in.csv';
  const copy = await makePrivateCopy(workspace.ports, upload.value.chunks(), safe);
  copies.push(copy.remove);
  return { ok: true, value: copy.path };
}

async function copyOfMap(
  mapping: AuditMapping,
  { workspace }: Places,
  copies: (() => Promise<void>)[],
): Promise<Result<string, RpcError>> {
  async function* chunks() {
    yield mapBytes(mapping);
  }
  const copy = await makePrivateCopy(workspace.ports, chunks(), madeMap);
  copies.push(copy.remove);
  return { ok: true, value: copy.path };
}

/** The first source that is not what was audited. */
function changedSource({ sources }: KeptAudit, inputs: AuditInputs): string | null {
  const changed = sources.find(({ role, sha256, head }) => {
    if (sha256 === null) return inputs.head !== head;
    return inputs.files.some((file) => file.role === role && file.sha256 !== sha256);
  });
  return changed?.name ?? null;
}
