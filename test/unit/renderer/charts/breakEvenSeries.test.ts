import { describe, expect, it } from 'vitest';
import { crossingOf, overageSeries } from '../../../../renderer/charts/breakEvenSeries.ts';

describe('where a purchase has paid for itself', () => {
  const points = overageSeries({ quantity: 250, cost: 900, flexPrice: 4, until: 400 });

  it('draws what the same overage costs as Flex and with the purchase', () => {
    expect(points).toEqual([
      { use: 0, first: 0, second: 900 },
      { use: 225, first: 900, second: 900 },
      { use: 250, first: 1_000, second: 900 },
      { use: 400, first: 1_600, second: 1_500 },
    ]);
  });

  it('crosses where the Flex not billed has cost as much as the purchase', () => {
    expect(crossingOf(points)).toEqual({ use: 225, cost: 900 });
  });

  it('interpolates between points, and does not cross where the purchase always costs more', () => {
    const crossing = crossingOf([
      { use: 0, first: 0, second: 10 },
      { use: 10, first: 20, second: 10 },
    ]);
    expect(crossing).toEqual({ use: 5, cost: 10 });
    expect(crossingOf(overageSeries({ quantity: 10, cost: 90, flexPrice: 4, until: 100 }))).toBeNull();
  });
});
