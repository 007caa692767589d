import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nthSmallest, percentileRank } from '../../../../shared/base/nthSmallest.ts';
import { ratio } from '../../../../shared/base/ratio.ts';
import type { Action, Program } from '../../../../shared/engine/program.ts';
import { runProgram } from '../../../../shared/engine/run.ts';
import { sumSegments } from '../../../../shared/forecast/pricing/sumSegments.ts';
import { pathCurves } from '../../../../shared/planner/pathCurves.ts';
import { planTerms, type PlanTerms } from '../../../../shared/planner/planTerms.ts';
import { purchaseCosts } from '../../../../shared/planner/purchaseCost.ts';
import { billsByPricing, billsOfCurves } from '../../../../shared/planner/quantityBills.ts';
import { scanQuantities } from '../../../../shared/planner/scanQuantities.ts';
import type { SegmentDemand } from '../../../../shared/planner/segmentDemand.ts';
import { sweepCurves } from '../../../../shared/planner/sweepCurves.ts';
import { billAlone, daysToEnd } from '../../../../shared/planner/valuation.ts';
import { inOrder } from '../../../support/programs.ts';
import {
  demandBySlot,
  sampledCases,
  samplesOf,
  termsFor,
  withSample,
  type Sampled,
} from '../../../support/sampledPrograms.ts';

const nano = 1_000_000_000;
const most = 45;
const choice = { percent: 90, budget: 150_000 };
const all = { from: 0, until: most + 1 };

/** A program, some paths of demand, and the date on which to buy: often a boundary. */
const cases = sampledCases.chain(({ program: { plans, ...rest } }) => {
  // Also prices whose amounts have to be rounded: 333.3, 0.5 and 7.25 minor units a credit.
  const flexPrices = [ratio(3333n, 1000n), ratio(1n, 200n), ratio(29n, 400n), null, null];
  return fc.constantFrom(...flexPrices).chain((flexPrice) => {
    const priced = plans.map((plan, index) => (flexPrice && index === 0 ? { ...plan, flexPrice } : plan));
    return casesOf({ ...rest, plans: priced });
  });
});

function casesOf(program: Program) {
  return fc.record({
    program: fc.constant(program),
    paths: fc.array(samplesOf(program), { minLength: 1, maxLength: 6 }),
    date: fc.oneof(
      fc.nat({ max: 99 }).map((share) => program.start + Math.floor((share / 100) * (program.end - program.start))),
      fc.constantFrom(program.start, ...program.actions.map(({ at }) => at)),
      fc.constantFrom(...program.usage.at, program.start),
    ),
  });
}

interface Case {
  readonly program: Program;
  readonly paths: readonly (readonly Sampled[])[];
  readonly date: number;
}

function planFor({ program, date }: Case, dates: readonly number[] = [date]): PlanTerms | null {
  const result = planTerms(program, termsFor(program, dates), dates);
  return result.ok ? result.value : null;
}

function demandOf(plan: PlanTerms, { paths }: Case): SegmentDemand {
  const { segments } = plan.terms;
  const totals = new Float64Array(paths.length * segments);
  paths.forEach((sample, path) => sumSegments(plan.terms, demandBySlot(plan.terms, sample), totals, path * segments));
  return { paths: paths.length, segments, totals };
}

/** Each path run through the engine with one more purchase; null where some path is refused. */
function resimulated({ program, paths }: Case, dates: readonly number[], quantity: number) {
  const parts = dates.map((_, index) => {
    const nanos = quantity * nano;
    return Math.floor(nanos / dates.length) + (index < nanos % dates.length ? 1 : 0);
  });
  const bought: Action[] = dates.map((at, index) => ({
    at,
    path: `plan[${index}]`,
    do: 'buy-prepaid',
    id: `planned-${index}`,
    credits: parts[index]!,
    unitPrice: null,
  }));
  const actions = quantity === 0 ? program.actions : inOrder([...program.actions, ...bought]);
  const runs = paths.map((sample) => runProgram({ ...withSample(program, sample), actions }));
  if (runs.some((run) => !run.ok)) return null;
  const done = runs.map((run) => (run.ok ? run.value : null)!);
  const totals = done.map((run) => Number(run.invoices.reduce((sum, { total }) => sum + total, 0n)));
  const left = done.map((run) => run.closing.lots.reduce((sum, lot) => sum + lot.credits, 0));
  return { totals, unused: left.map((credits) => Math.min(credits, quantity * nano)) };
}

function meanOf(totals: readonly number[]): number {
  const [sum, count] = [BigInt(totals.reduce((all, each) => all + each, 0)), BigInt(totals.length)];
  return Number((2n * sum + count) / (2n * count));
}

function expectCurve(found: ReturnType<typeof sweepCurves>, theCase: Case, dates: readonly number[]): void {
  for (let quantity = 0; quantity <= most; quantity++) {
    const expected = resimulated(theCase, dates, quantity);
    if (!expected) {
      expect(found!.mean[quantity]).toBeNaN();
      continue;
    }
    const { totals, unused } = expected;
    expect(found!.mean[quantity]).toBe(meanOf(totals));
    expect(found!.high[quantity]).toBe(nthSmallest(Float64Array.from(totals), percentileRank(90, totals.length)));
    expect(found!.withinBudget![quantity]).toBe(totals.filter((total) => total <= choice.budget).length);
    expect(found!.unusedPaths[quantity]).toBe(unused.filter((credits) => credits > 0).length);
    const credits = found!.unusedWhole[quantity]! * nano + found!.unusedRest[quantity]!;
    expect(credits).toBe(unused.reduce((sum, each) => sum + each, 0));
  }
}

describe('the curve of all quantities', () => {
  it('is what the engine bills for each quantity on each path', () => {
    let closed = 0;
    fc.assert(
      fc.property(cases, (theCase) => {
        const plan = planFor(theCase);
        if (!plan || plan.obstacle) return;
        if (!resimulated(theCase, [theCase.date], 0)) return;
        closed += 1;
        const demand = demandOf(plan, theCase);
        const closeDays = daysToEnd(plan.terms);
        const curves = pathCurves(plan, demand, closeDays);
        expectCurve(sweepCurves(curves, plan.terms, purchaseCosts(plan, most), choice), theCase, [theCase.date]);
        const bills = billsOfCurves(curves, plan.terms, closeDays);
        expectCurve(scanQuantities(plan, bills, choice, billAlone)(all), theCase, [theCase.date]);
      }),
      { numRuns: 100 },
    );
    expect(closed).toBeGreaterThan(15);
  });

  it('is what the engine bills also with caps, whole events, later purchases and several dates', () => {
    fc.assert(
      fc.property(cases, fc.array(fc.nat({ max: 99 }), { maxLength: 2 }), (theCase, shares) => {
        const { start, end } = theCase.program;
        const more = shares.map((share) => start + Math.floor((share / 100) * (end - start)));
        const dates = [theCase.date, ...more].sort((a, b) => a - b);
        const plan = planFor(theCase, dates);
        if (!plan) return;
        const bills = billsByPricing(plan, demandOf(plan, theCase), daysToEnd(plan.terms));
        expectCurve(scanQuantities(plan, bills, choice, billAlone)(all), theCase, dates);
      }),
      { numRuns: 60 },
    );
  });
});
