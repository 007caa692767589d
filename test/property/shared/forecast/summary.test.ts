import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { driverTasks, forecastTask } from '../../../../shared/forecast/prepareForecast.ts';
import { mergeColumns, runPaths } from '../../../../shared/forecast/runPaths.ts';
import { driversOf } from '../../../../shared/forecast/summary/drivers.ts';
import { forecastSummary } from '../../../../shared/forecast/summary/forecastSummary.ts';
import { summaryBasis } from '../../../../shared/forecast/summary/summaryChoice.ts';
import { forecastBaseOf, forecastTaskOf, yearOf } from '../../../support/forecastOf.ts';

const noise = (cv: number): object => ({ kind: 'lognormal', cv });
const inference = { id: 'inference', meter: 'training', level: 200, per: 'day', noise: noise(0.8) };
const training = { id: 'training', meter: 'training', level: 50, per: 'day', noise: noise(0.3) };
const certain = { id: 'certain', meter: 'training', level: 20, per: 'day' };

const asText = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? `${each}` : each));

describe('a summary', () => {
  it('is the same text for any number of threads, and percentiles rise', () => {
    const percents = fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(fc.nat(1000), percents, (seed, unordered) => {
        const percentiles = unordered.toSorted((a, b) => a - b);
        const document = yearOf([inference, training]);
        const choice = { percentiles, budget: 500_000n, ...summaryBasis(forecastBaseOf(document).expected) };
        const task = forecastTaskOf(document, seed);
        const inPieces = (pieces: number): string => {
          const bounds = Array.from({ length: pieces + 1 }, (_, piece) => Math.round((piece * 100) / pieces));
          const columns = bounds.slice(1).map((until, piece) => runPaths(task, { from: bounds[piece]!, until }));
          return asText(forecastSummary(mergeColumns(columns, task.months), choice));
        };
        const whole = inPieces(1);
        expect([2, 3, 7].map(inPieces)).toEqual([whole, whole, whole]);
        const { total, months, fan } = forecastSummary(runPaths(task, { from: 0, until: 100 }), choice);
        for (const { points } of [total, ...months, ...fan]) {
          for (const [index, point] of points.slice(1).entries()) expect(point >= points[index]!).toBe(true);
        }
        expect(fan.at(-1)).toEqual(total);
      }),
      { numRuns: 10 },
    );
  });

  it('without noise gives simulate’s total at every percentile', () => {
    const { expected } = forecastBaseOf(yearOf([certain]));
    const billed = expected.invoices.reduce((sum, { total }) => sum + total, 0n);
    const columns = runPaths(forecastTaskOf(yearOf([certain])), { from: 0, until: 100 });
    const summary = forecastSummary(columns, { percentiles: [1, 50, 99], budget: billed, ...summaryBasis(expected) });
    expect(summary.total).toEqual({ mean: billed, points: [billed, billed, billed] });
    expect(summary.budget?.chance).toBe(1);
  });
});

describe('drivers of a forecast', () => {
  it('draw one model alone, its days as in the whole forecast', () => {
    const base = forecastBaseOf(yearOf([inference, certain, training]));
    const tasks = driverTasks(base, { seed: 5 });
    const whole = forecastTask(base, { seed: 5 });
    if (!tasks.ok || !whole.ok) throw new Error('expected tasks');
    expect(tasks.value.map(({ model }) => model)).toEqual(['inference', 'training']);
    for (const [index, { task }] of tasks.value.entries())
      expect(task.demand.models).toEqual([whole.value.demand.models[index]]);
    const drivers = driversOf(
      tasks.value.map(({ model, task }) => ({ model, total: runPaths(task, { from: 0, until: 1000 }).total })),
    );
    // Above the included credits a bill follows demand: variances as (level × cv)², here 160² to 15².
    expect(drivers.map(({ model }) => model)).toEqual(['inference', 'training']);
    expect(drivers[0]!.share).toBeCloseTo(160 ** 2 / (160 ** 2 + 15 ** 2), 1.5);
  });

  it('of one random model have the spread of the forecast itself', () => {
    const base = forecastBaseOf(yearOf([inference, certain]));
    const tasks = driverTasks(base, { seed: 1 });
    const whole = forecastTask(base, { seed: 1 });
    if (!tasks.ok || !whole.ok) throw new Error('expected tasks');
    expect(runPaths(tasks.value[0]!.task, { from: 0, until: 20 })).toEqual(
      runPaths(whole.value, { from: 0, until: 20 }),
    );
  });
});
