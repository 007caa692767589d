import { nanosPerCredit, wholeCredits } from '../base/credits.ts';
import { nthSmallest, percentileRank } from '../base/nthSmallest.ts';
import { ratio, roundHalfAway } from '../base/ratio.ts';
import { blankCurve, type CurveChoice, type PlanCurve, type QuantityRange } from './planCurve.ts';
import type { PlanTerms } from './planTerms.ts';
import { purchaseCost } from './purchaseCost.ts';
import type { QuantityBills } from './quantityBills.ts';
import { daysToEnd, valuesBeside, type Valuation } from './valuation.ts';

/** Works out quantities one after the other over all paths. Gives the part of the curve for `[from, until)`. */
export function scanQuantities(
  plan: PlanTerms,
  bills: QuantityBills,
  choice: CurveChoice,
  valuation: Valuation,
): (range: QuantityRange) => PlanCurve {
  const scan = quantityScan(plan, bills, valuation);
  return (range) => {
    const curve = blankCurve(bills.paths, range, choice);
    for (let quantity = range.from; quantity < range.until; quantity++) {
      const values = scan(quantity);
      const at = quantity - range.from;
      if (!values) curve.mean[at] = curve.high[at] = NaN;
      else enter(curve, at, { values, bills, choice, cost: purchaseCost(plan, quantity) });
    }
    return curve;
  };
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
  readonly values: Float64Array;
  readonly bills: QuantityBills;
  readonly cost: number;
  readonly choice: CurveChoice;
}

function enter(curve: PlanCurve, at: number, { values, bills, cost, choice }: Entered): void {
  let sum = 0;
  let within = 0;
  for (let path = 0; path < bills.paths; path++) {
    sum += values[path]!;
    if (bills.total[path]! + cost <= (choice.budget ?? -Infinity)) within += 1;
    countPath(curve, at, bills.unused[path]!);
  }
  curve.mean[at] = Number(roundHalfAway(ratio(BigInt(sum), BigInt(bills.paths))));
  curve.high[at] = nthSmallest(values, percentileRank(choice.percent, bills.paths));
  if (curve.withinBudget) curve.withinBudget[at] = within;
}

function countPath({ unusedPaths, unusedWhole, unusedRest }: PlanCurve, at: number, unused: number): void {
  if (unused === 0) return;
  const whole = wholeCredits(unused);
  unusedPaths[at]! += 1;
  unusedWhole[at]! += whole;
  unusedRest[at]! += unused - whole * nanosPerCredit;
}
