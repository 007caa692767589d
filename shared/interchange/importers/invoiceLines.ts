import { readDecimal } from '../../base/decimal.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { zoneOf, type Zone } from '../../calendar/zone.ts';
import type { BadRow } from '../../ledger/badRow.ts';
import type { StatedLine } from '../../ledger/invoiceLines.ts';
import { timeReader } from '../../scenario/timeReader.ts';
import { formsOf, invoiceColumns, type AuditMapping, type MappedForms } from '../auditMapping.ts';
import { ForeignRecords, lacking } from './foreignRecords.ts';
import { shownRow } from './redact.ts';
import { plainNumber, timeText, wordIn } from './mappedText.ts';
import { nanosOfText } from './nanosOfText.ts';

/** Exported invoices as read: their lines, and rows that could not be read. */
export interface InvoicesRead {
  readonly lines: readonly StatedLine[];
  readonly badRows: readonly BadRow[];
}

const columns = invoiceColumns;
type Column = (typeof columns)[number];

/** What amounts and times of the file mean. */
export interface InvoiceUnits {
  readonly zone: Zone;
  /** Decimals of the currency's minor unit. */
  readonly minorDigits: number;
}

/** Reads exported invoices, one row a line, or tells why the file as a whole cannot be audited. */
export function readInvoiceLines(
  text: string,
  units: InvoiceUnits,
  mapping: AuditMapping | null = null,
): Result<InvoicesRead, string> {
  const foreign = mapping?.invoices;
  const table = new ForeignRecords(foreign?.delimiter ?? ',', Object.values(foreign?.columns ?? {}));
  const [head, ...records] = [...table.push(text), ...table.end()];
  if (!head) return err('The file of invoices is empty.');
  const names = head.cells.map((cell) => cell.trim());
  const nameOf = (column: Column): string => foreign?.columns[column] ?? column;
  const isNeeded = (column: Column): boolean => !optional.has(column) || foreign?.columns[column] !== undefined;
  const missing = columns.filter((column) => isNeeded(column) && !names.includes(nameOf(column)));
  if (missing.length > 0) return err(`The header of the invoices lacks ${missing.map(nameOf).join(', ')}.`);
  const unseen = lacking(table.unseen());
  if (unseen !== null) return err(unseen);
  const forms = mapping && formsOf(mapping, foreign);
  const { timeZone } = forms?.time ?? {};
  const read = timeReader(timeZone === undefined ? units.zone : zoneOf(timeZone)!);
  const form = foreign && forms ? timeText(forms.time.form) : null;
  const readTime = (time: string): number | null => read((form ? form(time) : time) ?? '');
  const lines: StatedLine[] = [];
  const badRows: BadRow[] = [];
  for (const { line, cells, fault, text: raw } of records) {
    if (fault !== null || cells.length !== names.length) {
      const reason = fault ?? `${cells.length} cells, and the header has ${names.length}`;
      badRows.push({ line, column: '', reason, text: shownRow(names, raw || cells.join(',')) });
      continue;
    }
    const cell = (column: Column): string => {
      const shown = cells[names.indexOf(nameOf(column))]?.trim() ?? '';
      return foreign && forms ? plainCell(column, shown, { kinds: foreign.kinds, forms }) : shown;
    };
    const made = readLine(cell, line, { readTime, minorDigits: units.minorDigits });
    if ('reason' in made) badRows.push(made);
    else lines.push(made);
  }
  return ok({ lines, badRows });
}

/** Columns that a line can do without. */
const optional: ReadonlySet<Column> = new Set(['credits', 'unitPrice']);

/** A foreign cell as our own format writes it, of an invoice's number its digits; what does not fit stays as it is, and is refused later. */
function plainCell(column: Column, text: string, { kinds, forms }: ForeignCells): string {
  if (column === 'kind') return kinds ? (wordIn(kinds, text) ?? '') : text;
  if (column === 'number') return /\d/.test(text) ? text.replaceAll(/\D+/g, '') : text;
  if (column === 'issuedAt' || text === '') return text;
  return plainNumber(text, forms) ?? text;
}

interface ForeignCells {
  readonly kinds: NonNullable<AuditMapping['invoices']>['kinds'];
  readonly forms: MappedForms;
}

function readLine(
  cell: (column: Column) => string,
  line: number,
  { readTime, minorDigits }: { readonly readTime: (text: string) => number | null; readonly minorDigits: number },
): StatedLine | BadRow {
  const bad = (column: Column, reason: string): BadRow => ({ line, column, reason, text: shownRow([], cell(column)) });
  if (!/^\d{1,15}$/.test(cell('number'))) return bad('number', 'not a whole number');
  const issuedAt = readTime(cell('issuedAt'));
  if (issuedAt === null) return bad('issuedAt', 'not an instant');
  if (cell('kind') === '') return bad('kind', 'empty');
  const credits = cell('credits') === '' ? null : nanosOfText(cell('credits'));
  if (Number.isNaN(credits)) return bad('credits', 'not credits');
  if (cell('unitPrice') !== '' && !readDecimal(cell('unitPrice'))) return bad('unitPrice', 'not a price');
  const amount = minorOf(cell('amount'), minorDigits);
  if (amount === null) return bad('amount', `not money with at most ${minorDigits} decimals`);
  const number = Number(cell('number'));
  return { line, number, issuedAt, kind: cell('kind'), credits, unitPrice: cell('unitPrice'), amount };
}

function minorOf(text: string, digits: number): bigint | null {
  const value = readDecimal(text);
  if (!value) return null;
  const scale = 10n ** BigInt(digits);
  return scale % value.den === 0n ? value.num * (scale / value.den) : null;
}
