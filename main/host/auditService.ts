import { err, ok, type Result } from '../../shared/base/result.ts';
import type { AuditSourceView, AuditView } from '../../shared/rpc/auditViews.ts';
import type { RpcName, RpcParams } from '../../shared/rpc/table.ts';
import type { RpcError } from '../../shared/rpc/views.ts';
import type { Upload } from '../store/upload.ts';
import { auditFiles } from './audit/auditFiles.ts';
import type { AuditedFiles } from './audit/auditedFiles.ts';
import type { AuditFailure } from './audit/auditFailure.ts';
import { AuditCancelled } from './audit/auditCancelled.ts';
import type { AuditJobs } from './audit/auditJobs.ts';
import { auditView } from './audit/auditView.ts';
import { invoiceTotals, ledgerTotals } from './audit/controlTotals.ts';
import { deskHandlers } from './audit/desk/deskHandlers.ts';
import { auditKey, paperHandlers } from './audit/paperHandlers.ts';
import { packAudit } from './audit/packAudit.ts';
import { printAudit, reportAudit } from './audit/printAudit.ts';
import { papersReader } from './audit/readPapers.ts';
import { previewHandlers } from './audit/preview/previewHandlers.ts';
import { rowHandlers } from './audit/rows/rowHandlers.ts';
import { openAudit, type OpenSource, type Role } from './audit/openAudit.ts';
import type { Events } from './events.ts';
import type { Handlers } from './handlers.ts';
import type { HostPorts } from './hostPorts.ts';
import type { OpenFolder } from './openFolder.ts';
import type { ScenarioThreads } from './threads/scenarioThreads.ts';
import type { Output } from './output.ts';

interface Parts {
  readonly ports: HostPorts;
  readonly open: OpenFolder;
  readonly uploads: { find(id: string): Result<Upload, RpcError> };
  readonly events: Events;
  readonly output: Output;
  readonly jobs: AuditJobs;
  readonly threads: ScenarioThreads;
}

/** How long explanations are looked for. */
const searchMs = 60_000;
const restMs = 100;

const stepTitles: Readonly<Record<string, string>> = {
  recomputing: 'Recomputing by the terms',
  comparing: 'Comparing',
  explaining: 'Looking for what explains the difference',
};

type Served = Extract<RpcName, `audit.${string}`>;

/** Audits what somebody exported, pages through what was found, and keeps what the auditor makes of it. */
export function auditService(parts: Parts): Handlers<Served> {
  const { ports, uploads, jobs } = parts;
  const read = papersReader(parts.open, jobs);
  return {
    ...paperHandlers(read),
    ...deskHandlers(read, ports.randomId),
    ...previewHandlers(parts),
    ...rowHandlers(parts, jobs),
    'audit.pack': async ({ auditId }) => {
      const papers = await read(auditId);
      return papers.ok ? packAudit(papers.value, uploads) : papers;
    },
    'audit.report': async ({ auditId }) => {
      const papers = await read(auditId);
      return papers.ok ? reportAudit(papers.value, uploads) : papers;
    },
    'audit.print': async ({ auditId }) => {
      const papers = await read(auditId);
      return papers.ok ? printAudit(papers.value, uploads, ports.printPdf ?? null) : papers;
    },
    'audit.run': async (wanted) => {
      const wrong = lacking(wanted);
      if (wrong !== null) return err({ code: 'nothing-to-audit', message: wrong });
      const signal = jobs.begin(wanted.job);
      try {
        return await runAudit(parts, jobs, { wanted, signal });
      } catch (error) {
        if (error instanceof AuditCancelled) return err({ code: 'cancelled', message: 'The audit was cancelled.' });
        throw error;
      } finally {
        jobs.end(wanted.job);
      }
    },
    'audit.findings': ({ auditId, code, from, count }) => {
      const found = jobs.findings(auditId, code);
      if (!found.ok) return found;
      return ok({ from, total: found.value.length, findings: found.value.slice(from, from + count) });
    },
    'audit.cancel': ({ job }) => ok({ cancelled: jobs.cancel(job) }),
  };
}

function lacking({ ledger, usage, invoices }: RpcParams<'audit.run'>): string | null {
  if (!ledger && !invoices) return 'An audit needs a ledger or invoices.';
  return !ledger && !usage ? 'Invoices alone need the usage record that they rest on.' : null;
}

interface Job {
  readonly wanted: RpcParams<'audit.run'>;
  readonly signal: AbortSignal;
}

async function runAudit(
  { ports, open, uploads, events, output, threads }: Parts,
  jobs: AuditJobs,
  { wanted, signal }: Job,
): Promise<Result<AuditView, RpcError>> {
  const opened = open.workspace();
  if (!opened.ok) return opened;
  const check = (): void => signal.throwIfAborted();
  const tell = progressOf(wanted.job, ports, events);
  const sources = await openAudit(wanted, { workspace: opened.value, uploads, tell, check });
  if (!sources.ok) return sources;
  const file = (role: Role) => sources.value.find((source) => source.role === role)?.file ?? null;
  const audited = await auditFiles(ports, {
    terms: file('terms')!,
    usage: file('usage'),
    ledger: file('ledger'),
    invoices: file('invoices'),
    map: file('map'),
    head: wanted.head,
    searchMs,
    keepRows: true,
    progress: (step) => tell(stepTitles[step] ?? step, null),
    check,
    threads,
    signal,
  });
  check();
  if (!audited.ok) return err(refusalOf(audited.error));
  const { report, input } = audited.value;
  const { scenario } = input.terms;
  output.say(`Audited ${sources.value.map(({ file: { shown } }) => shown).join(', ')}: ${report.status}.`);
  tell('Checking that no file was changed meanwhile', null);
  const views = await Promise.all(sources.value.map((source) => sourceView(source, audited.value)));
  const auditId = jobs.keep({ audited: audited.value, wanted, sources: views, key: auditKey(ports, views) });
  return ok(auditView({ auditId, scenario, audited: audited.value, sources: views }));
}

/** Tells how far an audit is, not oftener than eyes can follow; each new step at once. */
function progressOf(job: string, { steady }: HostPorts, events: Events): (step: string, part: number | null) => void {
  let last = { step: '', at: 0 };
  return (step, part) => {
    const at = steady.now();
    if (step === last.step && at - last.at < restMs && part !== 1) return;
    last = { step, at };
    events.emit({ event: 'audit.progress', payload: { job, step, part } });
  };
}

async function sourceView(
  { role, file, bytes, digest, again }: OpenSource,
  { controls }: AuditedFiles,
): Promise<AuditSourceView> {
  const control = role === 'terms' || role === 'map' ? null : (controls[role] ?? null);
  const totals =
    role === 'ledger' && control
      ? ledgerTotals(control.audited)
      : role === 'invoices' && control
        ? invoiceTotals(control.audited)
        : (control?.audited.sums ?? []).map(({ title, value }) => ({ title, value }));
  const { sha256, head } = digest();
  const unchanged = (await again()) === (sha256 ?? head);
  return {
    role,
    name: file.shown,
    bytes,
    sha256,
    head,
    unchanged,
    rows: control?.audited.rows ?? null,
    totals,
    control,
  };
}

function refusalOf(failure: AuditFailure): RpcError {
  if (failure.from === 'file') return { code: failure.fault.kind, message: failure.fault.message };
  if (failure.from === 'diagnostics') {
    const { file, diagnostics } = failure;
    return { code: 'faults', message: `${file} has faults, so nothing was audited.`, path: file, diagnostics };
  }
  const [first] = failure.refusals;
  const more = failure.refusals.length - 1;
  return {
    code: first?.code ?? 'refused',
    message: `${first?.message ?? 'The terms do not stand'} (${first?.place ?? ''})${more > 0 ? `, and ${more} more.` : ''}`,
  };
}
