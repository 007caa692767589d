/** Kinds of ledger rows, as the format page lists them. */
export const rowKinds = [
  'opening',
  'use',
  'grant',
  'expire',
  'forfeit',
  'purchase',
  'adjust',
  'flex-close',
  'subscribe',
  'change-plan',
  'cancel',
  'set-flex',
] as const;

export type RowKind = (typeof rowKinds)[number];

/** The columns of a ledger row, in the order of the exported header. */
export const rowColumns = [
  'seq',
  'at',
  'kind',
  'id',
  'meter',
  'quantity',
  'credits',
  'included',
  'prepaid',
  'flex',
  'blocked',
  'includedAfter',
  'prepaidAfter',
  'flexMonthAfter',
  'rule',
  'cause',
  'flags',
] as const;

export type RowColumn = (typeof rowColumns)[number];

/**
 * One row of a ledger as it stands in files: `seq` counts from 1 without gaps, amounts are decimal text in credits, `at` is
 * an instant in UTC, and a cell that does not apply is empty text.
 */
export type LedgerRow = { readonly seq: number; readonly kind: RowKind } & {
  readonly [column in Exclude<RowColumn, 'seq' | 'kind'>]: string;
};
