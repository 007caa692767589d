import { describe, expect, it } from 'vitest';
import { histogramData, histogramSeries } from '../../../../renderer/charts/histogramSeries.ts';

const histogram = { from: 100, width: 10, counts: [1, 2, 1] };

describe('the distribution of the total', () => {
  it('steps from class to class and closes at the last edge', () => {
    const { steps, until } = histogramSeries(histogram, null);
    expect(steps).toEqual([
      { at: 100, within: 0.25, over: null },
      { at: 110, within: 0.5, over: null },
      { at: 120, within: 0.25, over: null },
      { at: 130, within: 0.25, over: null },
    ]);
    expect(until).toBe(130);
  });

  it('is parted where the budget cuts a class', () => {
    expect(histogramSeries(histogram, 115).steps).toEqual([
      { at: 100, within: 0.25, over: null },
      { at: 110, within: 0.5, over: null },
      { at: 115, within: 0.5, over: 0.5 },
      { at: 120, within: null, over: 0.25 },
      { at: 130, within: null, over: 0.25 },
    ]);
  });

  it('closes the part within a budget that lies on an edge', () => {
    expect(histogramSeries(histogram, 110).steps).toEqual([
      { at: 100, within: 0.25, over: null },
      { at: 110, within: 0.25, over: 0.5 },
      { at: 120, within: null, over: 0.25 },
      { at: 130, within: null, over: 0.25 },
    ]);
  });

  it('is all over a budget below every total, and nothing where nothing was sampled', () => {
    expect(histogramSeries(histogram, 50).steps.every(({ within }) => within === null)).toBe(true);
    expect(histogramSeries({ from: 0, width: 1, counts: [] }, 5).steps).toEqual([]);
  });

  it('is a table of ranges, paths and shares', () => {
    expect(histogramData(histogram, { currency: 'USD', minorDigits: 2 }).rows[1]).toEqual([
      '110.00',
      '120.00',
      '2',
      '0.5',
    ]);
  });
});
