import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nthSmallest, percentileRank } from '../../../../shared/base/nthSmallest.ts';
import { creditsOf } from '../../../../shared/base/credits.ts';
import { roundToMinor } from '../../../../shared/base/money.ts';
import { multiply, ratio, roundHalfAway } from '../../../../shared/base/ratio.ts';
import type { Run } from '../../../../shared/engine/outcome.ts';
import type { Action, Program } from '../../../../shared/engine/program.ts';
import { runProgram } from '../../../../shared/engine/run.ts';
import { sumSegments } from '../../../../shared/forecast/pricing/sumSegments.ts';
import { openLeast } from '../../../../shared/planner/leastByPath.ts';
import type { PlanCurve } from '../../../../shared/planner/planCurve.ts';
import { pathCurves } from '../../../../shared/planner/pathCurves.ts';
import { planTerms, type PlanTerms } from '../../../../shared/planner/planTerms.ts';
import { purchaseCost, purchaseCosts } from '../../../../shared/planner/purchaseCost.ts';
import { billsByPricing, billsOfCurves } from '../../../../shared/planner/quantityBills.ts';
import { scanQuantities } from '../../../../shared/planner/scanQuantities.ts';
import type { SegmentDemand } from '../../../../shared/planner/segmentDemand.ts';
import { sweepCurves } from '../../../../shared/planner/sweepCurves.ts';
import { billAlone, daysToEnd, type Valuation } from '../../../../shared/planner/valuation.ts';
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
const most = 40;
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

function casesOf(program: Program): fc.Arbitrary<Case> {
  const drafts = fc.record({
    paths: fc.array(samplesOf(program), { minLength: 1, maxLength: 6 }),
    isPlain: fc.boolean(),
    date: fc.oneof(
      fc.nat({ max: 99 }).map((share) => program.start + Math.floor((share / 100) * (program.end - program.start))),
      fc.constantFrom(program.start, ...program.actions.map(({ at }) => at)),
      fc.constantFrom(...program.usage.at, program.start),
    ),
  });
  return drafts.map(({ isPlain, ...draft }) => ({
    program: isPlain ? plainFrom(program, draft.date) : program,
    ...draft,
  }));
}

/** The program without what stands in the way of the closed form: caps, whole events, and lots that change after a date. */
function plainFrom(program: Program, date: number): Program {
  const changesLots = ({ do: deed }: Action): boolean => deed === 'buy-prepaid' || deed === 'adjust';
  const actions = program.actions
    .filter((action) => action.at < date || !changesLots(action))
    .map((action) => (action.do === 'set-flex' ? { ...action, cap: undefined } : action));
  const opening = program.opening && { ...program.opening, cap: null };
  return {
    ...program,
    actions,
    opening,
    usage: { ...program.usage, flags: program.usage.flags.map((flag) => flag & 2) },
  };
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
  return { totals, unused: left.map((credits) => Math.min(credits, quantity * nano)), flexDays: done.map(flexDays) };
}

/** Flex lines, each times the whole days from its invoice to the end. */
function flexDays(run: Run): bigint {
  const { end } = run.program;
  return run.invoices.reduce((sum, { issuedAt, lines }) => {
    const flex = lines.reduce((all, line) => (line.flexMonth === null ? all : all + line.amount), 0n);
    return sum + flex * BigInt(Math.round((end - issuedAt) / 86_400_000));
  }, 0n);
}

/** What counts beside the bill, by its definition: credits left at a share of their price, interest until Flex is due. */
function besideOf(theCase: Case, plan: PlanTerms, quantity: number, { leftover, costOfCapital }: Valuation): number[] {
  const [none, some] = [0, quantity].map((each) => resimulated(theCase, [theCase.date], each)!);
  const cost = BigInt(purchaseCost(plan, quantity));
  const unitPrice = plan.purchases[0]!.tiers.findLast(({ from }) => from <= quantity * nano)!.unitPrice;
  const days = BigInt(Math.round((theCase.program.end - theCase.date) / 86_400_000));
  return theCase.paths.map((_, path) => {
    if (quantity === 0) return 0;
    const value = multiply(multiply(leftover, unitPrice), creditsOf(some!.unused[path]!));
    const lent = cost * days - (none!.flexDays[path]! - some!.flexDays[path]!);
    const interest = multiply(costOfCapital, ratio(lent, 365n));
    return Number(roundHalfAway(interest) - roundToMinor(value, 2));
  });
}

function meanOf(totals: readonly number[]): number {
  return Number(roundHalfAway(ratio(BigInt(totals.reduce((all, each) => all + each, 0)), BigInt(totals.length))));
}

type Resimulated = ReturnType<typeof resimulated>;

/** Every quantity of the curve through the engine. */
function bruteForce(theCase: Case, dates: readonly number[]): Resimulated[] {
  return Array.from({ length: most + 1 }, (_, quantity) => resimulated(theCase, dates, quantity));
}

function expectCurve(found: PlanCurve | null, expected: readonly Resimulated[]): void {
  for (const [quantity, each] of expected.entries()) {
    if (!each) {
      expect(found!.mean[quantity]).toBeNaN();
      continue;
    }
    const { totals, unused } = each;
    expect(found!.mean[quantity]).toBe(meanOf(totals));
    expect(found!.high[quantity]).toBe(nthSmallest(Float64Array.from(totals), percentileRank(90, totals.length)));
    expect(found!.withinBudget![quantity]).toBe(totals.filter((total) => total <= choice.budget).length);
    expect(found!.unusedPaths[quantity]).toBe(unused.filter((credits) => credits > 0).length);
    const credits = found!.unusedWhole[quantity]! * nano + found!.unusedRest[quantity]!;
    expect(credits).toBe(unused.reduce((sum, left) => sum + left, 0));
  }
}

function leastOf(expected: readonly Resimulated[], paths: number): number[] {
  return Array.from({ length: paths }, (_, path) => Math.min(...expected.flatMap((each) => each?.totals[path] ?? [])));
}

describe('the curve of all quantities', () => {
  it('is what the engine bills for each quantity on each path', () => {
    let closed = 0;
    fc.assert(
      fc.property(cases, (theCase) => {
        const plan = planFor(theCase);
        if (!plan || plan.obstacle) return;
        const expected = bruteForce(theCase, [theCase.date]);
        if (!expected[0]) return;
        closed += 1;
        const demand = demandOf(plan, theCase);
        const closeDays = daysToEnd(plan.terms);
        const curves = pathCurves(plan, demand, closeDays);
        for (const swept of [curves, pathCurves(plan, demand, null)]) {
          expectCurve(sweepCurves(swept, plan.terms, purchaseCosts(plan, most), choice), expected);
        }
        const task = { plan, demand, choice, valuation: billAlone, most };
        expect([...openLeast(task)(all)]).toEqual(leastOf(expected, demand.paths));
        const bills = billsOfCurves(curves, plan.terms, closeDays);
        expectCurve(scanQuantities(plan, bills, choice, billAlone)(all), expected);
      }),
      { numRuns: 80 },
    );
    expect(closed).toBeGreaterThan(20);
  });

  it('counts beside the bill what is left over, and interest on what is paid early', () => {
    const shares = fc.record({
      leftover: fc.constantFrom(ratio(0n), ratio(1n, 2n), ratio(37n, 100n), ratio(1n)),
      costOfCapital: fc.constantFrom(ratio(0n), ratio(2n, 25n), ratio(365n, 1000n)),
    });
    fc.assert(
      fc.property(cases, shares, fc.nat({ max: most }), (theCase, valuation, quantity) => {
        const plan = planFor(theCase);
        const bill = plan && !plan.obstacle && resimulated(theCase, [theCase.date], quantity);
        if (!plan || !bill) return;
        const beside = besideOf(theCase, plan, quantity, valuation);
        const expected = meanOf(bill.totals.map((total, path) => total + beside[path]!));
        const demand = demandOf(plan, theCase);
        const closeDays = daysToEnd(plan.terms);
        const looked = billsOfCurves(pathCurves(plan, demand, closeDays), plan.terms, closeDays);
        for (const bills of [looked, billsByPricing(plan, demand, closeDays)]) {
          const part = scanQuantities(plan, bills, choice, valuation)({ from: quantity, until: quantity + 1 });
          expect(part.mean[0]).toBe(expected);
        }
      }),
      { numRuns: 120 },
    );
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
        expectCurve(scanQuantities(plan, bills, choice, billAlone)(all), bruteForce(theCase, dates));
      }),
      { numRuns: 60 },
    );
  });
});
