import type { Diagnostic } from '../base/diagnostic.ts';
import type { FanPoint, ForecastMonth, MoneySpread, PricingMethod } from './forecastViews.ts';

/** How a variant stands against the first over the same paths; amounts are negative where it is cheaper. */
export interface VariantDifference extends MoneySpread {
  /** Of the bills on expected usage. */
  readonly expected: string;
  /** Share of the paths on which it is cheaper, and on which both cost the same. */
  readonly cheaperChance: number;
  readonly sameChance: number;
}

/** One variant and what it comes to. */
export interface VariantView {
  readonly name: string;
  /** Path of its scenario in the workspace. */
  readonly scenario: string;
  /** Its changes in words; none: the scenario as it is. */
  readonly changes: readonly string[];
  /** The bill on expected usage: what `simulate` shows. */
  readonly expected: string;
  readonly total: MoneySpread;
  readonly months: readonly ForecastMonth[];
  readonly fan: readonly FanPoint[];
  /** Share of the paths with any Flex, and with any blocked usage. */
  readonly flexChance: number;
  readonly blockedChance: number;
  /** Credits a path, on average. */
  readonly flexMean: string;
  readonly blockedMean: string;
  readonly method: PricingMethod;
  /** Null for the first. */
  readonly against: VariantDifference | null;
  /** Share of the paths on which no other is cheaper. */
  readonly cheapestChance: number;
}

/** One input of all variants in words; `differs` where they are not all alike. */
export interface VariantInput {
  readonly input: string;
  readonly values: readonly string[];
  readonly differs: boolean;
}

/** Variants side by side. Variants are told by their index. */
export interface VariantsView {
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
  /** False: nothing is uncertain, and all paths are alike. */
  readonly random: boolean;
  readonly variants: readonly VariantView[];
  readonly inputs: readonly VariantInput[];
  /** Which are the cheapest; more than one where they cost the same. */
  readonly cheapest: {
    readonly expected: readonly number[];
    readonly mean: readonly number[];
    readonly points: readonly { readonly percent: number; readonly variants: readonly number[] }[];
  };
  /** Share of the paths on which the variant of the row is cheaper than that of the column. */
  readonly cheaper: readonly (readonly number[])[];
  /** What a reader has to know beside the figures. */
  readonly notes: readonly string[];
}

/** Variants, or the problems that stand in their way. */
export interface VariantsOutcome {
  readonly comparison: VariantsView | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** What each variant comes to at one value of the unknown, as exact text. */
export interface SolvedPoint {
  /** Exact decimal text. */
  readonly value: string;
  readonly amounts: readonly string[];
}

/** Where two variants cost the same, or one costs what was asked for. */
export interface SolvedMeeting {
  /** Of the variants looked at; null in the place of the second: the target. */
  readonly first: number;
  readonly second: number | null;
  /** The values looked at that lie closest on both sides, and both amounts there. */
  readonly below: SolvedPoint;
  readonly above: SolvedPoint;
  /** The first less the second there: cheaper, equal or dearer. */
  readonly sideBelow: -1 | 0 | 1;
  readonly sideAbove: -1 | 0 | 1;
  /** The values at which both cost exactly the same; null: none, the difference jumps over 0. */
  readonly equal: { readonly from: string; readonly until: string } | null;
  readonly sentence: string;
}

/** What would have to be true. */
export interface SolvedView {
  readonly unknown: 'usage' | 'growth' | 'flexPrice' | 'prepaidPrice';
  /** What the unknown is, with its unit. */
  readonly title: string;
  readonly from: string;
  readonly until: string;
  /** Solutions are told to this step, and sought between as many values evenly apart. */
  readonly step: string;
  readonly looked: number;
  readonly measure: 'mean' | 'expected';
  readonly paths: number;
  readonly seed: number;
  readonly currency: string;
  readonly variants: readonly string[];
  /** What each variant costs at the values looked at first, in order. */
  readonly points: readonly SolvedPoint[];
  readonly meetings: readonly SolvedMeeting[];
  /** What holds where there is no solution, pair by pair. */
  readonly unsolved: readonly string[];
}

export interface SolvedOutcome {
  readonly solved: SolvedView | null;
  readonly diagnostics: readonly Diagnostic[];
}
