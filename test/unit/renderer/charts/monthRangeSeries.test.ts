import { describe, expect, it } from 'vitest';
import { monthRanges } from '../../../../renderer/charts/monthRangeSeries.ts';

const month = (...amounts: readonly [number, string][]) => ({
  label: '2026-01',
  mean: '5.00',
  points: amounts.map(([percent, amount]) => ({ percent, amount })),
});

describe('the range of a month', () => {
  it('reaches from P10 to P90 with the median where it lies', () => {
    const [range] = monthRanges([month([5, '1.00'], [10, '2.00'], [50, '3.00'], [90, '6.00'])]);
    expect(range).toEqual({ index: 0, label: '2026-01', span: [2, 6], part: 0.25 });
  });

  it('is a line where every path costs the same', () => {
    expect(monthRanges([month([10, '7.00'], [50, '7.00'], [90, '7.00'])])[0]).toMatchObject({
      span: [7, 7],
      part: 0.5,
    });
  });
});
