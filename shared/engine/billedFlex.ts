import { nanosPerCredit } from '../base/credits.ts';
import type { Books } from './books.ts';
import type { Deviation } from './deviation.ts';

/** Where the open Flex month begins, and what it began with. */
type OpenMonth = Pick<NonNullable<Books['subscription']>, 'flexRowsFrom' | 'flexOpening'>;

/** What is billed of a Flex month's exact sum: its whole credits, or what a deviation makes of it. Nanocredits. @rule R12 */
export function billedFlex(books: Books, sum: number, month: OpenMonth): number {
  const { deviation } = books;
  const { flexRowsFrom: rowsFrom, flexOpening: opening } = month;
  if (!deviation.flexSums) return rounded(sum, deviation.flexRounding);
  const parts = deviation.flexSums === 'meter' ? sumsByMeter(books, rowsFrom) : flexOfEvents(books, rowsFrom);
  const rounding = deviation.flexRounding ?? (deviation.flexSums === 'event' ? 'up' : undefined);
  let billed = rounded(opening, rounding);
  for (const part of parts) billed += rounded(part, rounding);
  return billed;
}

function rounded(sum: number, rounding: Deviation['flexRounding']): number {
  const dropped = sum % nanosPerCredit;
  const whole = sum - dropped;
  if (rounding === 'none' || dropped === 0) return sum;
  if (rounding === 'up') return whole + nanosPerCredit;
  return rounding === 'nearest' && 2 * dropped >= nanosPerCredit ? whole + nanosPerCredit : whole;
}

function sumsByMeter({ program, draws, usageRow }: Books, rowsFrom: number): Iterable<number> {
  const sums = new Map<number, number>();
  for (let row = rowsFrom; row < usageRow; row++) {
    const meter = program.usage.meter[row]!;
    sums.set(meter, (sums.get(meter) ?? 0) + draws.flex[row]!);
  }
  return sums.values();
}

function flexOfEvents({ draws, usageRow }: Books, rowsFrom: number): Iterable<number> {
  return draws.flex.subarray(rowsFrom, usageRow);
}
