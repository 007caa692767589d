/** What an audit can find, by its code. `near-duplicate` warns; codes beyond those of the format page name what the terms do not order. */
export type FindingCode =
  | 'balance'
  | 'draw-order'
  | 'rate'
  | 'expired-used'
  | 'rollover'
  | 'missing-grant'
  | 'unexpected-grant'
  | 'missing-expiry'
  | 'unexpected-expiry'
  | 'not-forfeited'
  | 'blocked-served'
  | 'served-blocked'
  | 'cap'
  | 'duplicate-id'
  | 'near-duplicate'
  | 'extra-usage'
  | 'missing-usage'
  | 'sequence'
  | 'time-order'
  | 'unknown-purchase'
  | 'missing-purchase'
  | 'unknown-adjustment'
  | 'missing-adjustment'
  | 'missing-close'
  | 'unexpected-close'
  | 'flex-rounding'
  | 'invoice-amount'
  | 'invoice-missing'
  | 'invoice-unexpected'
  | 'invoice-total'
  | 'out-of-period'
  | 'hash'
  | 'truncated'
  | 'rechained';

/**
 * One thing that is not what the terms say. `row` counts the rows of the audited file from 1; `credits` is actual less expected;
 * `money` is what was charged less what should have been. Amounts are decimal text.
 */
export interface Finding {
  readonly code: FindingCode;
  /** The billing rule, or `format` and `chain` for what the file itself promises. */
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly row: number | null;
  readonly invoice: number | null;
  readonly at: string | null;
  readonly expected: string;
  readonly actual: string;
  readonly credits: string;
  readonly money: string;
  readonly message: string;
}

/** A finding on its way: amounts still exact, its money still open. */
export interface OpenFinding {
  readonly code: FindingCode;
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly row: number | null;
  invoice: number | null;
  /** Milliseconds UTC. */
  readonly at: number | null;
  readonly expected: string;
  readonly actual: string;
  /** Nanocredits. */
  readonly credits: number;
  /** Minor units. */
  money: bigint;
  readonly message: string;
}
