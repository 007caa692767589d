import type { Ratio } from '../base/ratio.ts';
import type { RowKind } from '../ledger/row.ts';
import type { Program, WorkspaceState } from './program.ts';
import type { Step } from './step.ts';

/** A rule of the billing terms, by its number. */
export type RuleId = `R${number}`;

/** What a ledger entry followed from: another row, a place in the scenario, or a plan or setting by name. */
export type Cause = { readonly row: number } | { readonly path: string } | { readonly name: string };

/** A row of the ledger that is not a usage event. Credits in nanocredits; null where the kind has no such amount. */
export interface Entry {
  /** Its number in the ledger, from 1. */
  readonly seq: number;
  /** Usage rows that come before it. */
  readonly usageBefore: number;
  readonly at: number;
  readonly kind: Exclude<RowKind, 'use'>;
  readonly id: string;
  readonly credits: bigint | null;
  /** Signed changes of the pools; for `flex-close` the whole credits billed. */
  readonly included: number | null;
  readonly prepaid: number | null;
  readonly flex: number | null;
  readonly includedAfter: number;
  readonly prepaidAfter: number;
  readonly flexMonthAfter: number;
  readonly rule: RuleId;
  readonly cause: Cause;
  /** Where in the scenario it was ordered; null where a boundary made it. */
  readonly path: string | null;
}

/** Kinds of invoice lines. */
export type LineKind = 'subscription' | 'prepaid' | 'flex' | 'final-flex';

/** One line of an invoice. `credits` in nanocredits, `amount` in minor units. */
export interface InvoiceLine {
  readonly kind: LineKind;
  readonly credits: bigint | null;
  readonly unitPrice: Ratio;
  readonly amount: bigint;
  readonly rule: RuleId;
  /** The ledger row that the line rests on; null where the month closed with nothing to bill. */
  readonly row: number | null;
  /** Index into `Run.flexMonths` for Flex lines. */
  readonly flexMonth: number | null;
  readonly plan: number | null;
}

/** One invoice. `total` in minor units. */
export interface Invoice {
  readonly number: number;
  readonly issuedAt: number;
  readonly lines: readonly InvoiceLine[];
  readonly total: bigint;
}

/** One closed Flex month. Credits in nanocredits: `sum` = `billed` + `dropped`, `dropped` in [0, 1 credit). @rule R12 */
export interface FlexMonth {
  readonly from: number;
  readonly until: number;
  /** Usage rows `[rowsFrom, rowsUntil)` that fall in it, so far as this run holds them. */
  readonly rowsFrom: number;
  readonly rowsUntil: number;
  readonly opening: number;
  readonly sum: number;
  readonly billed: number;
  readonly dropped: number;
  readonly plan: number;
  readonly final: boolean;
  /** How many ledger entries stood before its close. */
  readonly entriesBefore: number;
  /** Its `flex-close` row; null where nothing had accrued. */
  readonly row: number | null;
}

/**
 * The end of a grant: at a cycle's end or where a subscription is broken off, also where nothing was left to lapse.
 * `entriesBefore` says how many ledger entries stood before it. Nanocredits. @rule R5 R7
 */
export interface Lapse {
  readonly at: number;
  readonly kind: 'expire' | 'forfeit';
  readonly entriesBefore: number;
  readonly credits: number;
}

/** One grant of included credits and what became of it. Nanocredits. `granted` + `adjusted` = `drawn` + `expired` + `forfeited` + `left`. */
export interface Grant {
  readonly row: number;
  readonly from: number;
  readonly plan: number;
  readonly granted: number;
  readonly adjusted: number;
  readonly drawn: number;
  readonly expired: number;
  readonly forfeited: number;
  readonly left: number;
}

/** One prepaid lot, drawn first-in first-out. Nanocredits: `bought` = `drawn` + `adjustedAway` + `left`. @rule R9 */
export interface Lot {
  readonly id: string;
  readonly row: number;
  readonly at: number;
  readonly bought: number;
  readonly unitPrice: Ratio;
  readonly drawn: number;
  readonly adjustedAway: number;
  readonly left: number;
}

/** Sums over a run, in nanocredits. */
export interface CreditTotals {
  readonly granted: bigint;
  readonly included: bigint;
  readonly prepaid: bigint;
  readonly flex: bigint;
  readonly blocked: bigint;
  readonly expired: bigint;
  readonly forfeited: bigint;
  readonly purchased: bigint;
  readonly adjusted: bigint;
  readonly dropped: bigint;
  readonly billedFlex: bigint;
}

/** Draws by usage row, in nanocredits. Blocked is demand less the three. */
export interface DrawColumns {
  readonly included: Float64Array;
  readonly prepaid: Float64Array;
  readonly flex: Float64Array;
}

/** Why the rest of a usage event was not served while a segment lasted. @rule R11 R13 R16 */
export interface Shortfall {
  readonly reason: 'no-subscription' | 'free-plan' | 'flex-off' | 'cap';
  readonly rule: RuleId;
  readonly cause: Cause;
  /** For `cap`: the Flex that it allows in its window, in nanocredits. @rule R13 */
  readonly limit?: number;
}

/**
 * A stretch of usage rows `[rowsFrom, rowsUntil)` between two actions or boundaries, in which nothing changed but demand,
 * cut into blocks so that the balances of any row follow from few others. Balances, in nanocredits, are those before `rowsFrom`.
 */
export interface Segment {
  readonly rowsFrom: number;
  readonly rowsUntil: number;
  /** Ledger entries before the segment: row number = usage row + this + 1. */
  readonly entriesBefore: number;
  readonly included: number;
  readonly prepaid: number;
  readonly flexMonth: number;
  readonly plan: number | null;
  /** What blocked usage here was blocked by. */
  readonly shortfall: Shortfall | null;
}

/** What a run of a program gives: columns for usage, a sparse list of entries for everything else. */
export interface Run {
  readonly program: Program;
  readonly draws: DrawColumns;
  readonly entries: readonly Entry[];
  readonly invoices: readonly Invoice[];
  readonly flexMonths: readonly FlexMonth[];
  readonly grants: readonly Grant[];
  readonly lots: readonly Lot[];
  readonly lapses: readonly Lapse[];
  readonly segments: readonly Segment[];
  /** What it did between usage, and when usage was drawn: the same for any demand. */
  readonly steps: readonly Step[];
  readonly totals: CreditTotals;
  readonly closing: WorkspaceState;
}

/** A run whose usage came in blocks that were not kept: its program has no usage. */
export type RunWithoutRows = Omit<Run, 'draws'>;

/** Why a program cannot be run: the timeline asks for what the rules do not allow. */
export interface RunRefusal {
  readonly code: 'already-subscribed' | 'not-subscribed' | 'no-prepaid-price' | 'below-zero' | 'beyond-range';
  /** Where in the scenario the refused action stands; empty for the whole run. */
  readonly path: string;
  readonly at: number;
  readonly expected: string;
  readonly actual: string;
}
