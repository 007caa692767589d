import type { InvoiceComparison, LineDifference } from '../audit/compareInvoices.ts';
import type { ChangedRow, Listed, RowComparison } from '../audit/compareLedgers.ts';

export type { ChangedRow, InvoiceComparison, LineDifference, Listed, RowComparison };

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
  /** Why invoices were not compared. */
  readonly notCompared: string | null;
  /** What else was left aside. */
  readonly notes: readonly string[];
}
