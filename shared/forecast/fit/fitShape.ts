import { dayMs } from '../../calendar/month.ts';
import type { DailyHistory } from './dailyHistory.ts';
import { againstMean, monthOf, monthsApart, weekdayOf, type HistoryShape } from './historyShape.ts';
import { robustRegression, weightedRegression, type Regression } from './regression.ts';
import { wanderOf, type Wander } from './wander.ts';

/** Which patterns a history is long enough to tell, or which of them stand out from its noise. */
export interface ShapeTerms {
  readonly growth: boolean;
  readonly weekdays: boolean;
  readonly months: boolean;
}

/** A pattern as it was found, in the logs of the days that have something. */
export interface FittedShape {
  readonly shape: HistoryShape;
  /** Which patterns stand out; the others are left out of the shape. */
  readonly kept: ShapeTerms;
  /** Growth per month between these bounds is as good (95 %); null where it could not be told. */
  readonly growthRange: readonly [number, number] | null;
  /** Log distance of each day from the line; NaN for days without anything. */
  readonly deviations: Float64Array;
  readonly wander: Wander;
}

const nothing: ShapeTerms = { growth: false, weekdays: false, months: false };

/**
 * Finds growth, weekday and yearly pattern of a history by a robust regression of the logs of its days, keeping of
 * `terms` those that stand out from the noise, neighbouring days that keep to each other considered.
 */
export function fitShape(history: DailyHistory, terms: ShapeTerms): FittedShape {
  const observed = observe(history);
  const full = robustRegression(columnsOf(observed, terms), observed.logs);
  const wander = wanderOf(byDay(observed, full));
  const kept = standingOut(observed, { full, terms, wander });
  const final = robustRegression(columnsOf(observed, kept), observed.logs);
  const deviations = byDay(observed, final);
  return {
    shape: shapeOf(final, kept),
    kept,
    growthRange: growthRange(full, terms, wander),
    deviations,
    wander: wanderOf(deviations),
  };
}

/** The days that have something. */
interface Observed {
  readonly rows: readonly number[];
  readonly days: readonly number[];
  readonly logs: Float64Array;
  readonly first: number;
  readonly length: number;
}

function observe({ from, quantities }: DailyHistory): Observed {
  const rows = [...quantities.keys()].filter((row) => quantities[row]! > 0);
  const days = rows.map((row) => from + row * dayMs);
  const logs = Float64Array.from(rows, (row) => Math.log(quantities[row]!));
  return { rows, days, logs, first: from, length: quantities.length };
}

/** One, the month since the start, days of the week but Monday, months but January. */
function columnsOf({ days, first }: Observed, terms: ShapeTerms): Float64Array[] {
  const column = (value: (day: number) => number) => Float64Array.from(days, value);
  return [
    column(() => 1),
    ...(terms.growth ? [column((day) => monthsApart(first, day))] : []),
    ...(terms.weekdays ? range(1, 7).map((at) => column((day) => Number(weekdayOf(day) === at))) : []),
    ...(terms.months ? range(1, 12).map((at) => column((day) => Number(monthOf(day) === at))) : []),
  ];
}

function range(from: number, until: number): number[] {
  return Array.from({ length: until - from }, (_, index) => from + index);
}

function byDay({ rows, length }: Observed, { residuals }: Regression): Float64Array {
  const deviations = new Float64Array(length).fill(NaN);
  rows.forEach((row, index) => (deviations[row] = residuals[index]!));
  return deviations;
}

/** Growth a month that is none for anyone: 0.05 %. */
const leastGrowth = 0.0005;

/** Leaves out what the noise alone could have made: by the error of growth, and by F tests of the two patterns. */
function standingOut(
  observed: Observed,
  { full, terms, wander }: { readonly full: Regression; readonly terms: ShapeTerms; readonly wander: Wander },
): ShapeTerms {
  const reach = 2 * full.errors[1]! * Math.sqrt(wander.inflation);
  const growth = terms.growth && Math.abs(full.coefficients[1]!) > Math.max(reach, leastGrowth);
  const explains = (term: 'weekdays' | 'months', count: number): boolean => {
    if (!terms[term]) return false;
    const without = weightedRegression(columnsOf(observed, { ...terms, [term]: false }), observed.logs, full.weights);
    const gained = (without.squares - full.squares) / count;
    // Wander moves whole months; days of the week lie side by side and share it.
    const inflation = term === 'months' ? wander.inflation : 1;
    return full.freedom > 0 && gained > critical(count, full.freedom) * inflation * (full.squares / full.freedom);
  };
  return { growth, weekdays: explains('weekdays', 6), months: explains('months', 11) };
}

/** About the 95 % point of F; exact to a few per cent from six degrees of freedom on. */
function critical(count: number, freedom: number): number {
  return (count === 6 ? 2.1 : 1.79) + 12 / freedom;
}

function shapeOf({ coefficients }: Regression, { growth, weekdays, months }: ShapeTerms): HistoryShape {
  const week = growth ? 2 : 1;
  const year = weekdays ? week + 6 : week;
  const weights = (from: number, count: number) =>
    againstMean([1, ...coefficients.slice(from, from + count - 1)].map((log, at) => (at === 0 ? 1 : Math.exp(log))));
  return {
    growth: growth ? Math.exp(coefficients[1]!) - 1 : 0,
    weekdays: weekdays ? weights(week, 7) : null,
    months: months ? weights(year, 12) : null,
  };
}

function growthRange({ coefficients, errors }: Regression, terms: ShapeTerms, { inflation }: Wander) {
  if (!terms.growth || Number.isNaN(errors[1]!)) return null;
  const reach = 2 * errors[1]! * Math.sqrt(inflation);
  return [Math.exp(coefficients[1]! - reach) - 1, Math.exp(coefficients[1]! + reach) - 1] as const;
}

/** A history without any pattern. */
export function flatShape({ quantities }: DailyHistory): FittedShape {
  const deviations = new Float64Array(quantities.length).fill(NaN);
  const shape = { growth: 0, weekdays: null, months: null };
  return { shape, kept: nothing, growthRange: null, deviations, wander: { inflation: 1, follow: 0 } };
}
