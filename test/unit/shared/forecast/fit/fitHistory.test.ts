import { describe, expect, it } from 'vitest';
import { dayMs } from '../../../../../shared/calendar/month.ts';
import { historyPart } from '../../../../../shared/forecast/fit/dailyHistory.ts';
import { fitHistory, type HistoryFit } from '../../../../../shared/forecast/fit/fitHistory.ts';
import { knownDemand, type KnownDemand } from '../../../../support/knownDemand.ts';

function fitted(law: KnownDemand): HistoryFit {
  const fit = fitHistory(knownDemand(law));
  if (!fit.ok) throw new Error(fit.error.code);
  return fit.value;
}

const week = [1.2, 1.1, 1, 1, 0.9, 0.4, 0.3];
const year = [0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.2, 1.1, 1, 0.9, 0.8];
const meanOfWeek = week.reduce((sum, weight) => sum + weight, 0) / 7;
const base: KnownDemand = { from: '2024-01-01', days: 366, level: 1000 };

/** Over the seeds, each found value lies around the true one: the mean within three standard errors of it. */
function expectUnbiased(found: readonly number[], truth: number): void {
  const mean = found.reduce((sum, value) => sum + value, 0) / found.length;
  const variance = found.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (found.length - 1);
  expect(Math.abs(mean - truth)).toBeLessThanOrEqual(3 * Math.sqrt(variance / found.length) + 1e-9 * truth);
}

const seeds = Array.from({ length: 30 }, (_, index) => index + 1);

describe('a fit to history', () => {
  it('is the law itself where nothing is random', () => {
    const fit = fitted({ ...base, growth: 0.05, weekdays: week });
    expect(fit.level).toBeCloseTo(1000, 6);
    expect(fit.shape.growth).toBeCloseTo(0.05, 9);
    fit.shape.weekdays!.forEach((weight, day) => expect(weight).toBeCloseTo(week[day]! / meanOfWeek, 9));
    expect(fit).toMatchObject({ shape: { months: null }, noise: null, recent: 1, spikes: [] });
  });

  it('finds a yearly pattern where there are two years, and not in less', () => {
    const law = { ...base, growth: 0.01, weekdays: week, months: year };
    const fit = fitted({ ...law, days: 731 });
    const mean = year.reduce((sum, weight) => sum + weight, 0) / 12;
    fit.shape.months!.forEach((weight, month) => expect(weight).toBeCloseTo(year[month]! / mean, 6));
    expect(fit.shape.growth).toBeCloseTo(0.01, 6);
    expect(fitted({ ...law, days: 730 }).shape.months).toBeNull();
  });

  it('finds level, growth, weekdays and spread around the truth', () => {
    const fits = seeds.map((seed) => fitted({ ...base, growth: 0.03, weekdays: week, cv: 0.3, seed }));
    expectUnbiased(
      fits.map(({ level }) => level),
      1000,
    );
    expectUnbiased(
      fits.map(({ shape }) => shape.growth),
      0.03,
    );
    expectUnbiased(
      fits.map(({ shape }) => shape.weekdays![5]!),
      0.4 / meanOfWeek,
    );
    for (const { noise } of fits) expect(noise).toMatchObject({ kind: 'lognormal', zeroDays: 0 });
    const cvs = fits.map(({ noise }) => (noise?.kind === 'lognormal' ? noise.cv : NaN));
    expect(Math.abs(cvs.reduce((sum, cv) => sum + cv, 0) / cvs.length - 0.3)).toBeLessThan(0.01);
  });

  it('counts days with nothing, and keeps the mean over them', () => {
    const fits = seeds.map((seed) => fitted({ ...base, cv: 0.2, zeroDays: 0.1, seed }));
    expectUnbiased(
      fits.map(({ level }) => level),
      1000,
    );
    expectUnbiased(
      fits.map(({ noise }) => (noise?.kind === 'lognormal' ? noise.zeroDays : NaN)),
      0.1,
    );
  });

  it('takes a day of the week that never has anything for a pattern, not for days with nothing', () => {
    const fit = fitted({ ...base, weekdays: [1, 1, 1, 1, 1, 0, 0], cv: 0.2 });
    expect(fit.shape.weekdays!.slice(5)).toEqual([0, 0]);
    expect(fit.noise).toMatchObject({ zeroDays: 0 });
  });

  it('leaves out patterns that the noise alone could have made, nineteen times in twenty', () => {
    const fits = seeds.map((seed) => fitted({ ...base, days: 731, cv: 0.4, seed }));
    const count = (has: (fit: HistoryFit) => boolean) => fits.filter(has).length;
    // Of 30 with a chance of 5 % each, more than 6 come once in 3,000 times.
    expect(count(({ shape }) => shape.growth !== 0)).toBeLessThanOrEqual(6);
    expect(count(({ shape }) => shape.weekdays !== null)).toBeLessThanOrEqual(6);
    expect(count(({ shape }) => shape.months !== null)).toBeLessThanOrEqual(6);
  });

  it('sets spikes apart, so that neither level nor spread sees them', () => {
    const spikes = { 100: 5, 101: 5, 102: 4, 300: 6 };
    const fit = fitted({ ...base, weekdays: week, cv: 0.1, spikes });
    expect(fit.spikes.map(({ from, days }) => [(from - fit.history.from) / dayMs, days])).toEqual([
      [100, 3],
      [300, 1],
    ]);
    expect(fit.spikes[1]!.factor).toBeGreaterThan(4);
    expect(fit.level).toBeGreaterThan(970);
    expect(fit.level).toBeLessThan(1030);
    expect(fit.noise).toMatchObject({ kind: 'lognormal' });
    expect(Math.abs((fit.noise as { cv: number }).cv - 0.1)).toBeLessThan(0.01);
  });

  it('resamples days whose factors are not lognormal', () => {
    const history = knownDemand({ ...base, cv: 0.1 });
    const two = history.quantities.map((quantity, row) =>
      row % 2 === 0 ? quantity : quantity * 0.2 * (1 + (row % 3)),
    );
    const fit = fitHistory({ ...history, quantities: two });
    if (!fit.ok || fit.value.noise?.kind !== 'resampled') throw new Error('resampled noise was expected');
    const { factors } = fit.value.noise;
    expect(factors).toHaveLength(366);
    expect(factors.reduce((sum, factor) => sum + factor, 0) / 366).toBeCloseTo(1, 3);
  });

  it('follows the latest weeks where the level wanders, and does not where it only spreads', () => {
    const history = knownDemand({ ...base, cv: 0.1 });
    const steps = [1, 1.4, 0.8, 1.3, 1, 0.7, 1.1, 1.5];
    const wandering = history.quantities.map((quantity, row) => quantity * steps[Math.floor(row / 46)]!);
    const fit = fitHistory({ ...history, quantities: wandering });
    expect(fit.ok && fit.value.recent).toBeGreaterThan(1.15);
    const steady = seeds.filter((seed) => fitted({ ...base, cv: 0.3, seed }).recent !== 1);
    expect(steady.length).toBeLessThanOrEqual(6);
  });

  it('leaves unknown days out', () => {
    const history = knownDemand({ ...base, weekdays: week });
    const quantities = history.quantities.map((quantity, row) => (row % 10 === 3 ? NaN : quantity));
    const fit = fitHistory({ ...history, quantities });
    expect(fit.ok && fit.value.level).toBeCloseTo(1000, 6);
    expect(fit.ok && fit.value.known).toBe(329);
  });
});

describe('a short history', () => {
  const law = { ...base, growth: 0.05, weekdays: week, cv: 0.1 };
  const tellable = (days: number) => fitted({ ...law, days }).tellable;

  it('tells no weekday pattern and no spread in less than two weeks', () => {
    expect(tellable(13)).toMatchObject({ weekdays: false, spread: false });
    expect(tellable(14)).toMatchObject({ weekdays: true, spread: true });
    expect(fitted({ ...law, days: 13 })).toMatchObject({ shape: { growth: 0, weekdays: null }, noise: null });
  });

  it('tells no growth in less than two months', () => {
    expect(tellable(59).growth).toBe(false);
    expect(tellable(60).growth).toBe(true);
  });

  it('tells the level alone of a single day', () => {
    expect(fitted({ ...base, days: 1 })).toMatchObject({ level: 1000, spikes: [], noise: null });
  });

  it('is refused where there is nothing in it', () => {
    const empty = historyPart(knownDemand(base), 0, 0);
    expect(fitHistory(empty)).toEqual({ ok: false, error: { code: 'no-history' } });
    const idle = { from: 0, quantities: new Float64Array(30) };
    expect(fitHistory(idle)).toEqual({ ok: false, error: { code: 'nothing-used', days: 30 } });
  });
});
