import { zeroRatio, type Ratio } from '../base/ratio.ts';
import { dayMs } from '../calendar/month.ts';
import type { PathTerms } from '../forecast/pricing/pathTerms.ts';
import { creditValue } from './creditValue.ts';
import { tierFor } from './purchaseCost.ts';
import { partsOf, type PlanTerms } from './planTerms.ts';

/**
 * What counts beside the bill. `leftover`: the share of its unit price that a bought credit is worth which is left at the end,
 * in [0, 1]. `costOfCapital`: yearly rate of simple interest on what is paid earlier, 0.08 for 8 %.
 */
export interface Valuation {
  readonly leftover: Ratio;
  readonly costOfCapital: Ratio;
}

/** Nothing counts but the bill. */
export const billAlone: Valuation = { leftover: zeroRatio, costOfCapital: zeroRatio };

/** Whether anything counts beside the bill. */
export function countsMore({ leftover, costOfCapital }: Valuation): boolean {
  return leftover.num !== 0n || costOfCapital.num !== 0n;
}

/** Days from the begin of each segment to the horizon's end, and 0 for the end itself. */
export function daysToEnd({ slotFrom, segmentFirstSlot }: PathTerms): Float64Array {
  const end = slotFrom.at(-1)!;
  return Float64Array.from(segmentFirstSlot, (slot) => Math.round((end - slotFrom[slot]!) / dayMs));
}

/**
 * What a quantity counts beside its bill on a path, in minor units, each part rounded once, half away from zero:
 * less `leftover` × unit price × credits left, at the price of the last date, whose credits are drawn last; plus interest of
 * `costOfCapital` × (Σ purchases × days to the horizon's end − Σ Flex that they saved × days from its invoice to the end) ÷ 365:
 * simple interest on each payment from its date until the Flex that it replaces would have been paid.
 */
export function valuesBeside(
  plan: PlanTerms,
  quantity: number,
  { leftover, costOfCapital }: Valuation,
  daysOf: Float64Array,
): (unused: number, savedDays: number) => number {
  if (quantity === 0) return () => 0;
  const parts = partsOf(plan, quantity);
  let costDays = 0;
  let value = { num: 0, den: 1 };
  for (const [index, purchase] of plan.purchases.entries()) {
    const tier = tierFor(purchase, parts[index]!);
    if (!tier) return () => NaN;
    costDays += creditValue(parts[index]!, tier.num, tier.den) * daysOf[purchase.row]!;
    value = { num: tier.num * Number(leftover.num), den: tier.den * Number(leftover.den) };
  }
  const { num, den } = costOfCapital;
  const [rateNum, rateDen] = [Number(num), Number(den) * 365];
  return (unused, savedDays) =>
    roundedPart(costDays - savedDays, rateNum, rateDen) -
    (value.num === 0 ? 0 : creditValue(unused, value.num, value.den));
}

/** amount × num ÷ den, rounded half away from zero. Exact where the product is below 2^53, as it is for any real bill. */
function roundedPart(amount: number, num: number, den: number): number {
  if (num === 0) return 0;
  const size = Math.abs(amount);
  const top = 2 * size * num + den;
  if (top > Number.MAX_SAFE_INTEGER) {
    const exact = Number((2n * BigInt(size) * BigInt(num) + BigInt(den)) / (2n * BigInt(den)));
    return amount < 0 ? -exact : exact;
  }
  const quotient = Math.floor(top / (2 * den));
  const rounded = quotient * 2 * den > top ? quotient - 1 : quotient;
  return amount < 0 ? -rounded : rounded;
}
