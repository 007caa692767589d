import { creditValue } from './creditValue.ts';
import { partsOf, type PlanTerms, type PriceTier, type Purchase } from './planTerms.ts';

/** What a whole quantity costs to buy, in minor units; NaN where the plan has no price for it. @rule R8 R24 */
export function purchaseCost(plan: PlanTerms, quantity: number): number {
  if (quantity === 0) return 0;
  const parts = partsOf(plan, quantity);
  return plan.purchases.reduce((sum, purchase, index) => sum + partCost(purchase, parts[index]!), 0);
}

/** What every whole quantity up to `most` costs to buy. */
export function purchaseCosts(plan: PlanTerms, most: number): Float64Array {
  return new Float64Array(most + 1).map((_, quantity) => purchaseCost(plan, quantity));
}

/** The price at which some nanocredits are bought; undefined where there is none. @rule R8 */
export function tierFor({ tiers }: Purchase, nanos: number): PriceTier | undefined {
  return tiers.findLast(({ from }) => from <= nanos);
}

function partCost(purchase: Purchase, nanos: number): number {
  const tier = tierFor(purchase, nanos);
  if (!tier) return NaN;
  return creditValue(nanos, tier.num, tier.den);
}
