import { assert } from './assert.ts';

/**
 * The n-th smallest of the values, from 1: a percentile by nearest rank is the one at ceil(percent ÷ 100 × count). Reorders the
 * values, none of which is NaN. By Hoare's selection, its pivot the middle of three, so that it takes linear time on average.
 */
export function nthSmallest(values: Float64Array, n: number): number {
  assert(n >= 1 && n <= values.length, 'there is an n-th of the values');
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = middleOf(values[low]!, values[(low + high) >> 1]!, values[high]!);
    let left = low;
    let right = high;
    while (left <= right) {
      while (values[left]! < pivot) left += 1;
      while (values[right]! > pivot) right -= 1;
      if (left > right) break;
      const kept = values[left]!;
      values[left++] = values[right]!;
      values[right--] = kept;
    }
    if (n - 1 <= right) high = right;
    else if (n - 1 >= left) low = left;
    else return pivot;
  }
  return values[n - 1]!;
}

/** The decimals that a percentile may have. */
const millionth = 1_000_000;

/**
 * The rank, from 1, of a percentile of so many values by nearest rank, so that it is always one of them: percent ÷ 100 × count,
 * rounded up. Percent in (0, 100], with at most six decimals.
 */
export function percentileRank(percent: number, count: number): number {
  assert(percent > 0 && percent <= 100, 'a percentile lies above 0 and at most at 100');
  return Math.max(1, Math.ceil((Math.round(percent * millionth) * count) / (100 * millionth)));
}

function middleOf(a: number, b: number, c: number): number {
  return a < b ? (b < c ? b : a < c ? c : a) : a < c ? a : b < c ? c : b;
}
