import { nanosPerCredit } from '../base/credits.ts';
import { amountAt, type PathCurves } from './pathCurves.ts';
import { exactCurves, openBills, planMethod, shortRanges, type PlanTask } from './planTask.ts';
import { purchaseCosts } from './purchaseCost.ts';
import type { QuantityRange } from './planCurve.ts';
import { quantityScan } from './scanQuantities.ts';

/**
 * Opens a task to look for the least that each path comes to over a range of quantities: what knowing the future would make of
 * it. Of several ranges, the least of each path is the least of theirs.
 */
export function openLeast(task: PlanTask): (range: QuantityRange) => Float64Array {
  const curves = isStraight(task) ? exactCurves(task, null) : null;
  return curves ? leastOfStays(task, curves) : leastOfAll(task);
}

/** The ranges to look in: all at once where that takes one pass. */
export function leastRanges(task: PlanTask): QuantityRange[] {
  return isStraight(task) ? [{ from: 0, until: task.most + 1 }] : shortRanges(task);
}

/** With prices in whole minor units, cost and bill are straight lines between their breaks, and least at an end of one. */
function isStraight(task: PlanTask): boolean {
  const { terms, purchases } = task.plan;
  const tiers = purchases.flatMap((purchase) => purchase.tiers);
  if (planMethod(task).kind !== 'closed') return false;
  return terms.closeDen.every((den) => den === 1) && tiers.every(({ den }) => den === 1);
}

function leastOfStays(task: PlanTask, curves: PathCurves): (range: QuantityRange) => Float64Array {
  const { plan, most } = task;
  const costs = purchaseCosts(plan, most);
  const spans = priceSpans(task);
  const base = plan.terms.monthBase.reduce((sum, amount) => sum + amount, 0);
  return (range) => {
    const least = new Float64Array(curves.paths).fill(Infinity);
    for (let path = 0; path < curves.paths; path++) {
      let from = range.from;
      for (let stay = curves.firstStay[path]!; stay < curves.firstStay[path + 1]!; stay++) {
        const until = Math.min(curves.until[stay]!, range.until);
        for (const span of spans) {
          const [first, last] = [Math.max(from, span.from), Math.min(until, span.until) - 1];
          if (first > last) continue;
          for (const quantity of [first, last]) {
            const value = base + costs[quantity]! + billAt(task, curves, stay, quantity);
            if (value < least[path]!) least[path] = value;
          }
        }
        from = Math.max(from, until);
      }
    }
    return least;
  };
}

function billAt(
  { plan: { terms } }: PlanTask,
  { close, amount, whole }: PathCurves,
  stay: number,
  quantity: number,
): number {
  return amount[stay]! + amountAt(terms, close[stay]!, whole[stay]! - quantity);
}

/** Quantities that have one price each, none of them among it: buying nothing costs nothing. */
function priceSpans({ plan: { purchases }, most }: PlanTask): QuantityRange[] {
  const starts = purchases[0]!.tiers.map(({ from }) => Math.max(1, Math.ceil(from / nanosPerCredit)));
  const spans = starts.map((from, index) => ({ from, until: starts[index + 1] ?? most + 1 }));
  return [{ from: 0, until: 1 }, ...spans];
}

function leastOfAll(task: PlanTask): (range: QuantityRange) => Float64Array {
  const bills = openBills(task);
  const scan = quantityScan(task.plan, bills, task.valuation);
  return (range) => {
    const least = new Float64Array(bills.paths).fill(Infinity);
    for (let quantity = range.from; quantity < range.until; quantity++) {
      const values = scan(quantity);
      if (!values) continue;
      for (let path = 0; path < least.length; path++) if (values[path]! < least[path]!) least[path] = values[path]!;
    }
    return least;
  };
}
