import type { RowColumn } from './row.ts';

/** The columns of a row that hold credits. */
export const amountColumns = [
  'credits',
  'included',
  'prepaid',
  'flex',
  'blocked',
  'includedAfter',
  'prepaidAfter',
  'flexMonthAfter',
] as const;

export type AmountColumn = (typeof amountColumns)[number];

/** Bits of `LedgerColumns.flags`, as the engine has them. @rule R21 R22 */
export const rowFlag = { whole: 1, free: 2 } as const;

/**
 * Rows of a ledger as somebody's file states them, as columns in the order of the file. Credits in nanocredits, NaN where a
 * cell is empty. A quantity is `quantity / 10^quantityScale`, exact, and NaN where there is none. Nothing of it is checked
 * beyond its form.
 */
export interface LedgerColumns {
  readonly count: number;
  /** Line of the file, from 1. */
  readonly line: Int32Array;
  /** NaN where the file numbers no rows. */
  readonly seq: Float64Array;
  /** Milliseconds UTC. */
  readonly at: Float64Array;
  /** Index into `rowKinds`. */
  readonly kind: Uint8Array;
  /** Index into `meterIds`, or -1. */
  readonly meter: Int32Array;
  readonly meterIds: readonly string[];
  readonly quantity: Float64Array;
  readonly quantityScale: Uint8Array;
  readonly amounts: Readonly<Record<AmountColumn, Float64Array>>;
  readonly flags: Uint8Array;
  readonly calls: Int32Array;
  readonly ids: readonly string[];
  /** A hash of each id, so that equal ids are found without comparing all: equal ids have equal hashes. */
  readonly idHash: Int32Array;
  /** The columns that the file has. */
  readonly columns: ReadonlySet<RowColumn>;
}
