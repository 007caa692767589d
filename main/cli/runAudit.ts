import { auditFiles } from '../host/audit/auditFiles.ts';
import type { AuditFailure } from '../host/audit/auditFailure.ts';
import type { NamedFile } from '../host/audit/readText.ts';
import type { SharedBlocks } from '../workers/sharedBlocks.ts';
import type { AuditArguments } from './auditArguments.ts';
import { extrasOf, extrasText, reportJson } from './auditExtras.ts';
import { sourcesText, watchSources, type AuditedSource } from './auditSources.ts';
import { auditText, badRowLine } from './auditText.ts';
import { cliPorts } from './cliPorts.ts';
import { exitCode, type CommandIo } from './command.ts';
import { describeDiagnostic, plainText } from './plainText.ts';

/** The files of an audit by role. */
interface NamedFiles extends Readonly<Record<'usage' | 'ledger' | 'invoices' | 'map', NamedFile | null>> {
  readonly terms: NamedFile;
  /** The rows of the ledger, where they are already being read. */
  readonly ahead: Promise<SharedBlocks | null> | null;
}

/** Audits files as they were asked for, and gives the exit code. */
export async function runAudit(asked: AuditArguments, { ahead, ...files }: NamedFiles, io: CommandIo): Promise<number> {
  const ports = cliPorts();
  const { evidence, report: reportFile } = asked;
  const pack = asked.isPacked
    ? await (await import('./auditPack.ts')).openPack(ports, io, { evidence, report: reportFile, files })
    : null;
  if (pack && 'exit' in pack) return pack.exit;
  const watched = await watchSources(ports, files, ahead);
  const outcome = await auditFiles(ports, {
    ...files,
    ahead,
    head: asked.head,
    searchMs: asked.searchMs,
    keepRows: asked.keepRows,
    progress: progressTo(io),
  });
  if (!outcome.ok) {
    watched.stop();
    return tellFailure(outcome.error, io);
  }
  const sources = await watched.settle(outcome.value);
  for (const { name } of sources.filter(({ unchanged }) => !unchanged))
    io.stderr(`${plainText(name)} was changed while it was audited: audit it again\n`);
  const { report, badRows, badRowCount } = outcome.value;
  for (const bad of badRows) io.stderr(`${plainText(badRowLine(bad))}\n`);
  if (badRowCount > badRows.length) io.stderr(`and ${badRowCount - badRows.length} more rows that cannot be read\n`);
  const extras = extrasOf(outcome.value, asked.extras);
  const json = reportJson(outcome.value, extras);
  io.stdout(asked.json ? withSources(json, sources) : auditText(report) + extrasText(extras) + sourcesText(sources));
  if (pack) {
    const options = [...asked.options, ...(extras.sample ? ['--seed', String(extras.sample.seed)] : [])];
    const written = await pack.write({ audited: outcome.value, extras, reportJson: json, options });
    if (written !== exitCode.fine) return written;
  }
  if (badRowCount > 0) return exitCode.badInput;
  return report.status === 'clean' ? exitCode.fine : exitCode.findings;
}

/** The report as it is packed, and beside it what it rests on. */
function withSources(json: string, sources: readonly AuditedSource[]): string {
  return `${JSON.stringify({ ...(JSON.parse(json) as object), sources }, null, 2)}\n`;
}

function tellFailure(failure: AuditFailure, io: CommandIo): number {
  if (failure.from === 'file') {
    io.stderr(`${plainText(failure.fault.message)}\n`);
    return failure.fault.kind === 'io' ? exitCode.ioFailure : exitCode.badInput;
  }
  const lines =
    failure.from === 'diagnostics'
      ? failure.diagnostics.map((fault) => describeDiagnostic(fault, failure.file))
      : failure.refusals.map(({ message, place }) => plainText(`${message} (${place})`));
  for (const line of lines) io.stderr(`${line}\n`);
  return exitCode.badInput;
}

const quietMs = 2000;

/** Tells how far a long audit has come; a short one stays silent. */
function progressTo(io: CommandIo): (step: string) => void {
  const from = performance.now();
  return (step) => {
    const elapsed = performance.now() - from;
    if (elapsed > quietMs) io.stderr(`${(elapsed / 1000).toFixed(0)} s: ${step}\n`);
  };
}
