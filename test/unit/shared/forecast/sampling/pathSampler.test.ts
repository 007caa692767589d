import { describe, expect, it } from 'vitest';
import { dayMs } from '../../../../../shared/calendar/month.ts';
import { coverChance } from '../../../../../shared/demand/expected.ts';
import type { DemandModel, Noise, Spike } from '../../../../../shared/demand/demandModel.ts';
import { pathSampler, sampledDemand } from '../../../../../shared/forecast/sampling/pathSampler.ts';
import { sampledModel, type SampledModel } from '../../../../../shared/forecast/sampling/sampledModel.ts';

const firstDay = Date.UTC(2026, 0, 1);
const nano = 1e9;

interface Draft {
  readonly id?: string;
  readonly noise?: Noise | null;
  readonly spikes?: readonly Spike[];
  readonly days?: number;
  readonly seed?: number;
  readonly slot?: (day: number) => number;
  readonly add?: number;
}

/** A model that asks for 1,000 credits a day, on slots of its own choice. */
function model({
  id = 'm',
  noise = null,
  spikes = [],
  days = 60,
  seed = 1,
  slot = (day) => day,
  add,
}: Draft): SampledModel {
  const until = firstDay + days * dayMs;
  const plain = { level: 1000, per: 'day', growth: 0, ramp: null, weekdays: null, months: null } as const;
  const demand: DemandModel = { id, meter: null, from: firstDay, until, ...plain, spikes, noise };
  const base = new Float64Array(days).fill(1000 * nano);
  const places = Int32Array.from({ length: days }, (_, day) => slot(day));
  const added = add === undefined ? null : new Float64Array(days).fill(add * nano);
  return sampledModel(demand, { base, add: added, slot: places }, { seed, firstDay });
}

/** Rows of paths 0, 1, …, each demand ÷ 1,000 credits. */
function factors(models: readonly SampledModel[], paths: number, slots = 60): Float64Array[] {
  const sampler = pathSampler(sampledDemand(1, models, new Float64Array(slots)));
  return Array.from({ length: paths }, (_, path) => {
    sampler.sample(path);
    return sampler.row.map((nanos) => nanos / (1000 * nano));
  });
}

const flat = (rows: readonly Float64Array[]): number[] => rows.flatMap((row) => [...row]);
const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  let both = 0;
  let squareA = 0;
  let squareB = 0;
  for (const [index, value] of a.entries()) {
    both += (value - meanA) * (b[index]! - meanB);
    squareA += (value - meanA) ** 2;
    squareB += (b[index]! - meanB) ** 2;
  }
  return both / Math.sqrt(squareA * squareB);
}

const lognormal = (cv: number, shared = 0, zeroDays = 0): Noise => ({ kind: 'lognormal', cv, shared, zeroDays });

describe('sampled demand', () => {
  it('is whole nanocredits, alike for the same seed, id and path, whatever was sampled before', () => {
    const sampler = pathSampler(sampledDemand(1, [model({ noise: lognormal(0.4) })], new Float64Array(60)));
    sampler.sample(7);
    const row = sampler.row.slice();
    expect(row.every(Number.isInteger)).toBe(true);
    sampler.sample(3);
    expect(sampler.row).not.toEqual(row);
    sampler.sample(7);
    expect(sampler.row).toEqual(row);
  });

  it('has the mean and spread that the model states', () => {
    const values = flat(factors([model({ noise: lognormal(0.4) })], 4000));
    expect(meanOf(values)).toBeCloseTo(1, 2);
    expect(Math.sqrt(meanOf(values.map((value) => (value - 1) ** 2)))).toBeCloseTo(0.4, 2);
  });

  it('does not follow its neighbours: not the day before, not the path before, not another model', () => {
    const noise = lognormal(0.4);
    const one = flat(factors([model({ noise })], 2000));
    const other = flat(factors([model({ noise, id: 'n' })], 2000));
    expect(Math.abs(correlation(one.slice(1), one.slice(0, -1)))).toBeLessThan(0.01);
    expect(Math.abs(correlation(one.slice(60), one.slice(0, -60)))).toBeLessThan(0.01);
    expect(Math.abs(correlation(one, other))).toBeLessThan(0.01);
  });

  it('of a model stays as it is beside other models, and on other slots', () => {
    const noise = lognormal(0.4);
    const alone = factors([model({ noise })], 3);
    const beside = factors(
      [model({ noise: lognormal(1), id: 'n', slot: (day) => 60 + day }), model({ noise })],
      3,
      120,
    );
    expect(beside.map((row) => row.slice(0, 60))).toEqual(alone);
    const apart = factors([model({ noise, slot: (day) => 2 * day })], 3, 120);
    expect(apart.map((row) => row.filter((_, slot) => slot % 2 === 0))).toEqual(alone);
  });

  it('of a shorter model begins like that of a longer one', () => {
    const noise = lognormal(0.4);
    for (const days of [57, 58, 59]) {
      const [short] = factors([model({ noise, days })], 1);
      const [long] = factors([model({ noise })], 1);
      expect(short!.slice(0, days)).toEqual(long!.slice(0, days));
      expect(short!.slice(days)).toEqual(new Float64Array(60 - days));
    }
  });

  it.each([0.25, 0.5, 1])('shares %d of its log variance with others that share as much', (shared) => {
    const two = [
      model({ noise: lognormal(0.4, shared) }),
      model({ noise: lognormal(0.8, shared), id: 'n', slot: (day) => 60 + day }),
    ];
    const rows = factors(two, 3000, 120);
    const logs = (from: number): number[] => rows.flatMap((row) => Array.from(row.slice(from, from + 60), Math.log));
    expect(correlation(logs(0), logs(60))).toBeCloseTo(shared, 1.7);
    expect(meanOf(flat(rows.map((row) => row.slice(0, 60))))).toBeCloseTo(1, 2);
  });

  it('of resampled models follows the common rank on the share of days that is shared', () => {
    const noise: Noise = { kind: 'resampled', factors: [0, 0.5, 1, 1, 1.5, 2], shared: 0.6 };
    const two = [model({ noise }), model({ noise, id: 'n', slot: (day) => 60 + day })];
    const rows = factors(two, 3000, 120);
    const of = (from: number): number[] => flat(rows.map((row) => row.slice(from, from + 60)));
    expect(correlation(of(0), of(60))).toBeCloseTo(0.6, 1.7);
    expect(of(0).filter((value) => value === 0).length / of(0).length).toBeCloseTo(1 / 6, 2);
    expect(meanOf(of(0))).toBeCloseTo(1, 2);
  });

  it('has as many days without anything as stated, and the mean all the same', () => {
    const values = flat(factors([model({ noise: lognormal(0.3, 0, 0.2) })], 4000));
    expect(values.filter((value) => value === 0).length / values.length).toBeCloseTo(0.2, 2);
    expect(meanOf(values)).toBeCloseTo(1, 2);
  });

  it('has uncertain spikes as often, as long and as high as stated: on average the factor that simulate expects', () => {
    const spike = {
      kind: 'uncertain',
      from: firstDay + 10 * dayMs,
      until: firstDay + 20 * dayMs,
      chance: 0.4,
      days: { least: 3, greatest: 10 },
      factor: { least: 2, greatest: 4 },
    } as const;
    const rows = factors([model({ spikes: [spike] })], 40_000);
    for (let day = 5; day < 35; day++) {
      const expected = 1 + 0.4 * coverChance(spike, firstDay + day * dayMs) * (3 - 1);
      expect(Math.abs(meanOf(rows.map((row) => row[day]!)) - expected), `day ${day}`).toBeLessThan(0.025);
    }
    const lengths = rows.map((row) => row.filter((value) => value > 1).length);
    expect(new Set(lengths)).toEqual(new Set([0, 3, 4, 5, 6, 7, 8, 9, 10]));
    expect(lengths.filter((length) => length > 0).length / rows.length).toBeCloseTo(0.4, 2);
    const heights = rows.flatMap((row) => Math.max(...row)).filter((height) => height > 1);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...heights)).toBeLessThan(4);
    expect(meanOf(heights)).toBeCloseTo(3, 1);
  });

  it('multiplies what is added by the noise, but not by a spike', () => {
    const always = { kind: 'uncertain', from: firstDay, until: firstDay + dayMs, chance: 1 } as const;
    const spike: Spike = { ...always, days: { least: 5, greatest: 5 }, factor: { least: 3, greatest: 3 } };
    const [row] = factors([model({ spikes: [spike], add: 500 })], 1);
    expect(row!.slice(3, 7)).toEqual(Float64Array.of(3.5, 3.5, 1.5, 1.5));
    const [plain] = factors([model({ noise: lognormal(0.4) })], 1);
    const [noisy] = factors([model({ noise: lognormal(0.4), add: 500 })], 1);
    expect(noisy![10]! / plain![10]!).toBeCloseTo(1.5, 9);
  });

  it('is the same to the last bit by the machine’s vectors and by plain loops, segments summed up', () => {
    const firsts = Int32Array.of(0, 1, 4, 4, 31, 58, 60);
    for (const days of [1, 7, 8, 9, 52, 59, 60]) {
      for (const slot of [(day: number) => day, (day: number) => 59 - day, (day: number) => Math.min(59, day + 3)]) {
        const models = [model({ noise: lognormal(0.7), days, slot }), model({ noise: lognormal(2), id: 'n' })];
        for (const some of [models, models.slice(0, 1)]) {
          const demand = sampledDemand(1, some, new Float64Array(60).fill(days % 2));
          const [fast, slow] = (['own', 'none'] as const).map((kernel) => pathSampler(demand, { firsts, kernel }));
          for (const path of [0, 1, 999]) {
            fast!.sample(path);
            slow!.sample(path);
            expect(fast!.row).toEqual(slow!.row);
            expect(fast!.totals).toEqual(slow!.totals);
          }
          expect(slow!.totals[3]).toBe(slow!.row.subarray(4, 31).reduce((sum, nanos) => sum + nanos, 0));
        }
      }
    }
  });
});
