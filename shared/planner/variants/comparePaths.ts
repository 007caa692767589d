import { assert } from '../../base/assert.ts';
import { nearestRank } from '../../forecast/summary/nearestRank.ts';
import { spreadOf, type Spread } from '../../forecast/summary/spread.ts';

/** How a variant stands against the first, path by path over the same demand. Money in minor units, negative where it is cheaper. */
export interface PathDifference extends Spread {
  /** Share of the paths on which it is cheaper, and on which both cost the same. */
  readonly cheaperChance: number;
  readonly sameChance: number;
}

/** Variants side by side over the same paths. Variants are told by their index. */
export interface ComparedPaths {
  /** One a variant; the first differs by nothing. */
  readonly differences: readonly PathDifference[];
  /** Share of the paths on which the variant of the row is cheaper than that of the column. */
  readonly cheaper: readonly (readonly number[])[];
  /** Share of the paths on which no other is cheaper. */
  readonly cheapestChance: readonly number[];
  /** Which are the cheapest at each percentile of their own totals; more than one where they are equal. */
  readonly cheapest: readonly (readonly number[])[];
}

/** Compares totals, one column a variant, whose rows are the same paths. */
export function comparePaths(totals: readonly Float64Array[], percentiles: readonly number[]): ComparedPaths {
  const [first] = totals;
  assert(first !== undefined && first.length > 0, 'there are paths to compare');
  assert(
    totals.every(({ length }) => length === first.length),
    'all variants have the same paths',
  );
  const ascending = totals.map((total) => total.slice().sort());
  return {
    differences: totals.map((total) => differenceOf(total, first, percentiles)),
    cheaper: totals.map((row) => totals.map((column) => shareBelow(row, column))),
    cheapestChance: totals.map((total) => shareLeast(total, totals)),
    cheapest: percentiles.map((percent) => leastOf(ascending.map((column) => nearestRank(column, percent)))),
  };
}

/** Which of some amounts are the least. */
export function leastOf(amounts: readonly (number | bigint)[]): number[] {
  const least = amounts.reduce((a, b) => (b < a ? b : a));
  return amounts.flatMap((amount, index) => (amount === least ? [index] : []));
}

function differenceOf(total: Float64Array, first: Float64Array, percentiles: readonly number[]): PathDifference {
  const difference = total.map((amount, path) => amount - first[path]!);
  let cheaper = 0;
  let same = 0;
  for (const amount of difference) {
    if (amount < 0) cheaper += 1;
    if (amount === 0) same += 1;
  }
  const paths = difference.length;
  return { ...spreadOf(difference, percentiles), cheaperChance: cheaper / paths, sameChance: same / paths };
}

function shareBelow(one: Float64Array, other: Float64Array): number {
  let below = 0;
  for (let path = 0; path < one.length; path++) if (one[path]! < other[path]!) below += 1;
  return below / one.length;
}

function shareLeast(total: Float64Array, totals: readonly Float64Array[]): number {
  let least = 0;
  for (let path = 0; path < total.length; path++) {
    if (totals.every((other) => other[path]! >= total[path]!)) least += 1;
  }
  return least / total.length;
}
