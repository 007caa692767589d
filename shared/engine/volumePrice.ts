import type { Ratio } from '../base/ratio.ts';
import type { PlanTerms } from './program.ts';

/**
 * A plan's price for each prepaid credit: the row with the greatest `from` not above the quantity, for the whole quantity; null
 * where there is none. `credits` in nanocredits. @rule R8
 */
export function volumePrice(plan: PlanTerms, credits: number): Ratio | null {
  return plan.prepaidPrices.findLast((tier) => tier.from <= credits)?.unitPrice ?? null;
}
