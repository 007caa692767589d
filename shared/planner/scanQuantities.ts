import { nanosPerCredit, wholeCredits } from '../base/credits.ts';
import { nthSmallest, percentileRank } from '../base/nthSmallest.ts';
import { roundHalfAway, ratio } from '../base/ratio.ts';
import { blankCurve, type CurveChoice, type PlanCurve } from './planCurve.ts';
import type { PlanTerms } from './planTerms.ts';
import { purchaseCost } from './purchaseCost.ts';
import type { QuantityBills } from './quantityBills.ts';
import { daysToEnd, valuesBeside, type Valuation } from './valuation.ts';

/** A curve that was made quantity by quantity, with the least that each path can come to. */
export interface ScannedCurve {
  readonly curve: PlanCurve;
  /** By path: the least over all quantities, in minor units. */
  readonly leastByPath: Float64Array;
}

/** Works out one quantity after the other over all paths. Yields the part done, from 0 to 1. */
export function* scanQuantities(
  plan: PlanTerms,
  bills: QuantityBills,
  choice: CurveChoice,
  valuation: Valuation,
): Generator<number, ScannedCurve> {
  const curve = blankCurve(bills.paths, choice);
  const leastByPath = new Float64Array(bills.paths).fill(Infinity);
  const scan = quantityScan(plan, bills, valuation);
  for (let quantity = 0; quantity <= choice.most; quantity++) {
    const values = scan(quantity);
    enter(curve, quantity, { values, bills, cost: purchaseCost(plan, quantity), choice, leastByPath });
    yield (quantity + 1) / (choice.most + 1);
  }
  return { curve, leastByPath };
}

/**
 * What each path comes to with a quantity, purchases and what counts beside the bill among it; null where it has no price or
 * some path cannot be priced. The row is used again for the next quantity; `bills` are left as those of the quantity.
 */
export function quantityScan(
  plan: PlanTerms,
  bills: QuantityBills,
  valuation: Valuation,
): (quantity: number) => Float64Array | null {
  const daysOf = daysToEnd(plan.terms);
  const values = new Float64Array(bills.paths);
  const isTimed = valuation.costOfCapital.num !== 0n;
  let unbought: Float64Array | null = null;
  return (quantity) => {
    if (isTimed && !unbought && bills.fill(0)) unbought = bills.flexDays.slice();
    const cost = purchaseCost(plan, quantity);
    if (Number.isNaN(cost) || !bills.fill(quantity)) return null;
    const beside = valuesBeside(plan, quantity, valuation, daysOf);
    for (let path = 0; path < bills.paths; path++) {
      const savedDays = unbought ? unbought[path]! - bills.flexDays[path]! : 0;
      values[path] = bills.total[path]! + cost + beside(bills.unused[path]!, savedDays);
    }
    return values;
  };
}

interface Entered {
  readonly values: Float64Array | null;
  readonly bills: QuantityBills;
  readonly cost: number;
  readonly choice: CurveChoice;
  readonly leastByPath: Float64Array;
}

function enter(curve: PlanCurve, quantity: number, { values, bills, cost, choice, leastByPath }: Entered): void {
  if (!values) {
    curve.mean[quantity] = curve.high[quantity] = NaN;
    return;
  }
  let sum = 0;
  let within = 0;
  for (let path = 0; path < bills.paths; path++) {
    const value = values[path]!;
    sum += value;
    if (value < leastByPath[path]!) leastByPath[path] = value;
    if (bills.total[path]! + cost <= (choice.budget ?? -Infinity)) within += 1;
    countPath(curve, quantity, bills.unused[path]!);
  }
  curve.mean[quantity] = Number(roundHalfAway(ratio(BigInt(sum), BigInt(bills.paths))));
  curve.high[quantity] = nthSmallest(values, percentileRank(choice.percent, bills.paths));
  if (curve.withinBudget) curve.withinBudget[quantity] = within;
}

function countPath({ unusedPaths, unusedWhole, unusedRest }: PlanCurve, quantity: number, unused: number): void {
  if (unused === 0) return;
  const whole = wholeCredits(unused);
  unusedPaths[quantity]! += 1;
  unusedWhole[quantity]! += whole;
  unusedRest[quantity]! += unused - whole * nanosPerCredit;
}
