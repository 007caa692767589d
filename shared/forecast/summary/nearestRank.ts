import { assert } from '../../base/assert.ts';
import { percentileRank } from '../../base/nthSmallest.ts';

/**
 * The percentile of ascending values by nearest rank: the least value that at least this share of them does not exceed, so
 * that it is always one of them. Rank ⌈percent ÷ 100 × count⌉, at least 1; percent in (0, 100], with at most six decimals.
 */
export function nearestRank(ascending: Float64Array, percent: number): number {
  assert(ascending.length > 0, 'a percentile is one of some values');
  return ascending[percentileRank(percent, ascending.length) - 1]!;
}
