import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { backtest, type Backtest } from '../../../../../shared/forecast/backtest/backtest.ts';
import { backtestStatement } from '../../../../../shared/forecast/backtest/backtestStatement.ts';
import { readDailyCsv } from '../../../../../shared/forecast/fit/dailyCsv.ts';
import type { DailyHistory } from '../../../../../shared/forecast/fit/dailyHistory.ts';
import { knownDemand, type KnownDemand } from '../../../../support/knownDemand.ts';

function tested(history: DailyHistory, holdOut = 90): Backtest {
  const test = backtest(history, { holdOut, paths: 1000, seed: 1 });
  if (!test.ok) throw new Error(test.error.code);
  return test.value;
}

const seeds = Array.from({ length: 20 }, (_, index) => index + 1);
const week = [1.2, 1.1, 1, 1, 0.9, 0.4, 0.3];
const base: KnownDemand = { from: '2024-01-01', days: 600, level: 1000 };
const laws: Readonly<Record<string, KnownDemand>> = {
  'a level that spreads': { ...base, cv: 0.3 },
  'growth and weekdays': { ...base, growth: 0.03, weekdays: week, cv: 0.2 },
  'days with nothing': { ...base, cv: 0.4, zeroDays: 0.05 },
};
const results = new Map<string, readonly Backtest[]>();

/** The backtests of a law over all seeds, made once. */
function testsOf(name: string): readonly Backtest[] {
  const tests = results.get(name) ?? seeds.map((seed) => tested(knownDemand({ ...laws[name]!, seed })));
  results.set(name, tests);
  return tests;
}

const off = (test: Backtest, id: string) => test.errors.find((error) => error.id === id)!.off!;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('a backtest of a known law', () => {
  it.each(Object.keys(laws))('covers four days of five: %s', (name) => {
    const tests = testsOf(name);
    const shares = tests.map(({ covered, judged }) => covered / judged);
    // 1,800 days that are covered with a chance of 0.8 are covered in 80 % ± 0.94 %; what the fit itself can be off by
    // moves the days of one history together, hence the spread between histories.
    const center = mean(shares);
    const spread = Math.sqrt(mean(shares.map((share) => (share - center) ** 2)) / (shares.length - 1));
    expect(Math.abs(center - 0.8)).toBeLessThanOrEqual(3 * Math.max(spread, 0.0094));
  });

  it.each(Object.keys(laws))('lies closer than the last month repeated and the last week: %s', (name) => {
    const tests = testsOf(name);
    for (const rival of ['last-month', 'last-week']) {
      expect(mean(tests.map((test) => off(test, 'model')))).toBeLessThan(
        0.95 * mean(tests.map((test) => off(test, rival))),
      );
    }
  });

  it('covers the sum of the days four times in five', () => {
    const tests = seeds.map((seed) => tested(knownDemand({ ...base, cv: 0.3, seed }), 30));
    const inside = tests.filter(({ total, bands }) => total >= bands.totalLow && total <= bands.totalHigh).length;
    // Of 20, fewer than 11 come with a chance of a thousandth.
    expect(inside).toBeGreaterThanOrEqual(11);
  });

  it('is exact where nothing is random', () => {
    const test = tested(knownDemand({ ...base, growth: 0.02, weekdays: week }));
    expect(off(test, 'model')).toBeLessThan(1e-4);
    expect(off(test, 'last-week')).toBeGreaterThan(0.01);
  });
});

describe('a backtest', () => {
  const history = knownDemand({ ...base, weekdays: week, cv: 0.2 });

  it('never sees what it is judged by', () => {
    const quantities = history.quantities.map((quantity, row) => (row < 510 ? quantity : quantity * 3));
    expect(tested({ ...history, quantities }).model).toEqual(tested(history).model);
    expect(tested({ ...history, quantities }).covered).toBeLessThan(20);
  });

  it('is the same for the same seed, and not for another', () => {
    expect(tested(history)).toEqual(tested(history));
    const other = backtest(history, { holdOut: 90, paths: 1000, seed: 2 });
    expect(other.ok && other.value.bands).not.toEqual(tested(history).bands);
  });

  it('does not judge days of which nothing is known', () => {
    const quantities = history.quantities.map((quantity, row) => (row >= 590 ? NaN : quantity));
    const test = tested({ ...history, quantities });
    expect(test.judged).toBe(80);
    expect(backtest({ ...history, quantities }, { holdOut: 10, paths: 100, seed: 1 })).toMatchObject({
      error: { code: 'too-short' },
    });
  });

  it('needs a month before what it holds out', () => {
    const short = { ...history, quantities: history.quantities.subarray(0, 40) };
    expect(backtest(short, { holdOut: 11, paths: 100, seed: 1 })).toEqual({
      ok: false,
      error: { code: 'too-short', days: 40, needed: 41 },
    });
    expect(tested(short, 10).judged).toBe(10);
  });

  it('is told in sentences with its numbers', () => {
    const texts = backtestStatement(
      tested(knownDemand({ ...base, weekdays: [1, 1, 1, 1, 1, 0, 0] }), 28),
      'minutes',
    ).map(({ text }) => text);
    expect(texts).toEqual([
      'The last 28 days, 2025-07-26 to 2025-08-22, were held out and forecast from the 572 days before them.',
      'The 80 % band holds 28 of 28 days, 100 %.',
      'A day is off on average: the model by 0.0 %, the last month repeated by 80 %, the same weekday of the last week by 0.0 %. The model comes closest.',
      'Together these days came to 28,000 minutes; the model says 28,000, the 80 % band of their sum is 28,000 to 28,000, and they lie inside it.',
    ]);
  });
});

describe('years of page views', () => {
  const { history } = readDailyCsv(readFileSync('test/fixtures/usage/page-views-r.csv', 'utf8'));

  it('are forecast closer than by either rival, half a year ahead', () => {
    const test = tested(history!, 182);
    expect(off(test, 'model')).toBeLessThan(off(test, 'last-month'));
    expect(off(test, 'model')).toBeLessThan(off(test, 'last-week'));
    expect(test.covered / test.judged).toBeGreaterThan(0.6);
  });
});
