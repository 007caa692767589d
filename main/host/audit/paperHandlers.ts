import { canonicalJson, type JsonValue } from '../../../shared/base/canonicalJson.ts';
import { err, ok, type Result } from '../../../shared/base/result.ts';
import type { AuditPaper, AuditSourceView, PaperFinding } from '../../../shared/rpc/auditViews.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Workspace } from '../../store/workspaceTypes.ts';
import { fromStore } from '../fromStore.ts';
import type { Handlers } from '../handlers.ts';
import type { OpenFolder } from '../openFolder.ts';
import type { AuditJobs, KeptAudit } from './auditJobs.ts';
import { noteRefusal, papersOf, signOffRefusal } from './papers.ts';

/** Names an audit by what was audited: papers about a file do not speak of another version of it. */
export function auditKey({ sha256 }: Pick<Ports, 'sha256'>, sources: readonly AuditSourceView[]): string {
  return sha256(canonicalJson(sources.map((source) => ({ role: source.role, digest: source.sha256 ?? source.head }))));
}

/** Notes and sign-offs of audits, kept in the workspace's chained history. */
export function paperHandlers(
  open: OpenFolder,
  jobs: AuditJobs,
): Handlers<'audit.papers' | 'audit.note' | 'audit.signOff'> {
  const read = async (auditId: string): Promise<Result<Papers, RpcError>> => {
    const workspace = open.workspace();
    if (!workspace.ok) return workspace;
    const audit = jobs.find(auditId);
    if (!audit.ok) return audit;
    const entries = fromStore(await workspace.value.history.entries());
    if (!entries.ok) return entries;
    return ok({ workspace: workspace.value, audit: audit.value, papers: papersOf(entries.value, audit.value.key) });
  };
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
      const about = findingOf(found.value.audit, wanted.finding);
      if (!about.ok) return about;
      const { by, status, text, reason } = wanted;
      return append(found.value, 'note', { by, role: null, finding: about.value, status, text, reason });
    },
    'audit.signOff': async (wanted) => {
      const found = await read(wanted.auditId);
      if (!found.ok) return found;
      const refusal = signOffRefusal(found.value.papers, wanted);
      if (refusal) return err(refusal);
      const { by, role, text, reason } = wanted;
      return append(found.value, 'sign-off', { by, role, finding: null, status: null, text, reason });
    },
  };
}

interface Papers {
  readonly workspace: Workspace;
  readonly audit: KeptAudit;
  readonly papers: readonly AuditPaper[];
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
