import { randomInt } from 'node:crypto';
import * as nodePath from 'node:path';
import { parseArgs } from 'node:util';
import { auditFiles, type AuditFailure } from '../host/audit/auditFiles.ts';
import type { NamedFile } from '../host/audit/readText.ts';
import { extrasOf, extrasText, readExtras, reportJson } from './auditExtras.ts';
import { sourcesText, watchSources, type AuditedSource } from './auditSources.ts';
import { auditText, badRowLine } from './auditText.ts';
import { cliPorts } from './cliPorts.ts';
import { exitCode, UsageError, type Command, type CommandIo } from './command.ts';
import { describeDiagnostic, plainText } from './plainText.ts';

export const auditUsage = `drawdown audit --terms TERMS.scenario.json [--usage USAGE.csv] [--ledger ROWS.csv|ROWS.ndjson|NAME.ledger]
    [--invoices INVOICES.csv] [--map MAP.json] [--head HASH] [--search SECONDS] [--json]
    [--materiality AMOUNT] [--tolerance AMOUNT] [--trivial AMOUNT] [--sample ROWS [--seed NUMBER]] [--evidence FILE.zip]
    [--report FILE.html]
  Recomputes an exported ledger or its invoices by the terms: is every figure what they say, where is the first row that is
  not, what is the difference in money, and which mistake explains it. Give a ledger or invoices, and the independent usage
  record where there is no ledger. Exit code 0 where all is clean, 1 where there are findings.
  Amounts are in the currency of the terms: differences of the invoice lines that add up to more than --materiality are material; a
  line up to --tolerance, or below --trivial, is kept and marked. --sample draws rows to look at by hand; the same seed draws the same
  ones. --evidence writes a pack of the inputs, the report as HTML, JSON and CSV, a log and hashes; --report writes the
  HTML alone, which prints with page numbers. Neither is ever written over another file.`;

const options = {
  terms: { type: 'string' },
  usage: { type: 'string' },
  ledger: { type: 'string' },
  invoices: { type: 'string' },
  map: { type: 'string' },
  head: { type: 'string' },
  search: { type: 'string' },
  json: { type: 'boolean' },
  materiality: { type: 'string' },
  tolerance: { type: 'string' },
  trivial: { type: 'string' },
  sample: { type: 'string' },
  seed: { type: 'string' },
  evidence: { type: 'string' },
  report: { type: 'string' },
} as const;

/** Audits an exported ledger, or invoices. */
export const auditCommand: Command = async (args, io) => {
  const asked = readArguments(args);
  const named = (file: string | undefined): NamedFile | null =>
    file === undefined ? null : { absolute: nodePath.resolve(io.cwd, file), shown: file };
  const ports = cliPorts();
  const files = {
    terms: named(asked.terms),
    usage: named(asked.usage),
    ledger: named(asked.ledger),
    invoices: named(asked.invoices),
    map: named(asked.map),
  };
  const { evidence, report: reportFile } = asked;
  const wanted = evidence !== undefined || reportFile !== undefined;
  const pack = wanted
    ? await (await import('./auditPack.ts')).openPack(ports, io, { evidence, report: reportFile, files })
    : null;
  if (pack && 'exit' in pack) return pack.exit;
  const watched = await watchSources(ports, files);
  const outcome = await auditFiles(ports, {
    ...files,
    terms: files.terms!,
    head: asked.head,
    searchMs: asked.searchMs,
    keepRows: pack !== null || asked.extras.sample !== null,
    progress: progressTo(io),
  });
  if (!outcome.ok) {
    await watched.stop();
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
};

/** The report as it is packed, and beside it what it rests on. */
function withSources(json: string, sources: readonly AuditedSource[]): string {
  return `${JSON.stringify({ ...(JSON.parse(json) as object), sources }, null, 2)}\n`;
}

function readArguments(args: string[]) {
  const values = parsed(args);
  const { terms, usage, ledger, invoices, map, head, search, json, evidence, report } = values;
  if (terms === undefined) throw new UsageError('--terms names the scenario with the terms');
  if (ledger === undefined && invoices === undefined) throw new UsageError('give --ledger, or --invoices, or both');
  if (ledger === undefined && usage === undefined) throw new UsageError('--usage is needed where there is no --ledger');
  if (head !== undefined && !/^[0-9a-fA-F]{64}$/.test(head)) throw new UsageError('--head takes 64 hexadecimal digits');
  if (search !== undefined && !/^\d{1,5}$/.test(search)) throw new UsageError('--search takes whole seconds');
  const searchMs = 1000 * Number(search ?? 60);
  if (evidence === '') throw new UsageError('--evidence takes the name of a file');
  if (report === '') throw new UsageError('--report takes the name of a file');
  return {
    terms,
    usage,
    ledger,
    invoices,
    map,
    evidence,
    report,
    searchMs,
    head: head?.toLowerCase() ?? null,
    json: json ?? false,
    extras: readExtras(values, makeSeed),
    options: repeated.flatMap((name) => (values[name] === undefined ? [] : [`--${name}`, values[name]])),
  };
}

/** What has to be given again to make the same audit of the files in a pack. */
const repeated = ['head', 'search', 'materiality', 'tolerance', 'trivial', 'sample'] as const;

/** Small enough to be typed in again. */
function makeSeed(): number {
  return randomInt(1_000_000_000);
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options, strict: true }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
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
