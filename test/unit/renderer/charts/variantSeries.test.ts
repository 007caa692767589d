import { describe, expect, it } from 'vitest';
import { crossings, rangesData, variantRanges } from '../../../../renderer/charts/variantSeries.ts';

const total = (low: string, middle: string, high: string) => ({
  mean: middle,
  points: [
    { percent: 10, amount: low },
    { percent: 50, amount: middle },
    { percent: 90, amount: high },
  ],
});

describe('variants as bars', () => {
  it('reach from P10 to P90 with the median between', () => {
    expect(variantRanges([{ name: 'Annual', total: total('90.00', '100.00', '130.00') }])).toEqual([
      { index: 0, name: 'Annual', span: [90, 130], middle: 100 },
    ]);
  });

  it('are a table with every figure as it is', () => {
    const { columns, rows } = rangesData([{ name: 'Annual', total: total('90.00', '100.00', '130.00') }], 'USD');
    expect(columns.map(({ title }) => title)).toEqual(['Variant', 'Mean', 'P10', 'P50', 'P90']);
    expect(rows).toEqual([['Annual', '100.00', '90.00', '100.00', '130.00']]);
  });
});

describe('crossings', () => {
  const meeting = (below: string, above: string, sideAbove: -1 | 0 | 1) => ({
    first: 0,
    second: 1,
    below: { value: below, amounts: [] },
    above: { value: above, amounts: [] },
    sideBelow: -1 as const,
    sideAbove,
    equal: null,
    sentence: '',
  });

  it('are drawn in the middle of what brackets them, and not where one side is equal', () => {
    expect(crossings({ meetings: [meeting('1.2', '1.4', 1), meeting('2', '4', 0)] })).toEqual([expect.closeTo(1.3)]);
  });
});
