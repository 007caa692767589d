import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../../../../shared/engine/run.ts';
import { defaultBudget, withinBudget } from '../../../../shared/forecast/forecastBudget.ts';
import { pathColumns, pathFault, type PathColumns } from '../../../../shared/forecast/pathColumns.ts';
import type { PathTask } from '../../../../shared/forecast/pathTask.ts';
import { columnsOfRun } from '../../../../shared/forecast/pricing/columnsOfRun.ts';
import { mergeColumns, openPaths, runPaths } from '../../../../shared/forecast/runPaths.ts';
import { pathSampler } from '../../../../shared/forecast/sampling/pathSampler.ts';
import { forecastBaseOf, forecastTaskOf, yearOf } from '../../../support/forecastOf.ts';
import { usageColumns } from '../../../support/programs.ts';

const dates = ['2026-01-01', '2026-02-10T09:00', '2026-03-31', '2026-05-15T23:30', '2026-08-01', '2026-11-02'];
const at = fc.constantFrom(...dates);
const noise = fc.oneof(
  fc.record({ kind: fc.constant('lognormal'), cv: fc.constantFrom(0.1, 0.4, 1.5) }),
  fc.record({ kind: fc.constant('lognormal'), cv: fc.constant(0.5), shared: fc.constantFrom(0.3, 1) }),
  fc.record({ kind: fc.constant('lognormal'), cv: fc.constant(0.2), zeroDays: fc.constant(0.3) }),
  fc.record({ kind: fc.constant('resampled'), factors: fc.constant([0, 1, 1, 2, 5]), shared: fc.constantFrom(0, 0.5) }),
);
const spikes = fc.constantFrom(
  [],
  [{ from: '2026-02-01', until: '2026-04-01', chance: 0.5, days: [3, 10], factor: [2, 4] }],
  [
    { from: '2026-06-01', days: 10, factor: 3 },
    { from: '2026-06-05', days: 1, add: 500 },
  ],
);
const models = fc
  .array(
    fc.record({
      meter: fc.constant('training'),
      level: fc.constantFrom(40, 160, 333.333333),
      per: fc.constant('day'),
      from: fc.constantFrom('2026-01-01', '2026-03-10'),
      growth: fc.constantFrom(0, 0.05),
      weekdays: fc.constantFrom([1, 1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 0.2, 0]),
      noise,
      spikes,
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((all) => all.map((model, index) => ({ ...model, id: `m${index}` })));

const tiers = [{ from: 0, unitPrice: 4 }];
const plan = { kind: 'paid', includedCredits: 100, flexPrice: 4, prepaidPrices: tiers };
const plans = [
  { ...plan, id: 'growth', cycle: 'monthly', fee: 299 },
  { ...plan, id: 'annual', cycle: 'annual', fee: 2990, includedCredits: 900, flexPrice: 3.33 },
];
const deeds = fc.oneof(
  fc.record({ at, do: fc.constant('buy-prepaid'), credits: fc.constantFrom(50, 700), unitPrice: fc.constant(4) }),
  fc.record({ at, do: fc.constant('set-flex'), cap: fc.constantFrom(200, 1000) }),
  fc.record({
    at,
    do: fc.constant('adjust'),
    bucket: fc.constant('prepaid'),
    credits: fc.constant(20.5),
    reason: fc.constant('goodwill'),
  }),
);
const documents = fc
  .record({
    models,
    timeZone: fc.constantFrom('UTC', 'America/New_York', 'Pacific/Apia'),
    flexCycle: fc.constantFrom('anniversary', 'calendar'),
    first: fc.constantFrom('growth', 'annual'),
    deeds: fc.array(deeds, { maxLength: 3 }),
    start: fc.constantFrom('2026-01-01', '2026-01-15'),
    event: fc.boolean(),
  })
  .map(({ models: all, timeZone, flexCycle, first, deeds: rest, start, event }) =>
    yearOf([], {
      timeZone,
      plans,
      policy: { flexCycle },
      timeline: [{ at: start, do: 'subscribe', plan: first }, ...rest],
      usage: { models: all, events: event ? [{ at: '2026-04-04T10:00', credits: 77.7, whole: true }] : [] },
    }),
  );

/** The same path by the engine: its demand as one usage event for each slot. */
function byEngine(document: Record<string, unknown>, task: PathTask, path: number): PathColumns {
  const { program } = forecastBaseOf(document).expected;
  const { row, sample } = pathSampler(task.demand);
  sample(path);
  if (task.pricing.kind !== 'compact') throw new Error('expected compact pricing');
  const { slotFrom, segmentFirstSlot, segmentWhole } = task.pricing.terms;
  const wholes = new Set([...segmentFirstSlot].filter((_, segment) => segmentWhole[segment] === 1));
  const usage = usageColumns(
    [...row].map((demand, slot) => ({ at: slotFrom[slot]!, demand, flags: wholes.has(slot) ? 1 : 0 })),
  );
  const run = runProgram({ ...program, usage });
  if (!run.ok) throw new Error(JSON.stringify(run.error));
  const out = pathColumns(1, task.months);
  columnsOfRun(run.value, out, 0);
  return out;
}

describe('paths', () => {
  it('cost what the engine bills for their demand, to the cent and to the nanocredit', () => {
    fc.assert(
      fc.property(documents, fc.nat(100_000), (document, path) => {
        const task = forecastTaskOf(document);
        expect(runPaths(task, { from: path, until: path + 1 })).toEqual(byEngine(document, task, path));
      }),
      { numRuns: 60 },
    );
  });

  it('are the same in any number of pieces, and after a copy to another thread', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const task = forecastTaskOf(document);
        const whole = runPaths(task, { from: 0, until: 42 });
        for (const pieces of [2, 3, 7]) {
          const run = openPaths(structuredClone(task));
          const size = 42 / pieces;
          const columns = Array.from({ length: pieces }, (_, piece) =>
            run({ from: piece * size, until: (piece + 1) * size }),
          );
          expect(mergeColumns(columns, task.months)).toEqual(whole);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('are priced by the kernel as by plain loops, whatever the price, and however great the demand', () => {
    const steady = fc.record({
      models,
      flexPrice: fc.constantFrom(4, 3.335, 0.0001, 90_071.99),
      level: fc.constantFrom(160, 720_000),
      cycle: fc.constantFrom('monthly', 'annual'),
      flexCycle: fc.constantFrom('anniversary', 'calendar'),
      bought: fc.constantFrom(0, 50, 3000),
      opening: fc.constantFrom(null, {
        plan: 'growth',
        since: '2025-11-15',
        included: 20.5,
        prepaid: [{ credits: 30, unitPrice: 4 }],
        flex: 0.75,
      }),
    });
    fc.assert(
      fc.property(steady, ({ models: all, flexPrice, level, cycle, flexCycle, bought, opening }) => {
        const [first, ...others] = all;
        const task = forecastTaskOf(
          yearOf([], {
            plans: [{ ...plan, id: 'growth', cycle, fee: 299, flexPrice }],
            policy: { flexCycle },
            timeline: [
              ...(opening ? [] : [{ at: '2026-01-01', do: 'subscribe', plan: 'growth' }]),
              ...(bought > 0 ? [{ at: '2026-03-31', do: 'buy-prepaid', credits: bought, unitPrice: 4 }] : []),
            ],
            ...(opening && { opening }),
            usage: { models: [{ ...first, level, growth: 0, spikes: [] }, ...others] },
          }),
        );
        const range = { from: 3, until: 103 };
        expect(openPaths(task)(range)).toEqual(openPaths(task, 'none')(range));
      }),
      { numRuns: 40 },
    );
  });

  it('of two tasks that take turns on one thread are those of each alone', () => {
    fc.assert(
      fc.property(models, models, (one, other) => {
        const tasks = [one, other].map((all) => forecastTaskOf(yearOf(all)));
        const ranges = [0, 70, 140].map((from) => ({ from, until: from + 70 }));
        const open = tasks.map((task) => openPaths(task));
        for (const range of ranges) {
          for (const [index, task] of tasks.entries()) {
            expect(open[index]!(range)).toEqual(openPaths(task, 'none')(range));
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  it('with the engine on each, where a price has too many digits for terms, draw alike and are billed by that price', () => {
    const priced = (all: readonly object[], flexPrice: string): PathTask =>
      forecastTaskOf(yearOf(all, { plans: [{ ...plan, id: 'growth', cycle: 'monthly', fee: 299, flexPrice }] }));
    fc.assert(
      fc.property(models, (all) => {
        const slow = priced(all, '90071992.123456789');
        expect(slow.pricing).toMatchObject({ kind: 'engine', why: 'price-digits' });
        const [bySteps, byTerms] = [slow, priced(all, '4')].map((task) => runPaths(task, { from: 0, until: 3 }));
        for (const column of ['monthFlex', 'monthBlocked', 'includedOut', 'prepaidOut', 'fault'] as const) {
          expect(bySteps![column]).toEqual(byTerms![column]);
        }
        for (const [path, total] of bySteps!.total.entries()) {
          const flex = [...bySteps!.monthFlex.subarray(path * 12, path * 12 + 12)];
          const billed = flex.map((nanos) => (BigInt(nanos) / 1_000_000_000n) * 90_071_992_123_456_789n);
          const cents = billed.reduce((sum, exact) => sum + (exact + 5_000_000n) / 10_000_000n, 12n * 29_900n);
          expect(BigInt(total)).toBe(cents);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('without noise all cost what simulate bills', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const usage = document['usage'] as { models: object[] };
        const certain = usage.models.map((model) => ({ ...model, noise: undefined, spikes: [] }));
        const plain = { ...document, usage: { ...usage, models: certain } };
        const { expected } = forecastBaseOf(plain);
        const billed = expected.invoices.reduce((sum, { total }) => sum + total, 0n);
        const { total, fault } = runPaths(forecastTaskOf(plain), { from: 0, until: 5 });
        expect([...total]).toEqual(Array(5).fill(Number(billed)));
        expect([...fault]).toEqual(Array(5).fill(pathFault.none));
      }),
      { numRuns: 30 },
    );
  });

  it('of one seed are not those of another', () => {
    const document = yearOf([
      { id: 'm', meter: 'training', level: 160, per: 'day', noise: { kind: 'lognormal', cv: 0.4 } },
    ]);
    const [one, two] = [1, 2].map((seed) => runPaths(forecastTaskOf(document, seed), { from: 0, until: 50 }).total);
    expect(one).not.toEqual(two);
  });

  it('that would take more steps or memory than allowed are refused beforehand, with the figure', () => {
    const document = yearOf([
      { id: 'm', meter: 'training', level: 160, per: 'day', noise: { kind: 'lognormal', cv: 0.4 } },
    ]);
    const task = forecastTaskOf(document);
    expect(withinBudget(task, 10_000).ok).toBe(true);
    const steps = withinBudget(task, 1000, { ...defaultBudget, steps: 729_999 });
    expect(steps).toEqual({ ok: false, error: { code: 'too-many-steps', needed: 730_000, most: 729_999 } });
    const memory = withinBudget(task, 10_000_000);
    expect(memory).toMatchObject({ ok: false, error: { code: 'too-much-memory', most: defaultBudget.bytes } });
  });
});
