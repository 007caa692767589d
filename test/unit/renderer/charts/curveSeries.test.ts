import { describe, expect, it } from 'vitest';
import { curveData, curveSeries, minorText } from '../../../../renderer/charts/curveSeries.ts';

describe('the cost of every quantity', () => {
  it('is drawn in money, and keeps both sides of a price step however long it is', () => {
    const mean = Array.from({ length: 50_001 }, (_, quantity) => 400_000 + quantity - (quantity >= 30_000 ? 700 : 0));
    const points = curveSeries({ mean, p90: mean }, { minorDigits: 2, stays: [29_999, 30_000] });
    expect(points.length).toBeLessThan(1_000);
    expect(points.find(({ quantity }) => quantity === 29_999)?.mean).toBe(4_299.99);
    expect(points.find(({ quantity }) => quantity === 30_000)?.mean).toBe(4_293);
    expect([points[0]!.quantity, points.at(-1)!.quantity]).toEqual([0, 50_000]);
  });

  it('leaves out quantities that have no price', () => {
    const mean = [400, null, null, 380];
    const points = curveSeries({ mean, p90: mean }, { minorDigits: 2, stays: [] });
    expect(points.map(({ quantity }) => quantity)).toEqual([0, 3]);
    expect(curveData({ mean, p90: mean }, { currency: 'USD', minorDigits: 2 }).rows).toEqual([
      ['0', '4.00', '4.00'],
      ['3', '3.80', '3.80'],
    ]);
  });

  it('is a table of every quantity, exact', () => {
    const { rows } = curveData({ mean: [5, 100], p90: [0, -7] }, { currency: 'USD', minorDigits: 2 });
    expect(rows).toEqual([
      ['0', '0.05', '0.00'],
      ['1', '1.00', '-0.07'],
    ]);
  });

  it('writes minor units of any currency', () => {
    expect(minorText(123_456, 2)).toBe('1234.56');
    expect(minorText(-5, 3)).toBe('-0.005');
    expect(minorText(500, 0)).toBe('500');
  });
});
