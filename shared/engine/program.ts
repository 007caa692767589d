import type { Zone } from '../calendar/zone.ts';
import type { Ratio } from '../base/ratio.ts';

/** How the boundaries of a kind of month are counted. @rule R2 */
export type MonthPolicy = 'anniversary' | 'calendar';

/** A plan as the run needs it. Credits in nanocredits, prices exact. */
export interface PlanTerms {
  readonly id: string;
  readonly kind: 'paid' | 'free';
  readonly cycle: 'monthly' | 'annual';
  readonly fee: Ratio;
  readonly included: number;
  readonly flexPrice: Ratio;
  /** Volume prices, ascending by `from` (nanocredits). @rule R8 */
  readonly prepaidPrices: readonly { readonly from: number; readonly unitPrice: Ratio }[];
}

/** What the timeline can do. `Plan` is how a plan is named; credits are nanocredits. */
export type Deed<Plan> =
  | { readonly do: 'subscribe'; readonly plan: Plan }
  | { readonly do: 'change-plan'; readonly plan: Plan; readonly when: 'now' | 'cycle-end' }
  | { readonly do: 'cancel'; readonly when: 'now' | 'cycle-end' }
  | { readonly do: 'buy-prepaid'; readonly id: string; readonly credits: number; readonly unitPrice: Ratio | null }
  | {
      readonly do: 'set-flex';
      readonly enabled: boolean | null;
      /** Money; null removes the cap, undefined keeps it. */
      readonly cap: Ratio | null | undefined;
    }
  | {
      readonly do: 'adjust';
      readonly bucket: 'included' | 'prepaid';
      readonly credits: number;
      readonly reason: string;
    };

/** One entry of the timeline. `at` in milliseconds UTC, `path` its place in the scenario, `plan` an index into `Program.plans`. */
export type Action = { readonly at: number; readonly path: string } & Deed<number>;

/** Bits of `UsageColumns.flags`. @rule R21 R22 */
export const usageFlag = { whole: 1, free: 2 } as const;

/**
 * Usage events in time order, one row each, as columns. Invariant: `at` never falls; every column has `count` rows.
 * A row's quantity is `quantity / 10^quantityScale`, exact.
 */
export interface UsageColumns {
  readonly count: number;
  /** Milliseconds UTC. */
  readonly at: Float64Array;
  /** Nanocredits asked for, after R18's one rounding; 0 where `free` is set. */
  readonly demand: Float64Array;
  readonly flags: Uint8Array;
  /** Index into `Program.meters`, or -1 for usage stated in credits. */
  readonly meter: Int32Array;
  readonly quantity: Float64Array;
  readonly quantityScale: Uint8Array;
  readonly calls: Int32Array;
  /** Index into `Program.sources`. */
  readonly source: Int32Array;
  /** Where in its source: index of a listed event, line of a file, day number of a model. */
  readonly position: Int32Array;
  /** Identities by row; empty text where an event has none. @rule R23 */
  readonly ids: readonly string[];
}

/** Where usage came from. */
export type UsageSource =
  | { readonly kind: 'events' }
  | { readonly kind: 'file'; readonly index: number; readonly path: string }
  | { readonly kind: 'model'; readonly index: number; readonly id: string };

/** One effective-dated rate as the run's reader sees it: exact credits per unit. @rule R18 R19 */
export interface RateTerms {
  readonly from: number;
  readonly creditsPerUnit: Ratio;
  readonly minimum: Ratio;
  readonly plus: Ratio;
  /** The rate in words: `1 credit per 30 minute`, with what a provider's price was divided by. */
  readonly text: string;
}

/** A meter as the run's reader sees it. Rates ascend by `from`. */
export interface MeterTerms {
  readonly id: string;
  readonly unit: string;
  readonly rates: readonly RateTerms[];
}

/** What is left of one prepaid purchase. Credits in nanocredits. */
export interface LotBalance {
  readonly id: string;
  readonly credits: number;
  readonly unitPrice: Ratio;
}

/** A change that waits for the end of the running cycle. @rule R15 */
export type Pending = { readonly do: 'cancel' } | { readonly do: 'change-plan'; readonly plan: number };

/**
 * The state of a workspace between two instants: what `opening` states and what a run closes with. Credits in nanocredits.
 * @rule R27
 */
export interface WorkspaceState {
  readonly subscription: {
    readonly plan: number;
    /** The subscription's start, from which its boundaries are counted: milliseconds UTC. */
    readonly since: number;
    readonly pending: Pending | null;
    /** Flex accrued in the open Flex month. */
    readonly flexMonth: number;
    /** Flex used in the cap's window. @rule R13 */
    readonly capUsed: number;
  } | null;
  readonly included: number;
  readonly lots: readonly LotBalance[];
  readonly flexEnabled: boolean;
  readonly cap: Ratio | null;
}

/** A compiled scenario: everything checked, every amount exact, actions and usage in time order. */
export interface Program {
  readonly currency: string;
  readonly minorDigits: number;
  readonly zone: Zone;
  /** Milliseconds UTC, `[start, end)`. */
  readonly start: number;
  readonly end: number;
  readonly includedCycle: MonthPolicy;
  readonly flexCycle: MonthPolicy;
  readonly plans: readonly PlanTerms[];
  readonly meters: readonly MeterTerms[];
  /** By time, then in the order of R3, then as written. */
  readonly actions: readonly Action[];
  readonly usage: UsageColumns;
  readonly sources: readonly UsageSource[];
  /** Null where the scenario has no `opening`. */
  readonly opening: WorkspaceState | null;
}
