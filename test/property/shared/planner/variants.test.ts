import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../../../../shared/engine/run.ts';
import type { Run } from '../../../../shared/engine/outcome.ts';
import { baseOfRun, forecastTask } from '../../../../shared/forecast/prepareForecast.ts';
import { pathSampler } from '../../../../shared/forecast/sampling/pathSampler.ts';
import { runPaths } from '../../../../shared/forecast/runPaths.ts';
import { applyChanges } from '../../../../shared/planner/variants/applyChanges.ts';
import { decodeComparison } from '../../../../shared/planner/variants/decodeComparison.ts';
import { scaledTask, scaleProgram, type DemandScale } from '../../../../shared/planner/variants/demandScale.ts';
import { findMeetings, type Side } from '../../../../shared/planner/variants/meetings.ts';
import { decodeScenario } from '../../../../shared/scenario/decode.ts';
import { forecastBaseOf, yearOf } from '../../../support/forecastOf.ts';

const annual = { id: 'annual', kind: 'paid', cycle: 'annual', fee: 2990, includedCredits: 1800, flexPrice: 4 };
const plans = [{ id: 'growth', kind: 'paid', cycle: 'monthly', fee: 299, includedCredits: 150, flexPrice: 4 }, annual];

/** A year of uncertain demand, some of it listed. */
const documents = fc
  .record({
    level: fc.integer({ min: 0, max: 400 }),
    growth: fc.integer({ min: -5, max: 5 }).map((percent) => percent / 100),
    cv: fc.constantFrom(0, 0.3, 1.2),
    events: fc.array(fc.record({ day: fc.integer({ min: 1, max: 28 }), credits: fc.integer({ min: 0, max: 900 }) }), {
      maxLength: 3,
    }),
  })
  .map(({ level, growth, cv, events }) => {
    const noise = level > 0 ? { noise: { kind: 'lognormal', cv } } : {};
    const usage = {
      models: [{ id: 'train', meter: 'training', level, per: 'day', growth, ...noise }],
      events: events.map(({ day, credits }) => ({ at: `2026-05-${String(day).padStart(2, '0')}`, credits })),
    };
    return yearOf([], { plans, usage });
  });

const changes = fc.constantFrom<readonly object[]>(
  [{ do: 'plan', plan: 'annual' }],
  [{ do: 'plan', plan: 'annual', from: '2026-04-01' }],
  [{ do: 'flex', enabled: false }],
  [{ do: 'cap', amount: 100 }],
  [{ do: 'prepaid', credits: 300, at: '2026-02-10', unitPrice: 3.5 }],
  [],
);

/** The document that a variant comes to. */
function changedBy(document: Record<string, unknown>, list: readonly object[]): Record<string, unknown> {
  const comparison = {
    format: 'drawdown.comparison/1',
    name: 'x',
    base: 'a',
    variants: [{ name: 'a' }, { name: 'b', changes: list }],
  };
  const variant = decodeComparison(JSON.stringify(comparison)).comparison!.variants[1]!;
  return JSON.parse(applyChanges(decodeScenario(JSON.stringify(document)).scenario!, variant.changes).text);
}

const paths = { from: 0, until: 20 };
const billOf = ({ invoices }: Run): bigint => invoices.reduce((sum, { total }) => sum + total, 0n);

describe('variants of one scenario', () => {
  it('without changes, or with its own plan, differ by 0 on every path', () => {
    fc.assert(
      fc.property(
        documents,
        fc.constantFrom([], [{ do: 'plan', plan: 'growth' }]),
        fc.nat({ max: 99 }),
        (document, list, seed) => {
          const totals = [document, changedBy(document, list)].map((each) => {
            const task = forecastTask(forecastBaseOf(each), { seed });
            return task.ok ? [...runPaths(task.value, paths).total] : null;
          });
          expect(totals[0]).not.toBeNull();
          expect(totals[1]).toEqual(totals[0]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('meet the same demand on every path, whatever else is changed', () => {
    fc.assert(
      fc.property(documents, changes, fc.nat({ max: 99 }), fc.nat({ max: 1000 }), (document, list, seed, path) => {
        const demands = [document, changedBy(document, list)].map((each) => {
          const task = forecastTask(forecastBaseOf(each), { seed });
          if (!task.ok || task.value.pricing.kind !== 'compact') throw new Error('no terms');
          const { terms } = task.value.pricing;
          const { row, sample } = pathSampler(task.value.demand);
          sample(path);
          const days = new Map<number, number>();
          for (let slot = 0; slot < terms.slots; slot++) {
            if (row[slot]! > 0) days.set(terms.slotDay[slot]!, (days.get(terms.slotDay[slot]!) ?? 0) + row[slot]!);
          }
          return days;
        });
        expect(demands[1]).toEqual(demands[0]);
      }),
      { numRuns: 60 },
    );
  });

  const scales = fc.record({
    factor: fc.constantFrom(0, 0.5, 1, 1.25, 3),
    growth: fc.constantFrom(-0.1, 0, 0.07),
    of: fc.constantFrom(null, 'train', 'training'),
  });

  it('with scaled usage and without noise cost on every path what the engine bills on scaled usage', () => {
    fc.assert(
      fc.property(documents, scales, (document, scale) => {
        const steady = JSON.parse(JSON.stringify(document).replace(/"cv":[\d.]+/, '"cv":0'));
        const base = forecastBaseOf(steady);
        const run = runProgram(scaleProgram(base.expected.program, [scale])!);
        if (!run.ok) throw new Error('refused');
        const task = scaledTask(baseOfRun(base.scenario, run.value), { seed: 1, scales: [scale] });
        if (!task.ok) throw new Error('no task');
        expect(new Set(runPaths(task.value, paths).total)).toEqual(new Set([Number(billOf(run.value))]));
      }),
      { numRuns: 60 },
    );
  });

  it('with uncertain usage that is doubled ask for twice as much on every path, to the rounding of each day', () => {
    fc.assert(
      fc.property(documents, fc.nat({ max: 99 }), (document, path) => {
        const base = forecastBaseOf(document);
        const twice: DemandScale = { factor: 2, growth: 0, of: null };
        const run = runProgram(scaleProgram(base.expected.program, [twice])!);
        if (!run.ok) throw new Error('refused');
        const tasks = [
          scaledTask(base, { seed: 7, scales: [] }),
          scaledTask(baseOfRun(base.scenario, run.value), { seed: 7, scales: [twice] }),
        ];
        const [once, doubled] = tasks.map((task) => {
          if (!task.ok) throw new Error('no task');
          const { row, sample } = pathSampler(task.value.demand);
          sample(path);
          return [...row];
        });
        const off = once!.map((nanos, slot) => Math.abs(doubled![slot]! - 2 * nanos));
        expect(doubled!.length).toBe(once!.length);
        expect(Math.max(...off)).toBeLessThanOrEqual(2);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a break-even', () => {
  it('brackets the change of side: the bills on both sides of it are ordered as it says', async () => {
    await fc.assert(
      fc.asyncProperty(documents, changes, async (document, list) => {
        const bases = [document, changedBy(document, list)].map((each) => forecastBaseOf(each));
        const bill = (index: number, steps: number): bigint => {
          const run = runProgram(
            scaleProgram(bases[index]!.expected.program, [{ factor: steps / 1000, growth: 0, of: null }])!,
          );
          if (!run.ok) throw new Error('refused');
          return billOf(run.value);
        };
        const side = (steps: number): Side =>
          bill(0, steps) < bill(1, steps) ? -1 : bill(0, steps) > bill(1, steps) ? 1 : 0;
        const looked = [0, 500, 1000, 2000, 4000];
        const meetings = (await findMeetings(looked, (steps) => Promise.resolve(side(steps))))!;
        for (const { below, above, sideBelow, sideAbove } of meetings) {
          expect([side(below), side(above)]).toEqual([sideBelow, sideAbove]);
          expect(sideBelow !== 0 || sideAbove !== 0).toBe(true);
          if (above - below > 1) expect(side(below + Math.floor((above - below) / 2))).toBe(0);
        }
        const changesOfSide = looked.slice(1).filter((steps, index) => side(steps) !== side(looked[index]!));
        if (changesOfSide.length > 0) expect(meetings.length).toBeGreaterThan(0);
      }),
      { numRuns: 25 },
    );
  });
});
