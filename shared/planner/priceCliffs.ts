import { nanosPerCredit } from '../base/credits.ts';
import { partsOf, type PlanTerms, type PriceTier } from './planTerms.ts';
import { purchaseCost, tierFor } from './purchaseCost.ts';

/** A quantity that costs less to buy than one credit fewer, because another price holds from it on. Minor units. @rule R8 */
export interface CliffQuantity {
  readonly quantity: number;
  readonly tier: PriceTier;
  readonly cost: number;
  readonly costBelow: number;
  /** The least quantity that costs more to buy than this one, though it is fewer. */
  readonly dearerFrom: number;
}

/** The cliffs up to a quantity. */
export function priceCliffs(plan: PlanTerms, most: number): CliffQuantity[] {
  const [first] = plan.purchases;
  return first!.tiers.flatMap(({ from }) => {
    const quantity = Math.ceil(from / nanosPerCredit) * plan.purchases.length;
    if (quantity === 0 || quantity > most) return [];
    const [cost, costBelow] = [purchaseCost(plan, quantity), purchaseCost(plan, quantity - 1)];
    const tier = tierFor(first!, partsOf(plan, quantity)[0]!);
    if (!tier || !(costBelow > cost)) return [];
    return [{ quantity, tier, cost, costBelow, dearerFrom: firstDearer(plan, quantity, cost) }];
  });
}

/** Costs rise up to a cliff, so all from the first dearer one up to it are. */
function firstDearer(plan: PlanTerms, quantity: number, cost: number): number {
  let dearer = quantity - 1;
  while (dearer > 1 && purchaseCost(plan, dearer - 1) > cost) dearer -= 1;
  return dearer;
}
