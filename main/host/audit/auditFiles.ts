import { ok, type Result } from '../../../shared/base/result.ts';
import { auditSteps, type AuditInput } from '../../../shared/audit/audit.ts';
import type { AuditRefusal, AuditReport } from '../../../shared/audit/report.ts';
import { straightReport } from '../../../shared/audit/straight/straightReport.ts';
import { auditTerms, type AuditTerms } from '../../../shared/audit/terms.ts';
import type { Diagnostic } from '../../../shared/base/diagnostic.ts';
import { mapsLedger, type AuditMapping } from '../../../shared/interchange/auditMapping.ts';
import { readInvoiceLines } from '../../../shared/interchange/importers/invoiceLines.ts';
import { usageRecordReader, type UsageRecordRead } from '../../../shared/interchange/importers/usageRecordRows.ts';
import type { BadRow } from '../../../shared/ledger/badRow.ts';
import { decodeScenario } from '../../../shared/scenario/decode.ts';
import type { Zone } from '../../../shared/calendar/zone.ts';
import type { ControlTotals } from '../../../shared/audit/controlTotals.ts';
import type { Ports } from '../../platform/ports.ts';
import type { LedgerBlocks } from '../../workers/plainBlocks.ts';
import { documentLimit } from '../../store/limits.ts';
import { invoiceControl, ledgerControl, usageControl, type SourceControl } from './controlTotals.ts';
import { inTurns } from './inTurns.ts';
import { readLedger, type LedgerRead } from './readLedger.ts';
import { readMapping } from './readMapping.ts';
import { badInput, readText, readWhole, type AuditedFile, type AuditFault } from './readText.ts';
import { auditFileStraight } from './straightFile.ts';

/** The files of one audit. At least one of ledger and invoices, and usage where there is no ledger. */
export interface AuditFiles {
  readonly terms: AuditedFile;
  readonly usage: AuditedFile | null;
  readonly ledger: AuditedFile | null;
  readonly invoices: AuditedFile | null;
  /** The rows of the ledger, where they are already being read. */
  readonly ahead?: Promise<LedgerBlocks | null> | null;
  /** How a foreign export is read; our own formats need none. */
  readonly map?: AuditedFile | null;
  /** A head of the ledger's chain that was kept from earlier. */
  readonly head: string | null;
  /** How long explanations may be looked for. */
  readonly searchMs: number;
  /** Whether the rows are looked at once the audit is made. */
  readonly keepRows: boolean;
  readonly progress: (step: string) => void;
  /** Throws where nobody waits for the audit any more. */
  readonly check?: () => void;
}

/** A row that could not be read, with its file. */
export interface BadRowOfFile extends BadRow {
  readonly file: string;
}

/** What an audit of files came to. With bad rows the rest was audited, and the report says what was left out. */
export interface AuditedFiles {
  readonly report: AuditReport;
  /** At most 200 a file. */
  readonly badRows: readonly BadRowOfFile[];
  readonly badRowCount: number;
  /** By role, of what was given. */
  readonly controls: Readonly<Partial<Record<'ledger' | 'usage' | 'invoices', SourceControl>>>;
  /** What was audited, as it was read. */
  readonly input: AuditInput;
}

/** Why there is no report. */
export type AuditFailure =
  | { readonly from: 'file'; readonly fault: AuditFault }
  | { readonly from: 'diagnostics'; readonly file: string; readonly diagnostics: readonly Diagnostic[] }
  | { readonly from: 'refused'; readonly refusals: readonly AuditRefusal[] };

type Failed = { readonly ok: false; readonly error: AuditFailure };

/** Reads the files of an audit, never writing to them, and audits. */
export async function auditFiles(ports: Ports, files: AuditFiles): Promise<Result<AuditedFiles, AuditFailure>> {
  const terms = await readTerms(ports, files.terms);
  if (!terms.ok) return terms;
  const mapped = files.map ? await readMapping(ports, files.map) : ok(null);
  if (!mapped.ok) return ofFile(mapped.error);
  const mapping = mapped.value;
  const { zone } = terms.value.scenario;
  const progress = progressOf(files.progress);
  const straight = await auditStraight(ports, files, terms.value);
  if (straight) return ok(straight);
  const record = files.usage ? await readRecord(ports, files.usage, { zone, mapping }) : ok(null);
  if (!record.ok) return record;
  const ledger = files.ledger
    ? await readLedger(ports, files.ledger, {
        zone,
        mapping: mapping && mapsLedger(mapping) ? mapping : null,
        head: files.head,
        progress,
      })
    : ok(null);
  if (!ledger.ok) return ofFile(ledger.error);
  const invoices = files.invoices ? await readInvoices(ports, files.invoices, terms.value, mapping) : ok(null);
  if (!invoices.ok) return invoices;
  const unreadable =
    unreadableOf(files.usage, record.value?.rows.count, record.value) ??
    unreadableOf(files.ledger, ledger.value?.rows.count, ledger.value?.chain ? null : ledger.value) ??
    unreadableOf(files.invoices, invoices.value?.lines.length, invoices.value);
  if (unreadable) return ofFile(unreadable);
  const badRows = [
    ...badRowsOf(files.usage, record.value?.badRows),
    ...badRowsOf(files.ledger, ledger.value?.badRows),
    ...badRowsOf(files.invoices, invoices.value?.badRows),
  ];
  const badRowCount =
    (record.value?.badRowCount ?? 0) + (ledger.value?.badRowCount ?? 0) + (invoices.value?.badRows.length ?? 0);
  const until = ports.steady.now() + files.searchMs;
  const input: AuditInput = {
    terms: terms.value,
    ledger: ledger.value?.rows ?? null,
    record: record.value?.rows ?? null,
    invoices: invoices.value?.lines ?? null,
    chain: ledger.value?.chain ?? null,
    unread: unreadOf(ledger.value, badRowCount, record.value?.badRowCount ?? 0),
    goesOn: () => ports.steady.now() < until,
    progress: files.progress,
  };
  const imported = controlsOf(input);
  const report = await inTurns(auditSteps(input), ports.steady, files.check);
  if (!report.ok) return { ok: false, error: { from: 'refused', refusals: report.error } };
  const controls = bothControls(imported, controlsOf(input));
  return ok({ report: report.value, badRows, badRowCount, controls, input });
}

type Controls = Partial<Record<'ledger' | 'usage' | 'invoices', ControlTotals>>;

function controlsOf({ ledger, record, invoices, terms }: AuditInput): Controls {
  return {
    ...(ledger && { ledger: ledgerControl(ledger) }),
    ...(record && { usage: usageControl(record) }),
    ...(invoices && { invoices: invoiceControl(invoices, terms.program.minorDigits) }),
  };
}

function bothControls(imported: Controls, audited: Controls): AuditedFiles['controls'] {
  const both = (role: keyof Controls) =>
    imported[role] && audited[role] ? { [role]: { imported: imported[role], audited: audited[role] } } : {};
  return { ...both('ledger'), ...both('usage'), ...both('invoices') };
}

/**
 * The audit of a ledger in a form of our own that is right in every row, which is made without keeping its rows. Null for every other:
 * only the audit that keeps them can say what is the matter.
 */
async function auditStraight(ports: Ports, files: AuditFiles, terms: AuditTerms): Promise<AuditedFiles | null> {
  const { ledger, ahead = null, invoices: billed, usage, map, head, keepRows } = files;
  if (!ledger || 'chunks' in ledger || (usage && 'chunks' in usage) || map || keepRows) return null;
  const read = await auditFileStraight(ports, { ledger, ahead, usage, head }, terms, progressOf(files.progress));
  if (!read) return null;
  const invoices = billed ? await readInvoices(ports, billed, terms, null) : ok(null);
  if (!invoices.ok) return null;
  const badRows = badRowsOf(billed, invoices.value?.badRows);
  const lines = invoices.value?.lines ?? null;
  const unread = unreadOf(null, badRows.length, 0);
  const rest = { goesOn: () => true, progress: files.progress };
  const input = { terms, ledger: null, record: null, invoices: lines, chain: null, unread, ...rest };
  const imported = controlsOf(input);
  const report = straightReport(read.ledger, input);
  if (!report) return null;
  const controls = { ...read.controls, ...bothControls(imported, controlsOf(input)) };
  return { report, badRows, badRowCount: badRows.length, controls, input };
}

function ofFile(fault: AuditFault): Failed {
  return { ok: false, error: { from: 'file', fault } };
}

/** Bytes of invoice lines that are audited at once. */
const mostInvoices = 100_000_000;

async function readTerms(ports: Ports, file: AuditedFile): Promise<Result<AuditTerms, AuditFailure>> {
  const text = await readWhole(ports, file, documentLimit);
  if (!text.ok) return ofFile(text.error);
  const { scenario, diagnostics } = decodeScenario(text.value);
  const failed = (faults: readonly Diagnostic[]): Failed => {
    return { ok: false, error: { from: 'diagnostics', file: file.shown, diagnostics: faults } };
  };
  if (!scenario) return failed(diagnostics);
  const terms = auditTerms(scenario, text.value);
  return terms.ok ? terms : failed(terms.error);
}

async function readRecord(
  ports: Ports,
  file: AuditedFile,
  how: { readonly zone: Zone; readonly mapping: AuditMapping | null },
): Promise<Result<UsageRecordRead, AuditFailure>> {
  const reader = usageRecordReader(file.shown, how);
  const read = await readText(ports, file, (text) => reader.push(text));
  if (!read.ok) return ofFile(read.error);
  const record = reader.end();
  if (record.ok) return record;
  const { error } = record;
  if (typeof error === 'string') return ofFile({ kind: 'bad-input', message: `${file.shown}: ${error}` });
  return { ok: false, error: { from: 'diagnostics', file: file.shown, diagnostics: error } };
}

async function readInvoices(
  ports: Ports,
  file: AuditedFile,
  { scenario: { zone }, program: { minorDigits } }: AuditTerms,
  mapping: AuditMapping | null,
) {
  const text = await readWhole(ports, file, mostInvoices);
  if (!text.ok) return ofFile(text.error);
  const read = readInvoiceLines(text.value, { zone, minorDigits }, mapping);
  if (read.ok) return read;
  const refused = badInput(`${file.shown}: ${read.error}`);
  return refused.ok ? refused : ofFile(refused.error);
}

/** The fault of a file that has rows, none of which can be read: nothing could be said of it. */
function unreadableOf(
  file: AuditedFile | null,
  rows: number | undefined,
  read: { readonly badRows: readonly BadRow[] } | null | undefined,
): AuditFault | null {
  const first = read?.badRows[0];
  if (!file || rows !== 0 || !first) return null;
  const { line, column, reason } = first;
  const where = column === '' ? `line ${line}` : `line ${line}, ${column}`;
  return { kind: 'bad-input', message: `${file.shown}: none of its rows can be read. The first, ${where}: ${reason}.` };
}

function badRowsOf(file: AuditedFile | null, rows: readonly BadRow[] | undefined): BadRowOfFile[] {
  return (rows ?? []).map((row) => ({ file: file!.shown, ...row }));
}

function unreadOf(ledger: LedgerRead | null, badRowCount: number, ofRecord: number): string[] {
  const unread: string[] = [];
  if (badRowCount > 0) unread.push(`${badRowCount} rows could not be read: they are no part of the audit.`);
  if (ofRecord > 0) {
    unread.push(`${ofRecord} of them are of the usage record: what they record counts as not recorded.`);
  }
  const others = ledger?.otherColumns.filter((name) => name !== 'hash') ?? [];
  if (others.length > 0) unread.push(`Columns that are none of a ledger's were not read: ${others.join(', ')}.`);
  return unread;
}

const megabyte = 1_000_000;

function progressOf(tell: (step: string) => void): (bytes: number) => void {
  let told = 0;
  return (bytes) => {
    if (bytes - told < 50 * megabyte) return;
    told = bytes;
    tell(`read ${Math.round(bytes / megabyte)} MB`);
  };
}
