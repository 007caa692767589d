import { assert } from '../../base/assert.ts';

/** The decimals that a percentile may have. */
const millionth = 1_000_000;

/**
 * The percentile of ascending values by nearest rank: the least value that at least this share of them does not exceed, so
 * that it is always one of them. Rank ⌈percent ÷ 100 × count⌉, at least 1; percent in (0, 100], with at most six decimals.
 */
export function nearestRank(ascending: Float64Array, percent: number): number {
  assert(percent > 0 && percent <= 100, 'a percentile lies above 0 and at most at 100');
  assert(ascending.length > 0, 'a percentile is one of some values');
  const share = Math.round(percent * millionth) * ascending.length;
  const rank = Math.max(1, Math.ceil(share / (100 * millionth)));
  return ascending[rank - 1]!;
}
