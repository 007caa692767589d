import { describe, expect, it } from 'vitest';
import { dayMs } from '../../../../shared/calendar/month.ts';
import type { DemandModel, Spike } from '../../../../shared/demand/demandModel.ts';
import { coverChance, expectedDays, expectedParts } from '../../../../shared/demand/expected.ts';

const date = (text: string): number => Date.parse(`${text}T00:00Z`);

function model(more: Partial<DemandModel>): DemandModel {
  return {
    id: 'm',
    meter: null,
    from: date('2026-01-01'),
    until: date('2027-01-01'),
    level: 1000,
    per: 'day',
    growth: 0,
    ramp: null,
    weekdays: null,
    months: null,
    spikes: [],
    noise: null,
    ...more,
  };
}

function on(day: string, more: Partial<DemandModel>): number {
  return expectedDays(model(more), date(day), date(day) + dayMs).quantities[0]!;
}

describe('expected demand', () => {
  it('is the level on every day', () => {
    const { days, quantities } = expectedDays(model({}), date('2026-02-27'), date('2026-03-02'));
    expect([...days].map((day) => new Date(day).toISOString().slice(0, 10))).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ]);
    expect([...quantities]).toEqual([1000, 1000, 1000]);
  });

  it('per month is spread evenly over that month’s days', () => {
    expect(on('2026-02-10', { per: 'month', level: 280 })).toBe(10);
    expect(on('2026-03-10', { per: 'month', level: 310 })).toBe(10);
    expect(on('2028-02-29', { per: 'month', level: 290 })).toBe(10);
  });

  it('grows by one multiplication a calendar month since the model’s own start', () => {
    expect(on('2026-01-31', { growth: 0.05 })).toBe(1000);
    expect(on('2026-02-01', { growth: 0.05 })).toBe(1000 * 1.05);
    expect(on('2026-04-15', { growth: 0.1, from: date('2026-01-20') })).toBe(1000 * 1.1 * 1.1 * 1.1);
    expect(on('2027-01-01', { growth: 1, level: 1 })).toBe(4096);
  });

  it('weighs weekdays against their mean', () => {
    const weekdays = [1, 1, 1, 1, 1, 0.3, 0.3];
    const mean = (1 + 1 + 1 + 1 + 1 + 0.3 + 0.3) / 7;
    expect(on('2026-01-05', { weekdays })).toBe((1000 * 1) / mean);
    expect(on('2026-01-10', { weekdays })).toBe((1000 * 0.3) / mean);
    expect(on('2026-01-11', { weekdays: [0, 0, 0, 0, 0, 0, 7] })).toBe(7000);
  });

  it('weighs months against their mean, after the weekdays', () => {
    const months = [2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0];
    expect(on('2026-01-31', { months })).toBe(2000);
    expect(on('2026-02-01', { months })).toBe(1000);
    expect(on('2026-12-24', { months })).toBe(0);
    expect(on('2026-01-11', { months, weekdays: [0, 0, 0, 0, 0, 0, 7] })).toBe(14_000);
  });

  it('moves in a straight line to the level of a ramp, and stays there', () => {
    const ramp = { to: 2000, by: date('2026-01-11') };
    expect(on('2026-01-01', { ramp })).toBe(1000);
    expect(on('2026-01-06', { ramp })).toBe(1500);
    expect(on('2026-01-10', { ramp })).toBe(1900);
    expect(on('2026-01-11', { ramp })).toBe(2000);
    expect(on('2026-12-31', { ramp })).toBe(2000);
    expect(on('2026-01-06', { ramp: { ...ramp, to: 0 } })).toBe(500);
  });

  it('grows and spreads a month’s level along the ramp', () => {
    const ramp = { to: 620, by: date('2026-03-01') };
    expect(on('2026-03-01', { ramp, level: 0, per: 'month', growth: 0.5 })).toBe(20 * 1.5 * 1.5);
    expect(on('2026-01-01', { ramp, level: 310, per: 'month', growth: 0.5 })).toBe(10);
  });

  it('multiplies all spikes that cover a day, then adds', () => {
    const spikes: Spike[] = [
      { kind: 'certain', from: date('2026-11-20'), days: 10, factor: 3, add: 0 },
      { kind: 'certain', from: date('2026-11-29'), days: 1, factor: 1, add: 5000 },
      { kind: 'certain', from: date('2026-11-29'), days: 3, factor: 2, add: 0 },
    ];
    expect(on('2026-11-19', { spikes })).toBe(1000);
    expect(on('2026-11-20', { spikes })).toBe(3000);
    expect(on('2026-11-29', { spikes })).toBe(11000);
    expect(on('2026-11-30', { spikes })).toBe(2000);
  });

  it('takes an uncertain spike at its expected factor', () => {
    const spike: Spike = {
      kind: 'uncertain',
      from: date('2026-06-01'),
      until: date('2026-06-05'),
      chance: 0.5,
      days: { least: 2, greatest: 2 },
      factor: { least: 2, greatest: 4 },
    };
    // The first day is one of four; two of those four starts cover 2 June.
    expect(on('2026-06-02', { spikes: [spike] })).toBe(1000 * (1 + 0.5 * 0.5 * 2));
    expect(on('2026-06-01', { spikes: [spike] })).toBe(1000 * (1 + 0.5 * 0.25 * 2));
    expect(on('2026-06-06', { spikes: [spike] })).toBe(1000);
  });
});

describe('the chance that an uncertain spike covers a day', () => {
  it('counts first days and lengths that reach it', () => {
    const spike = {
      kind: 'uncertain' as const,
      from: date('2026-06-01'),
      until: date('2026-06-08'),
      chance: 1,
      days: { least: 1, greatest: 4 },
      factor: { least: 2, greatest: 2 },
    };
    for (let day = date('2026-05-30'); day < date('2026-06-15'); day += dayMs) {
      let covering = 0;
      for (let start = spike.from; start < spike.until; start += dayMs) {
        for (let length = 1; length <= 4; length++) if (start <= day && day < start + length * dayMs) covering += 1;
      }
      expect(coverChance(spike, day)).toBe(covering / 28);
    }
  });
});

describe('the parts of the expectation', () => {
  const certain: Spike[] = [
    { kind: 'certain', from: date('2026-06-02'), days: 2, factor: 3, add: 50 },
    { kind: 'certain', from: date('2026-06-03'), days: 1, factor: 1, add: 7 },
  ];
  const uncertain: Spike = {
    kind: 'uncertain',
    from: date('2026-06-01'),
    until: date('2026-06-05'),
    chance: 0.5,
    days: { least: 1, greatest: 1 },
    factor: { least: 2, greatest: 4 },
  };
  const parts = (spikes: Spike[]) => expectedParts(model({ spikes }), date('2026-06-01'), date('2026-06-05'));

  it('are base and additions of certain spikes', () => {
    const { base, add } = parts(certain);
    expect([...base]).toEqual([1000, 3000, 3000, 1000]);
    expect([...add]).toEqual([0, 50, 57, 0]);
  });

  it('leave out what is uncertain', () => {
    expect(parts([...certain, uncertain])).toEqual(parts(certain));
  });
});
