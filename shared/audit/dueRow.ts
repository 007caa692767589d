import { ledgerRow, rowOrigin, usageSeq } from '../engine/rows.ts';
import type { Run } from '../engine/outcome.ts';
import { amountColumns } from '../ledger/ledgerColumns.ts';
import { rowKinds, type LedgerRow, type RowKind } from '../ledger/row.ts';
import { formatInstant } from '../calendar/instant.ts';
import type { AuditBasis } from './basis.ts';
import type { Finding, FindingCode } from './finding.ts';
import { rowCells, shownColumns } from './rowCells.ts';

/** A row as the file states it, beside what the terms make of it, cell by cell in the order of `columns`. */
export interface RowBeside {
  readonly columns: readonly string[];
  /** Null where no row of the file shows it. */
  readonly actual: readonly string[] | null;
  /** Null where the terms order no such row. */
  readonly due: readonly string[] | null;
  /** Which cells are not the same; cells of columns that the file does not have are not compared. */
  readonly differs: readonly boolean[];
}

/** Kinds of rows that a finding misses in the file. */
const missed: Readonly<Partial<Record<FindingCode, readonly RowKind[]>>> = {
  'missing-grant': ['grant'],
  'missing-expiry': ['expire', 'forfeit'],
  'not-forfeited': ['forfeit', 'expire'],
  'missing-purchase': ['purchase'],
  'missing-adjustment': ['adjust'],
  'missing-close': ['flex-close'],
  'missing-usage': ['use'],
};

/** Whether a finding is about a row that the file does not have; its own row is then the one where that shows. */
export function isMissing({ code }: Pick<Finding, 'code'>): boolean {
  return missed[code] !== undefined;
}

/** The number of the recomputed row that a finding is about, from 1; null where the terms order none. */
export function dueSeq(basis: AuditBasis, { code, row, at }: Pick<Finding, 'code' | 'row' | 'at'>): number | null {
  const kinds = missed[code];
  if (kinds) return at === null ? null : seqAt(basis.run, kinds, at);
  return row !== null && basis.ledger ? seqOfRow(basis, row - 1) : null;
}

/** The recomputed row that belongs to a row of the file, from 0: its own event's, or the same kind at the same instant. */
function seqOfRow({ run, usage, ledger }: AuditBasis, row: number): number | null {
  const kind = rowKinds[ledger!.kind[row]!]!;
  if (kind === 'use') {
    const index = usage.rowOf.indexOf(row);
    return index < 0 ? null : usageSeq(run, index);
  }
  const at = ledger!.at[row]!;
  let before = 0;
  for (let other = row - 1; other >= 0 && ledger!.at[other] === at; other--) {
    if (ledger!.kind[other] === ledger!.kind[row]) before += 1;
  }
  const same = run.entries.filter((entry) => entry.kind === kind && entry.at === at);
  const id = ledger!.ids[row] ?? '';
  return (same.find((entry) => id !== '' && entry.id === id) ?? same[before] ?? same[0])?.seq ?? null;
}

function seqAt(run: Run, kinds: readonly RowKind[], at: string): number | null {
  if (kinds.includes('use')) {
    const index = run.program.usage.at.findIndex((time) => formatInstant(time) === at);
    return index < 0 ? null : usageSeq(run, index);
  }
  return run.entries.find((entry) => kinds.includes(entry.kind) && formatInstant(entry.at) === at)?.seq ?? null;
}

/** Puts a row of the file (from 1, or null) beside the recomputed one. */
export function rowBeside({ ledger, run }: AuditBasis, row: number | null, seq: number | null): RowBeside {
  const actual = ledger && row !== null ? rowCells(ledger, row - 1) : null;
  const due = seq === null ? null : dueCells(ledgerRow(run, seq));
  const differs = shownColumns.map((column, index) => {
    if (!actual || !due || column === 'id') return false;
    if (!ledger!.columns.has(column)) return false;
    return !sameCell(column, actual[index]!, due[index]!);
  });
  return { columns: shownColumns, actual, due, differs };
}

function dueCells(row: LedgerRow): string[] {
  return shownColumns.map((column) => row[column]);
}

const amounts: ReadonlySet<string> = new Set(amountColumns);

/** An empty amount stands for zero. */
function sameCell(column: string, left: string, right: string): boolean {
  return left === right || (amounts.has(column) && (left || '0') === (right || '0'));
}

/** The usage row of a recomputed row; null where it is none. */
export function usageOfSeq(run: Run, seq: number): number | null {
  const origin = rowOrigin(run, seq);
  return 'usage' in origin ? origin.usage : null;
}
