import { formatCredits } from '../base/credits.ts';
import { formatInstant } from '../calendar/instant.ts';
import type { ControlTotals } from './controlTotals.ts';
import type { AmountColumn, LedgerColumns } from '../ledger/ledgerColumns.ts';
import { blockRows } from '../ledger/rowBlock.ts';
import { rowKinds } from '../ledger/row.ts';
import { ExactSum } from './exactSum.ts';

/** What usage is drawn from, in the order of the sums. */
export const drawnColumns = ['included', 'prepaid', 'flex', 'blocked'] as const;

const use = rowKinds.indexOf('use');

/** Rows of a ledger, all of them or some. */
export interface CountedRows extends Pick<LedgerColumns, 'count' | 'kind' | 'at'> {
  readonly amounts: Readonly<Pick<Record<AmountColumn, Float64Array>, 'credits' | (typeof drawnColumns)[number]>>;
}

/** Counts and adds up the rows of a ledger as they come: by kind, and what usage drew from each pool. */
export class LedgerCount {
  private readonly rows = new Array<number>(rowKinds.length).fill(0);
  private readonly credits = rowKinds.map(() => new ExactSum());
  private readonly draws = drawnColumns.map(() => new ExactSum());
  private first = Infinity;
  private last = -Infinity;

  take(rows: CountedRows): void {
    for (let from = 0; from < rows.count; from += blockRows) {
      this.takeBlock(rows, from, Math.min(from + blockRows, rows.count));
    }
  }

  private takeBlock(rows: CountedRows, from: number, until: number): void {
    this.takeTimes(rows.at, from, until);
    for (let row = from; row < until; row++) {
      const first = row;
      row = usesUntil(rows.kind, row, until);
      if (row > first && !this.takePlain(rows, first, row)) this.takeRows(rows, first, row);
      if (row < until) this.takeRow(rows, row);
    }
  }

  private takeRows(rows: CountedRows, from: number, until: number): void {
    for (let row = from; row < until; row++) this.takeRow(rows, row);
  }

  private takeTimes(at: Float64Array, from: number, until: number): void {
    let { first, last } = this;
    for (let row = from; row < until; row++) {
      const time = at[row]!;
      if (time < first) first = time;
      if (time > last) last = time;
    }
    this.first = first;
    this.last = last;
  }

  /** Usage stands in long stretches, whose sums are exact as plain numbers: an audit waits for this. */
  private takePlain({ amounts }: CountedRows, from: number, until: number): boolean {
    const credits = plainSum(amounts.credits, from, until);
    const draws = drawnColumns.map((column) => plainSum(amounts[column], from, until));
    if (credits === null || draws.includes(null)) return false;
    this.rows[use]! += until - from;
    this.credits[use]!.add(credits);
    for (const [pool, sum] of draws.entries()) this.draws[pool]!.add(sum!);
    return true;
  }

  private takeRow({ kind, amounts }: CountedRows, row: number): void {
    const index = kind[row]!;
    this.rows[index]! += 1;
    this.credits[index]!.add(amounts.credits[row]!);
    if (index !== use) return;
    for (const [pool, column] of drawnColumns.entries()) this.draws[pool]!.add(amounts[column][row]!);
  }

  totals(): ControlTotals {
    const rows = this.rows.reduce((sum, ofKind) => sum + ofKind, 0);
    const uses = this.rows[use]!;
    const sums = rowKinds.flatMap((title, index) =>
      this.rows[index] === 0
        ? []
        : [{ title, rows: this.rows[index]!, value: formatCredits(this.credits[index]!.total()) }],
    );
    const pools = drawnColumns.map((column, index) => ({
      title: `use: ${column}`,
      rows: uses,
      value: formatCredits(this.draws[index]!.total()),
    }));
    const first = rows === 0 ? null : formatInstant(this.first);
    const last = rows === 0 ? null : formatInstant(this.last);
    return { rows, first, last, sums: uses === 0 ? sums : [...sums, ...pools] };
  }
}

/** Where the usage rows that begin at a row end. */
function usesUntil(kind: Uint8Array, from: number, until: number): number {
  let row = from;
  while (row < until && kind[row] === use) row += 1;
  return row;
}

/** The sum of amounts, none of them empty or below zero; null where it may not be exact. */
function plainSum(amounts: Float64Array, from: number, until: number): number | null {
  let sum = 0;
  let low = 0;
  for (let row = from; row < until; row++) {
    const amount = amounts[row]!;
    sum += amount;
    if (amount < low) low = amount;
  }
  return low === 0 && sum <= Number.MAX_SAFE_INTEGER ? sum : null;
}
