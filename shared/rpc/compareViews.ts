import type { InvoiceComparison, LineDifference } from '../audit/compareInvoices.ts';
import type { InvoicePair, PairedLine } from '../audit/pairInvoices.ts';
import type { ChangedRow, Listed, RowComparison } from '../audit/compareLedgers.ts';

export type { ChangedRow, InvoiceComparison, InvoicePair, LineDifference, Listed, PairedLine, RowComparison };

/** One of two things that were compared. */
export interface ComparedView {
  readonly path: string;
  /** `scenario`: its bill, run as it is saved. */
  readonly kind: 'ledger' | 'rows' | 'scenario';
  readonly name: string;
  readonly currency: string | null;
  /** Head of the ledger's chain. */
  readonly head: string | null;
}

/** What changed from one ledger or bill to another. Lists of rows are cut, and counted whole. */
export interface ComparisonView {
  readonly first: ComparedView;
  readonly second: ComparedView;
  readonly same: boolean;
  readonly rows: RowComparison;
  readonly invoices: InvoiceComparison | null;
  /** Every invoice line of both in order of time; none where invoices were not compared. */
  readonly pairs: readonly InvoicePair[];
  /** Why invoices were not compared. */
  readonly notCompared: string | null;
  /** What else was left aside. */
  readonly notes: readonly string[];
}

/** The bill of one of two texts of scenarios. */
export interface BilledText {
  /** What the scenario calls itself; null where it cannot be read. */
  readonly name: string | null;
  readonly currency: string | null;
  /** Money as decimal text; null where there is no bill. */
  readonly total: string | null;
  /** The first fault that stands in the way of a bill. */
  readonly fault: string | null;
}

/** What a change of a scenario does to its bill. */
export interface BillDifference {
  readonly first: BilledText;
  readonly second: BilledText;
  /** Total of the second less the first, as decimal text; null where the two cannot be compared. */
  readonly difference: string | null;
  /** Every invoice line of both in order of time. */
  readonly pairs: readonly InvoicePair[];
}
