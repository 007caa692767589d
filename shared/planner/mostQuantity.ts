import { nanosPerCredit, wholeCredits } from '../base/credits.ts';
import { mostOfCurves } from './pathCurves.ts';
import type { PlanTerms } from './planTerms.ts';
import { openBills } from './planTask.ts';
import { purchaseCost } from './purchaseCost.ts';
import type { SegmentDemand } from './segmentDemand.ts';

/** The greatest quantity that is looked at where none is asked for, and where quantities are priced one by one. */
const mostOfAll = 100_000;
const mostStepsPriced = 4_000_000_000;

/** More than there is to look at, and little enough to be added to what there is. */
const plenty = mostOfCurves;

/** The greatest quantity worth a look; `isBounded` where there could be more to see. */
export interface MostQuantity {
  readonly quantity: number;
  readonly isBounded: boolean;
}

/**
 * The greatest need of any path after the date, rounded up: more is used on none. It goes on to the next price step where that
 * many cost less, or where fewer have no price. At most 100,000, and so many as can be priced one by one in about a minute.
 */
export function mostQuantity(plan: PlanTerms, demand: SegmentDemand): MostQuantity {
  const need = greatestNeed(plan, demand);
  const priced = Math.floor(mostStepsPriced / (demand.paths * (1 + demand.segments)));
  const bound = plan.obstacle ? Math.max(1, Math.min(mostOfAll, priced)) : mostOfAll;
  let quantity = Math.max(1, need);
  for (const { from } of plan.purchases[0]!.tiers) {
    const step = Math.ceil(from / nanosPerCredit) * plan.purchases.length;
    if (step > quantity && !(purchaseCost(plan, step) >= purchaseCost(plan, quantity))) quantity = step;
  }
  return { quantity: Math.min(quantity, bound), isBounded: quantity > bound };
}

/** Whole credits that some path draws of what is bought, however much that is. */
function greatestNeed(plan: PlanTerms, demand: SegmentDemand): number {
  const bills = openBills({ plan, demand, most: plenty });
  if (!bills.fill(plenty)) return mostOfAll;
  let need = 0;
  for (let path = 0; path < bills.paths; path++) need = Math.max(need, plenty * nanosPerCredit - bills.unused[path]!);
  const whole = wholeCredits(need);
  return whole * nanosPerCredit < need ? whole + 1 : whole;
}
