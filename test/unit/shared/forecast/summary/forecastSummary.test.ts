import { describe, expect, it } from 'vitest';
import { pathColumns, type PathColumns } from '../../../../../shared/forecast/pathColumns.ts';
import { driversOf } from '../../../../../shared/forecast/summary/drivers.ts';
import {
  faultOf,
  forecastSummary,
  type SummaryChoice,
} from '../../../../../shared/forecast/summary/forecastSummary.ts';
import { histogramOf } from '../../../../../shared/forecast/summary/histogram.ts';
import { nearestRank } from '../../../../../shared/forecast/summary/nearestRank.ts';
import { spreadOf } from '../../../../../shared/forecast/summary/spread.ts';

const day = (text: string): number => Date.parse(`${text}T00:00Z`);
const nano = 1_000_000_000;

/** Four paths over three months: bills of 100, 200, 300 and 401 cents. */
function fourPaths(): PathColumns {
  const columns = pathColumns(4, 3);
  columns.total.set([300, 100, 401, 200]);
  columns.monthAmount.set([100, 100, 100, 100, 0, 0, 100, 0, 301, 100, 100, 0]);
  columns.monthFlex.set([0, 3 * nano, 0, 0, 0, 0, 0, 0, 8 * nano, 0, nano, 0]);
  columns.monthBlocked.set([0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0]);
  columns.includedOut.set([day('2026-02-20'), NaN, day('2026-03-01'), day('2026-02-11')]);
  return columns;
}

const choice: SummaryChoice = {
  percentiles: [10, 50, 90],
  budget: 300n,
  firstDay: day('2026-01-15'),
  pools: { included: true, prepaid: false },
};

describe('nearest rank', () => {
  const ten = Float64Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

  it('is the least value that at least this share does not exceed', () => {
    expect([10, 11, 50, 90, 91, 100].map((percent) => nearestRank(ten, percent))).toEqual([1, 2, 5, 9, 10, 10]);
    expect(nearestRank(ten, 0.000001)).toBe(1);
  });

  it('does not slip by a place where a percentage has no exact binary form', () => {
    const many = Float64Array.from({ length: 10_000 }, (_, index) => index + 1);
    for (const percent of [0.1, 2.5, 7, 14, 28, 29, 55, 57, 99.9, 99.99]) {
      expect(nearestRank(many, percent)).toBe(Math.round(percent * 100));
    }
  });
});

describe('a forecast in figures', () => {
  const summary = forecastSummary(fourPaths(), choice);

  it('gives the mean, rounded once, and percentiles that paths really have', () => {
    expect(summary.total).toEqual({ mean: 250n, points: [100n, 200n, 401n] });
    expect(spreadOf(Float64Array.of(1, 2), [50]).mean).toBe(2n);
    expect(spreadOf(Float64Array.of(-1, -2), [50]).mean).toBe(-2n);
  });

  it('gives months with the chance and size of Flex and of blocked work', () => {
    expect(summary.months[1]).toEqual({
      mean: 50n,
      points: [0n, 0n, 100n],
      flexChance: 0.5,
      flexMean: BigInt(nano),
      blockedChance: 0,
      blockedMean: 0n,
    });
    expect(summary.months[2]).toMatchObject({ flexChance: 0.25, blockedChance: 0.25, blockedMean: 1n });
  });

  it('gives the cost up to the end of each month, the last being the total', () => {
    expect(summary.fan.map(({ mean }) => mean)).toEqual([100n, 150n, 250n]);
    expect(summary.fan[1]!.points).toEqual([100n, 100n, 200n]);
    expect(summary.fan[2]).toEqual(summary.total);
  });

  it('gives the day on which a pool first runs out, over all paths: never counts as latest', () => {
    expect(summary.runOut.prepaid).toBeNull();
    expect(summary.runOut.included).toEqual({
      chance: 0.75,
      points: [day('2026-02-11'), day('2026-02-20'), null],
      byMonth: [0, 0.5, 0.25],
    });
  });

  it('gives the chance of staying within a budget, which a total equal to it does', () => {
    expect(summary.budget).toEqual({ amount: 300n, chance: 0.75 });
    expect(forecastSummary(fourPaths(), { ...choice, budget: null }).budget).toBeNull();
  });

  it('counts totals in classes of a round width that hold all of them', () => {
    expect(summary.histogram).toEqual({ from: 100, width: 10, counts: expect.any(Array) as number[] });
    expect(summary.histogram.counts.reduce((sum, count) => sum + count)).toBe(4);
    expect(summary.histogram.counts).toHaveLength(31);
    expect(histogramOf(Float64Array.of(7, 7))).toEqual({ from: 7, width: 1, counts: [2] });
    expect(histogramOf(Float64Array.of(-3, 77))).toMatchObject({ from: -4, width: 2 });
  });

  it('names the first path without a price', () => {
    const columns = fourPaths();
    expect(faultOf(columns)).toBeNull();
    columns.fault[2] = 1;
    expect(faultOf(columns)).toEqual({ path: 2, fault: 1 });
  });
});

describe('drivers', () => {
  it('are ranked by their share of the variance, with the P10 and P90 that each causes alone', () => {
    const steady = { model: 'steady', total: Float64Array.of(9, 10, 11, 10) };
    const wild = { model: 'wild', total: Float64Array.of(4, 10, 16, 10) };
    expect(driversOf([steady, wild])).toEqual([
      { model: 'wild', share: 36 / 37, low: 4n, high: 16n },
      { model: 'steady', share: 1 / 37, low: 9n, high: 11n },
    ]);
  });

  it('cause nothing where nothing varies', () => {
    expect(driversOf([{ model: 'm', total: Float64Array.of(5, 5) }])).toEqual([
      { model: 'm', share: 0, low: 5n, high: 5n },
    ]);
  });
});
