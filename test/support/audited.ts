import { invoicesCsv } from '../../shared/interchange/exporters/invoiceRows.ts';
import { rowCsv, rowsCsvHeader } from '../../shared/interchange/exporters/rowsCsv.ts';
import { readInvoiceLines } from '../../shared/interchange/importers/invoiceLines.ts';
import { ledgerRowsReader } from '../../shared/interchange/importers/ledgerRows.ts';
import { audit, type AuditInput } from '../../shared/audit/audit.ts';
import type { AuditReport } from '../../shared/audit/report.ts';
import { auditTerms, type AuditTerms } from '../../shared/audit/terms.ts';
import type { Deviation } from '../../shared/engine/deviation.ts';
import type { Run } from '../../shared/engine/outcome.ts';
import type { Program } from '../../shared/engine/program.ts';
import { ledgerRows } from '../../shared/engine/rows.ts';
import { runProgram } from '../../shared/engine/run.ts';
import { statement } from '../../shared/engine/statement.ts';
import { compileScenario } from '../../shared/scenario/compile.ts';
import { decodeScenario } from '../../shared/scenario/decode.ts';
import { usageFileReader } from '../../shared/scenario/usageFile.ts';
import type { LedgerRow } from '../../shared/ledger/row.ts';

/** What somebody billed: the files of an audit, as text. */
export interface Exported {
  readonly ledger?: string;
  readonly invoices?: string;
  readonly usage?: string;
  readonly chain?: AuditInput['chain'];
}

/** The terms of a scenario document. */
export function termsOf(document: object): AuditTerms {
  const text = JSON.stringify(document);
  const { scenario, diagnostics } = decodeScenario(text);
  if (!scenario) throw new Error(JSON.stringify(diagnostics));
  const terms = auditTerms(scenario, text);
  if (!terms.ok) throw new Error(JSON.stringify(terms.error));
  return terms.value;
}

/** A run of a scenario document that departs from the rules. */
export function deviatingRun(document: object, deviation?: Deviation, change = (program: Program) => program): Run {
  const { scenario, diagnostics } = decodeScenario(JSON.stringify(document));
  if (!scenario) throw new Error(JSON.stringify(diagnostics));
  const { program } = compileScenario(scenario, []);
  const run = runProgram(change(program!), deviation);
  if (!run.ok) throw new Error(JSON.stringify(run.error));
  return run.value;
}

/** The rows of a run as an exported CSV; `edit` breaks them. */
export function ledgerCsv(run: Run, edit: (rows: LedgerRow[]) => LedgerRow[] = (rows) => rows): string {
  return (
    rowsCsvHeader +
    edit([...ledgerRows(run)])
      .map(rowCsv)
      .join('')
  );
}

/** The invoices of a run as an exported CSV. */
export function invoicesOf(run: Run): string {
  return invoicesCsv(statement(run).invoices);
}

/** A run's own usage as an independent record. */
export function recordOf(run: Run): string {
  const rows = [...ledgerRows(run)].filter(({ kind }) => kind === 'use');
  const lines = rows.map(({ at, meter, quantity, credits, id, flags }) => {
    const free = flags.split(' ').includes('free');
    const whole = flags.split(' ').includes('whole');
    const calls = /calls=(\d+)/.exec(flags)?.[1] ?? '';
    return [at, meter, quantity, meter === '' ? credits : '', id, calls, whole, !free].join(',');
  });
  return `${['at,meter,quantity,credits,id,calls,whole,billable', ...lines].join('\n')}\n`;
}

/** Audits exported files by terms. */
export function auditOf(terms: AuditTerms, { ledger, invoices, usage, chain }: Exported): AuditReport {
  const { zone } = terms.scenario;
  const report = audit({
    terms,
    ledger: ledger === undefined ? null : readRows(ledger, terms),
    record: usage === undefined ? null : readRecord(usage, terms),
    invoices: invoices === undefined ? null : mustRead(readInvoiceLines(invoices, { zone, minorDigits: 2 })).lines,
    chain: chain ?? null,
    unread: [],
    goesOn: () => true,
    progress: () => undefined,
  });
  if (!report.ok) throw new Error(JSON.stringify(report.error));
  return report.value;
}

function readRows(text: string, { scenario }: AuditTerms) {
  const reader = ledgerRowsReader(scenario.zone);
  reader.push(text);
  const read = mustRead(reader.end());
  if (read.badRowCount > 0) throw new Error(JSON.stringify(read.badRows));
  return read.rows;
}

function readRecord(text: string, { scenario }: AuditTerms) {
  const reader = usageFileReader('usage.csv', scenario.zone);
  reader.push(text);
  const { rows, diagnostics } = reader.end();
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return rows;
}

function mustRead<T>(result: { ok: true; value: T } | { ok: false; error: string }): T {
  if (!result.ok) throw new Error(result.error);
  return result.value;
}
