import type { Result } from '../../../shared/base/result.ts';
import type { Invoice } from '../../../shared/engine/outcome.ts';
import type { LedgerRow, RowColumn } from '../../../shared/ledger/row.ts';

/** One side of a comparison: a verified ledger, a file of rows, or the bill of a scenario. */
export interface Side {
  readonly kind: 'ledger' | 'rows' | 'scenario';
  /** What the ledger or scenario calls itself, or the file's name. */
  readonly name: string;
  /** Null where a file does not say. */
  readonly currency: string | null;
  /** Head of the ledger's chain. */
  readonly head: string | null;
  /** The columns that are known of its rows; null for all. */
  readonly columns: ReadonlySet<RowColumn> | null;
  /** What was left aside, in plain words. */
  readonly notes: readonly string[];
  /** Blocks of rows. Throws a refusal where a ledger turns out damaged. */
  rows(): Blocks;
  /** The invoices that follow from it, or why none do. */
  invoices(): Promise<Result<SideInvoices, string>>;
}

/** Blocks of rows, as they come. */
export type Blocks = AsyncIterator<LedgerRow[], void> | Iterator<LedgerRow[], void>;

/** Invoices with the decimals of their currency's minor unit. */
export interface SideInvoices {
  readonly invoices: readonly Invoice[];
  readonly minorDigits: number;
}
