import type { Finding, FindingCode } from './finding.ts';
import type { Reconciliation } from './reconcile.ts';
import type { TieOutLine } from './tieOut.ts';

/** Money by kind of line, with the currency's decimals. */
export type MoneyTotals = Readonly<Record<'subscription' | 'prepaid' | 'flex' | 'total', string>>;

/** One mistake, or two together, that may explain the difference. Money as decimal text. */
export interface Explanation {
  /** `flex-ceil`, or two joined by `+`. */
  readonly hypothesis: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The sum over invoice lines, matched by instant and kind, of |actual − recomputed under the hypothesis|. */
  readonly residual: string;
  /** Rows that still differ; null where no ledger was audited. */
  readonly differingRows: number | null;
}

/** What an audit found. */
export interface AuditReport {
  readonly status: 'clean' | 'findings';
  readonly rows: number;
  readonly invoiceLines: number;
  /** In the order of time; at most 10,000. */
  readonly findings: readonly Finding[];
  /** All findings, also those not listed. */
  readonly findingCounts: Readonly<Partial<Record<FindingCode, number>>>;
  readonly firstDivergence: { readonly row: number; readonly code: FindingCode } | null;
  /** Rows that differ from the recomputed ledger, those that merely follow included. */
  readonly differingRows: number | null;
  readonly totals: {
    readonly expected: MoneyTotals;
    readonly actual: MoneyTotals;
    readonly difference: MoneyTotals;
  };
  /** The difference of the totals, split by cause. */
  readonly reconciliation: Reconciliation;
  /** The sum over invoice lines of |actual − recomputed| by the terms. */
  readonly residual: string;
  /** Best first; empty where nothing differs or nothing explains it better than the terms. */
  readonly explanations: readonly Explanation[];
  /** Whether a hypothesis brings the residual to zero; null where there is none to explain. */
  readonly explained: boolean | null;
  /** Every invoice line, or what the ledger implies of one, beside the line that is due; at most 10,000. */
  readonly tieOut: readonly TieOutLine[];
  /** What could not be checked, and why. */
  readonly unchecked: readonly string[];
}

/** Why nothing can be audited: the terms or the record do not stand. */
export interface AuditRefusal {
  readonly code: 'terms-refused' | 'record-duplicate' | 'record-unrated';
  /** Where: a path of the scenario, or a line of the record. */
  readonly place: string;
  readonly message: string;
}
