import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nthSmallest, percentileRank } from '../../../../shared/base/nthSmallest.ts';

describe('the n-th smallest value', () => {
  it('is the one that stands there once all are sorted', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 60 }), (values) => {
        const sorted = values.toSorted((a, b) => a - b);
        const found = values.map((_, index) => nthSmallest(Float64Array.from(values), index + 1));
        expect(found).toEqual(sorted);
      }),
    );
  });

  it('is found among many', () => {
    const values = Float64Array.from({ length: 50_000 }, (_, index) => (index * 7_919) % 50_000);
    expect([1, 45_000, 50_000].map((n) => nthSmallest(values.slice(), n))).toEqual([0, 44_999, 49_999]);
  });

  it('is that of a percentile at its nearest rank', () => {
    expect([10, 50, 90, 100].map((percent) => percentileRank(percent, 10))).toEqual([1, 5, 9, 10]);
    expect(percentileRank(90, 1)).toBe(1);
    expect(percentileRank(0.1, 10_000)).toBe(10);
    expect(percentileRank(99.99, 10_000)).toBe(9_999);
  });
});
