import { assert } from '../base/assert.ts';
import type { RowKind } from './row.ts';
import type { Value } from './deferredLot.ts';

/** What a posting counts: money in minor units, credits in nanocredits. */
export type Commodity = 'money' | 'credits';

/** One leg of a transaction. Debits are positive. */
export interface Posting {
  readonly account: string;
  readonly commodity: Commodity;
  readonly amount: bigint;
}

/** What a transaction books: a row's own effect, or the invoice of a Flex month. */
export type TransactionKind = RowKind | 'flex-invoice';

/** One double entry. Its postings sum to zero in money, and in credits. */
export interface Transaction {
  readonly kind: TransactionKind;
  /** The ledger row that it books. */
  readonly row: number;
  /** The instant that it counts to, milliseconds UTC: what a period's end brings counts to the period. */
  readonly at: number;
  /** The local date of `at`. */
  readonly date: string;
  readonly id: string;
  readonly meter: string;
  /** The number of the invoice that charges it; null where none does. */
  readonly invoice: number | null;
  readonly postings: readonly Posting[];
}

/** Moves a value from one account to another: both legs at once. What is 0 gives no leg. */
export function move(postings: Posting[], { from, to, credits, money }: { from: string; to: string } & Value): void {
  for (const [commodity, amount] of [
    ['money', money],
    ['credits', credits],
  ] as const) {
    if (amount === 0n) continue;
    postings.push({ account: to, commodity, amount }, { account: from, commodity, amount: -amount });
  }
}

/** Asserts that debits are credits, in money and in credits. */
export function assertBalanced({ row, postings }: Pick<Transaction, 'row' | 'postings'>): void {
  const sums = { money: 0n, credits: 0n };
  for (const { commodity, amount } of postings) sums[commodity] += amount;
  assert(sums.money === 0n && sums.credits === 0n, `the postings of row ${row} sum to zero`);
}
