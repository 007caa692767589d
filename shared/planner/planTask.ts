import { pathFault } from '../forecast/pathColumns.ts';
import { mostOfCurves, pathCurves, type PathCurves } from './pathCurves.ts';
import type { CurveChoice, PlanCurve, QuantityRange } from './planCurve.ts';
import type { Obstacle, PlanTerms } from './planTerms.ts';
import { purchaseCosts } from './purchaseCost.ts';
import { billsByPricing, billsOfCurves, type QuantityBills } from './quantityBills.ts';
import { scanQuantities } from './scanQuantities.ts';
import type { SegmentDemand } from './segmentDemand.ts';
import { sweepCurves } from './sweepCurves.ts';
import { countsMore, daysToEnd, type Valuation } from './valuation.ts';

/** All that a curve is made from, as plain data that any thread can take. */
export interface PlanTask {
  readonly plan: PlanTerms;
  readonly demand: SegmentDemand;
  readonly choice: CurveChoice;
  readonly valuation: Valuation;
  /** The greatest quantity. */
  readonly most: number;
}

/**
 * How a curve is made. `closed`: all quantities in one pass over each path. `scanned`: each path's curve is looked up at each
 * quantity, because more than the bill counts. `priced`: each path is priced anew for each quantity.
 */
export type PlanMethod =
  | { readonly kind: 'closed'; readonly why: null }
  | { readonly kind: 'scanned'; readonly why: 'leftover' | 'cost-of-capital' }
  | { readonly kind: 'priced'; readonly why: Obstacle };

export function planMethod({ plan, valuation }: Pick<PlanTask, 'plan' | 'valuation'>): PlanMethod {
  if (plan.obstacle) return { kind: 'priced', why: plan.obstacle };
  if (!countsMore(valuation)) return { kind: 'closed', why: null };
  return { kind: 'scanned', why: valuation.leftover.num === 0n ? 'cost-of-capital' : 'leftover' };
}

/** Opens a task on a thread: what it gives makes the curve of a range of quantities, each independent of all others. */
export function openPlan(task: PlanTask): (range: QuantityRange) => PlanCurve {
  const { plan, choice, valuation } = task;
  if (planMethod(task).kind !== 'closed') return scanQuantities(plan, openBills(task), choice, valuation);
  return (range) => {
    const curves = range.from === 0 ? exactCurves(task, null) : null;
    const whole = curves && sweepCurves(curves, plan.terms, purchaseCosts(plan, range.until - 1), choice);
    return whole ?? scanQuantities(plan, openBills(task), choice, valuation)(range);
  };
}

/** Bills of any quantity, by whichever way a plan allows. */
export function openBills(task: Pick<PlanTask, 'plan' | 'demand' | 'most'>): QuantityBills {
  const closeDays = daysToEnd(task.plan.terms);
  const curves = exactCurves(task, closeDays);
  if (!curves) return billsByPricing(task.plan, task.demand, closeDays);
  return billsOfCurves(curves, task.plan.terms, closeDays);
}

/**
 * Curves of all paths; null where an obstacle stands in the way, or amounts are so great that only pricing is exact. `closeDays`
 * as in `pathCurves`.
 */
export function exactCurves(
  { plan, demand, most }: Pick<PlanTask, 'plan' | 'demand' | 'most'>,
  closeDays: Float64Array | null,
): PathCurves | null {
  if (plan.obstacle || most > mostOfCurves) return null;
  const curves = pathCurves(plan, demand, closeDays);
  return curves.fault.every((fault) => fault === pathFault.none) ? curves : null;
}

/** About a twentieth of a second of one thread. */
const stepsOfRange = 4_000_000;

/** Steps that one quantity takes: a path looked up, or a segment priced. */
function stepsOf({ plan, demand }: PlanTask): number {
  return demand.paths * (plan.obstacle ? 1 + demand.segments : 4);
}

/** Steps that the whole curve takes. */
export function planCost(task: PlanTask): number {
  const each = planMethod(task).kind === 'closed' ? 0 : stepsOf(task);
  return task.demand.paths * task.demand.segments + (task.most + 1) * each;
}

/** The ranges to make a curve in: all at once where that takes one pass, else so many that progress shows. */
export function quantityRanges(task: PlanTask): QuantityRange[] {
  return planMethod(task).kind === 'closed' ? [{ from: 0, until: task.most + 1 }] : shortRanges(task);
}

/** All quantities in ranges that are looked up one by one, each a short while. */
export function shortRanges(task: PlanTask): QuantityRange[] {
  const all = task.most + 1;
  const size = Math.max(1, Math.floor(stepsOfRange / stepsOf(task)));
  const ranges: QuantityRange[] = [];
  for (let from = 0; from < all; from += size) ranges.push({ from, until: Math.min(all, from + size) });
  return ranges;
}
