import type { JsonValue } from '../../base/canonicalJson.ts';
import { formatCredits } from '../../base/credits.ts';
import { formatDecimal, readDecimal } from '../../base/decimal.ts';
import { formatPath, type PathSteps } from '../../base/jsonPath.ts';
import { formatMoney } from '../../base/money.ts';
import type { LotMonth } from '../../ledger/rollForward.ts';
import { rowColumns, type LedgerRow, type RowColumn } from '../../ledger/row.ts';
import type { Check } from './check.ts';
import { headFacts, type ExportHead } from './exportHead.ts';
import { invoiceColumns, invoiceRows, type StatedInvoice } from './invoiceRows.ts';
import { rollForwardColumns, rollForwardFigures } from './rollForwardCsv.ts';
import { headings, numberCell, textCell, type Cell } from './xlsx/cell.ts';
import { mostSheetRows, xlsxWorkbook, type Sheet } from './xlsx/workbook.ts';

/** What a workbook shows of a ledger. `months` and `checks` are asked for once all rows were taken. */
export interface LedgerBook {
  readonly head: ExportHead;
  /** The scenario as run. */
  readonly scenario: JsonValue;
  readonly rows: AsyncIterable<readonly LedgerRow[]>;
  readonly invoices: readonly StatedInvoice[];
  readonly months: () => readonly LotMonth[];
  readonly checks: () => readonly Check[];
}

/** A ledger as XLSX with typed cells: the terms (inputs), its rows (workings), invoices and roll-forward (outputs), and checks. */
export function ledgerWorkbook(book: LedgerBook): AsyncGenerator<Uint8Array> {
  const { head } = book;
  const inputs = { name: 'inputs', widths: [40, 70], rows: () => inputRows(book) };
  const outputs = {
    name: 'outputs',
    widths: [12, 22, 14, ...rollForwardColumns.slice(3).map(() => 18)],
    rows: () => outputRows(book),
  };
  const checks = { name: 'checks', widths: [60, 12, 24, 24, 24, 10], rows: () => checkRows(book) };
  return xlsxWorkbook([inputs, ...workings(book), outputs, checks], head.minorDigits);
}

function* inputRows({ head, scenario }: LedgerBook): Generator<Cell[]> {
  yield headings(['ledger', '']);
  for (const [label, fact] of headFacts(head)) {
    yield [textCell(label), typeof fact === 'number' ? numberCell(String(fact)) : textCell(fact)];
  }
  yield [];
  yield headings(['scenario', '']);
  yield* leaves(scenario, []);
}

/** Every value of the scenario with its path. Listed usage is among the workings, row by row. */
function* leaves(value: JsonValue, path: PathSteps): Generator<Cell[]> {
  const place = formatPath(path);
  if (place === 'usage.events' && Array.isArray(value))
    yield [textCell(`${place}: count`), numberCell(String(value.length))];
  else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      yield* leaves(member as JsonValue, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  } else yield [textCell(place), leaf(value)];
}

function leaf(value: string | number | boolean | null): Cell {
  if (typeof value === 'boolean') return { type: 'truth', holds: value };
  if (typeof value !== 'number') return textCell(value ?? 'null');
  const exact = readDecimal(String(value));
  return numberCell((exact && formatDecimal(exact)) ?? String(value));
}

/** As many sheets as the rows need. */
function workings({ head, rows }: LedgerBook): Sheet[] {
  const each = mostSheetRows - 1;
  const iterator = single(rows);
  return Array.from({ length: Math.max(1, Math.ceil(head.rows / each)) }, (_, index) => ({
    name: index === 0 ? 'workings' : `workings ${index + 1}`,
    widths: rowColumns.map((column) => (column === 'at' || column === 'id' ? 22 : 15)),
    rows: () => workingRows(iterator, each),
  }));
}

async function* single(rows: AsyncIterable<readonly LedgerRow[]>): AsyncGenerator<LedgerRow> {
  for await (const batch of rows) yield* batch;
}

async function* workingRows(rows: AsyncGenerator<LedgerRow>, most: number): AsyncGenerator<readonly Cell[]> {
  yield headings(rowColumns.map((column) => (column === 'at' ? 'at (UTC)' : column)));
  for (let taken = 0; taken < most; taken++) {
    const next = await rows.next();
    if (next.done) return;
    yield rowColumns.map((column) => rowCell(column, next.value));
  }
}

const texts: ReadonlySet<RowColumn> = new Set(['kind', 'id', 'meter', 'rule', 'cause', 'flags']);
const plainNumbers: ReadonlySet<RowColumn> = new Set(['seq', 'quantity']);

function rowCell(column: RowColumn, row: LedgerRow): Cell {
  const text = String(row[column]);
  if (column === 'at') return { type: 'instant', at: Date.parse(text) };
  if (texts.has(column)) return text === '' ? null : textCell(text);
  return numberCell(text, plainNumbers.has(column) ? 'number' : 'credits');
}

function* outputRows({ head, invoices, months }: LedgerBook): Generator<Cell[]> {
  yield headings(invoiceColumns.map((column) => (column === 'issuedAt' ? 'issuedAt (UTC)' : column)));
  for (const { number, issuedAt, kind, credits, unitPrice, amount } of invoiceRows(invoices)) {
    const issued: Cell = { type: 'instant', at: Date.parse(issuedAt) };
    const figures = [numberCell(credits, 'credits'), numberCell(unitPrice), numberCell(amount, 'money')];
    yield [numberCell(String(number)), issued, textCell(kind), ...figures];
  }
  yield [];
  yield headings(rollForwardColumns);
  for (const row of months()) {
    const figures = rollForwardFigures(row, head.minorDigits);
    const half = figures.length / 2;
    const cells = figures.map((text, index) => numberCell(text, index < half ? 'credits' : 'money'));
    yield [textCell(row.month), textCell(row.lot), textCell(row.pool), ...cells];
  }
}

function* checkRows({ head, checks }: LedgerBook): Generator<Cell[]> {
  yield headings(['check', 'unit', 'expected', 'actual', 'difference', 'holds']);
  for (const { name, unit, expected, actual } of checks()) {
    const figures = [expected, actual, actual - expected].map((figure) => figureCell(unit, figure, head.minorDigits));
    const label = unit === 'money' ? head.currency : unit;
    yield [textCell(name), textCell(label), ...figures, { type: 'truth', holds: expected === actual }];
  }
}

function figureCell(unit: Check['unit'], figure: bigint, minorDigits: number): Cell {
  if (unit === 'count') return numberCell(String(figure));
  if (unit === 'credits') return numberCell(formatCredits(figure), 'credits');
  return numberCell(formatMoney(figure, minorDigits), 'money');
}
