import type { Diagnostic } from '../base/diagnostic.ts';
import type { BalancePoint, RunOut } from './views.ts';
import type { Assumption } from '../scenario/assumptions.ts';

/** An amount of money that a share of the paths does not exceed, as a path really has it: exact text. */
export interface PercentAmount {
  readonly percent: number;
  readonly amount: string;
}

/** A local date up to which a share of the paths has come; null: never. */
export interface PercentDate {
  readonly percent: number;
  readonly date: string | null;
}

/** Credits that a share of the paths does not exceed: exact text. */
export interface PercentCredits {
  readonly percent: number;
  readonly credits: string;
}

/** Money over the paths: the mean, rounded once, and the percentiles that were asked for. */
export interface MoneySpread {
  readonly mean: string;
  readonly points: readonly PercentAmount[];
}

/** How paths were priced: by the terms alone, or, where `why` says that these do not hold, by an engine run a path. */
export interface PricingMethod {
  readonly kind: 'compact' | 'engine';
  readonly why: string | null;
}

/** One local calendar month of the horizon. Chances are shares of the paths, credits exact text. */
export interface ForecastMonth extends MoneySpread {
  /** `2026-01`. */
  readonly label: string;
  /** Local dates. */
  readonly start: string;
  readonly end: string;
  readonly flexChance: number;
  readonly flexMean: string;
  readonly blockedChance: number;
  readonly blockedMean: string;
}

/** Cumulative cost at the end of a month, one value a percentile, in money; for a chart. */
export interface FanPoint {
  readonly date: string;
  readonly mean: number;
  readonly values: readonly number[];
}

/** How many totals lie in each of equal classes from `from`, in money; for a chart. */
export interface HistogramView {
  readonly from: number;
  readonly width: number;
  readonly counts: readonly number[];
}

/** When a pool first runs out. Points are over all paths, `byMonth` the share of them that does so in each month. */
export interface RunOutSpread {
  readonly chance: number;
  readonly points: readonly PercentDate[];
  readonly byMonth: readonly number[];
}

/**
 * How much of the spread of the total one model causes, and P10 and P90 of the total where nothing but this model is drawn: amounts
 * that a path has, no means.
 */
export interface DriverView {
  readonly model: string;
  readonly share: number;
  readonly low: string;
  readonly high: string;
}

/** A threshold that use so far has reached, or that paths reach. */
export interface ForecastAlert {
  readonly id: string;
  readonly on: 'use' | 'forecast';
  /** What is used up: a pool of credits, the cap of Flex, or the budget. */
  readonly pool: 'included' | 'prepaid' | 'cap' | 'budget';
  readonly rule: string;
  /** In per cent. */
  readonly threshold: number;
  readonly text: string;
  /** Local date on which it was reached, or by which half of the paths that reach it have; null: on none. */
  readonly date: string | null;
  /** Share of the paths looked at that reach it; null for what has been reached. */
  readonly chance: number | null;
}

/** What a forecast came to. */
export interface ForecastView {
  readonly forecastId: string;
  readonly name: string;
  readonly currency: string;
  readonly minorDigits: number;
  readonly timeZone: string;
  /** Local dates of the horizon, `[from, until)`. */
  readonly from: string;
  readonly until: string;
  readonly paths: number;
  readonly seed: number;
  readonly percentiles: readonly number[];
  /** False: nothing in the scenario is uncertain, and all paths are alike. */
  readonly random: boolean;
  readonly method: PricingMethod;
  readonly total: MoneySpread;
  readonly months: readonly ForecastMonth[];
  readonly fan: readonly FanPoint[];
  readonly histogram: HistogramView;
  /** Null: there is no such pool. */
  readonly runOut: { readonly included: RunOutSpread | null; readonly prepaid: RunOutSpread | null };
  /** Credits left over time, and the days without, on expected usage. */
  readonly balances: readonly BalancePoint[];
  readonly runOuts: readonly RunOut[];
  /** The most important first. */
  readonly drivers: readonly DriverView[];
  readonly budget: { readonly amount: string; readonly chance: number } | null;
  /** Null: the answer is a rough one, which does without. */
  readonly alerts: readonly ForecastAlert[] | null;
  readonly assumptions: readonly Assumption[];
}

/** A forecast, or the problems that stand in its way. Warnings come with a forecast. */
export interface ForecastOutcome {
  readonly forecast: ForecastView | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a plan is to do best: the least mean, the least P90, or a budget held at least as often as `chance` says. */
export type PlanGoal =
  | { readonly kind: 'mean' }
  | { readonly kind: 'p90' }
  | { readonly kind: 'budget'; readonly amount: string; readonly chance: number };

/** A quantity of prepaid credits and what it comes to over the paths. */
export interface PlannedQuantity {
  readonly quantity: number;
  readonly mean: string;
  readonly p90: string;
  /** Share of the paths on which some are left at the end. */
  readonly unusedChance: number;
  /** Credits. */
  readonly unusedMean: string;
  /** Mean saving against buying none; negative where it costs more. */
  readonly saving: string;
  /** Share of the paths within the goal's budget; null for other goals. */
  readonly budgetChance: number | null;
}

/** A quantity from which another price holds, so that buying it may cost less than buying one fewer. */
export interface PriceCliff {
  readonly quantity: number;
  readonly unitPrice: string;
  /** What this many cost to buy, and what one fewer does. */
  readonly cost: string;
  readonly costBelow: string;
  /** The least quantity that costs more to buy than this one. */
  readonly dearerFrom: number | null;
}

/** From where on prepaid credits have paid for themselves: overage not billed, in credits and money, and the local date. */
export interface BreakEven {
  readonly credits: string;
  readonly money: string;
  readonly date: string | null;
}

/** What a plan came to. */
export interface PlanView {
  readonly planId: string;
  readonly currency: string;
  readonly minorDigits: number;
  readonly paths: number;
  readonly seed: number;
  /** Local dates of the purchases: equal parts of the quantity. */
  readonly dates: readonly string[];
  readonly max: number;
  /** True where nobody named the greatest quantity and there may be more to see beyond it. */
  readonly isBounded: boolean;
  readonly goal: PlanGoal;
  readonly leftover: number;
  readonly costOfCapital: number;
  readonly random: boolean;
  readonly method: PricingMethod;
  /**
   * By quantity from 0 to `max`, in whole minor units, null where there is no price for a quantity; `budgetChance` is null for
   * goals without a budget.
   */
  readonly curve: {
    readonly mean: readonly (number | null)[];
    readonly p90: readonly (number | null)[];
    readonly budgetChance: readonly number[] | null;
  };
  /** Quantity 0: buying nothing is best. Null: no quantity up to `max` holds the budget with that chance. */
  readonly best: PlannedQuantity | null;
  readonly none: PlannedQuantity;
  readonly cliffs: readonly PriceCliff[];
  /** Null: no quantity pays for itself. */
  readonly breakEven: BreakEven | null;
  readonly assumptions: readonly Assumption[];
}

/** A plan, or the problems that stand in its way. */
export interface PlanOutcome {
  readonly plan: PlanView | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** One quantity of a plan in full. Points are P10, P50 and P90. */
export interface QuantityView extends PlannedQuantity {
  readonly unitPrice: string | null;
  /** What each credit comes to that is drawn of it on average, for what is left over was paid too; null: none is drawn. */
  readonly effectivePrice: string | null;
  /** What it costs to buy. */
  readonly cost: string;
  readonly savings: readonly PercentAmount[];
  /** Share of the paths that come out dearer than buying none. */
  readonly dearerChance: number;
  readonly unused: readonly PercentCredits[];
  /** Money lost on each path against the quantity that would have been best on it. */
  readonly regret: MoneySpread;
  /** What is paid in each month. */
  readonly cash: readonly ({ readonly label: string } & MoneySpread)[];
  /** The day by which more must be bought for prepaid credits not to run out on nine paths of ten; null: none is needed. */
  readonly topUpBy: string | null;
  readonly breakEven: BreakEven | null;
}

/** How far a forecast or a plan is: what it does now, and the part done, from 0 to 1, where that is known. */
export interface ForecastProgress {
  readonly job: string;
  readonly step: string;
  readonly part: number | null;
}
