import { canonicalJson, type JsonValue } from '../../../shared/base/canonicalJson.ts';
import { err, ok, type Result } from '../../../shared/base/result.ts';
import { rowText } from '../../../shared/audit/sampledRows.ts';
import type { AuditPaper, AuditSourceView, PaperFinding, PaperRow } from '../../../shared/rpc/auditViews.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import type { Ports } from '../../platform/ports.ts';
import { fromStore } from '../fromStore.ts';
import type { Handlers } from '../handlers.ts';
import type { KeptAudit } from './auditJobs.ts';
import { noteRefusal, papersOf, signOffRefusal } from './papers.ts';
import type { Papers, ReadPapers } from './readPapers.ts';

/** Names an audit by what was audited: papers about a file do not speak of another version of it. */
export function auditKey({ sha256 }: Pick<Ports, 'sha256'>, sources: readonly AuditSourceView[]): string {
  return sha256(canonicalJson(sources.map((source) => ({ role: source.role, digest: source.sha256 ?? source.head }))));
}

/** Notes and sign-offs of audits, kept in the workspace's chained history. */
export function paperHandlers(read: ReadPapers): Handlers<'audit.papers' | 'audit.note' | 'audit.signOff'> {
  return {
    'audit.papers': async ({ auditId }) => {
      const found = await read(auditId);
      return found.ok ? ok(found.value.papers) : found;
    },
    'audit.note': async (wanted) => {
      const found = await read(wanted.auditId);
      if (!found.ok) return found;
      const refusal = noteRefusal(found.value.papers, wanted);
      if (refusal) return err(refusal);
      const finding = findingOf(found.value.audit, wanted.finding);
      if (!finding.ok) return finding;
      const row = paperRow(found.value.audit, wanted.row ?? null);
      if (!row.ok) return row;
      const { by, status, owner = null, due = null, text, reason } = wanted;
      const about = { role: null, finding: finding.value, row: row.value };
      return append(found.value, 'note', { by, ...about, status, owner, due, text, reason });
    },
    'audit.signOff': async (wanted) => {
      const found = await read(wanted.auditId);
      if (!found.ok) return found;
      const refusal = signOffRefusal(found.value.papers, wanted);
      if (refusal) return err(refusal);
      const { by, role, text, reason } = wanted;
      const nothing = { finding: null, row: null, status: null, owner: null, due: null };
      return append(found.value, 'sign-off', { by, role, ...nothing, text, reason });
    },
  };
}

/** Writes a paper; a sign-off also holds what was signed: the sources, and what the audit came to. */
async function append(
  { workspace, audit, papers }: Papers,
  kind: 'note' | 'sign-off',
  paper: Omit<AuditPaper, 'seq' | 'at'>,
): Promise<Result<readonly AuditPaper[], RpcError>> {
  const { status, findingCounts, totals } = audit.audited.report;
  const sources = audit.sources.map(({ role, name, sha256, head }) => ({ role, name, digest: sha256 ?? head }));
  const signed = kind === 'sign-off' ? { sources, came: { status, findingCounts, totals } } : {};
  const note = JSON.parse(JSON.stringify({ audit: audit.key, ...paper, ...signed })) as JsonValue;
  const written = fromStore(await workspace.history.append({ kind, note }));
  return written.ok ? ok([...papers, ...papersOf([written.value], audit.key)]) : written;
}

function findingOf({ audited: { report } }: KeptAudit, index: number | null): Result<PaperFinding | null, RpcError> {
  if (index === null) return ok(null);
  const finding = report.findings[index];
  if (!finding) return err({ code: 'unknown-finding', message: 'The audit has no such finding.' });
  const { code, row, invoice, at } = finding;
  return ok({ code, row, invoice, at });
}

/** The row that a note is about, with what stands there. */
function paperRow({ audited: { input } }: KeptAudit, row: number | null): Result<PaperRow | null, RpcError> {
  if (row === null) return ok(null);
  if (input.ledger && row <= input.ledger.count) return ok({ row, text: rowText(input.ledger, row) });
  return err({ code: 'no-such-row', message: `The audited ledger has no row ${row}.` });
}
