import { describe, expect, it } from 'vitest';
import { fanData, fanSeries } from '../../../../renderer/charts/fanSeries.ts';

const points = [
  { date: '2026-02-01', mean: 21, values: [10, 20, 30] },
  { date: '2026-03-01', mean: 52, values: [30, 50, 80] },
];

describe('the fan of cumulative cost', () => {
  it('begins with nothing spent, and opens between percentiles that lie alike about the median', () => {
    const { columns, bands, middle } = fanSeries({ from: '2026-01-01', percentiles: [10, 50, 90], points });
    expect(columns.map(({ date, bands: [band] }) => [date, band])).toEqual([
      ['2026-01-01', [0, 0]],
      ['2026-02-01', [10, 30]],
      ['2026-03-01', [30, 80]],
    ]);
    expect(bands.map(({ name }) => name)).toEqual(['P10 to P90']);
    expect(middle).toBe(1);
  });

  it('takes percentiles in any order, the widest band first', () => {
    const { bands, middle } = fanSeries({ from: '2026-01-01', percentiles: [90, 25, 5, 75], points: [] });
    expect(bands.map(({ name, low, high }) => [name, low, high])).toEqual([
      ['P5 to P90', 2, 0],
      ['P25 to P75', 1, 3],
    ]);
    expect(middle).toBeNull();
  });

  it('lets one percentile alone be a line without a band', () => {
    const { bands, middle } = fanSeries({ from: '2026-01-01', percentiles: [50], points: [] });
    expect(bands).toEqual([]);
    expect(middle).toBe(0);
  });

  it('is a table of the month ends, to the minor unit', () => {
    const { columns, rows } = fanData(
      { from: '2026-01-01', percentiles: [10, 50, 90], points },
      { currency: 'USD', minorDigits: 2 },
    );
    expect(columns.map(({ title }) => title)).toEqual(['Date', 'Mean', 'P10', 'P50', 'P90']);
    expect(rows[1]).toEqual(['2026-03-01', '52.00', '30.00', '50.00', '80.00']);
  });
});
