import { ratio, roundHalfAway } from '../../base/ratio.ts';
import { sumColumn } from '../../engine/sumColumn.ts';
import { nearestRank } from './nearestRank.ts';

/** A mean and percentiles over the paths, all whole: the mean rounded once, the points amounts that a path really has. */
export interface Spread {
  readonly mean: bigint;
  /** In the order of the percentiles that were asked for. */
  readonly points: readonly bigint[];
}

/** The spread of a column of whole numbers. Units: those of the column. */
export function spreadOf(column: Float64Array, percentiles: readonly number[]): Spread {
  const ascending = column.slice().sort();
  return { mean: meanOf(column), points: percentiles.map((percent) => BigInt(nearestRank(ascending, percent))) };
}

/** The exact mean of whole numbers, rounded once, half away from zero. */
export function meanOf(column: Float64Array): bigint {
  return roundHalfAway(ratio(sumOf(column), BigInt(column.length)));
}

/** The share of rows that exceed a bound. */
export function shareAbove(column: Float64Array, bound: number): number {
  let above = 0;
  for (const value of column) if (value > bound) above += 1;
  return above / column.length;
}

/** The share of rows that do not exceed a bound. */
export function shareWithin(column: Float64Array, bound: number): number {
  let within = 0;
  for (const value of column) if (value <= bound) within += 1;
  return within / column.length;
}

/** Amounts may be negative where a price is; then no float is trusted to hold their sum. */
function sumOf(column: Float64Array): bigint {
  for (const value of column) if (value < 0) return column.reduce((sum, each) => sum + BigInt(each), 0n);
  return sumColumn(column, 0, column.length);
}
