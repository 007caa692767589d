import { nanosPerCredit } from '../base/credits.ts';
import { ratio, type Ratio } from '../base/ratio.ts';
import { nthSmallest, percentileRank } from '../base/nthSmallest.ts';
import { pathColumns, type PathColumns } from '../forecast/pathColumns.ts';
import { priceTotals } from '../forecast/pricing/pricePath.ts';
import type { PathDemand } from '../forecast/pricing/drawSegments.ts';
import { meanOf } from './meanOf.ts';
import { partsOf, type PlanTerms } from './planTerms.ts';
import { openBills, type PlanTask } from './planTask.ts';
import { creditValue } from './creditValue.ts';
import { purchaseCost, tierFor } from './purchaseCost.ts';
import { termsWith } from './quantityBills.ts';
import { quantityScan } from './scanQuantities.ts';
import type { SegmentDemand } from './segmentDemand.ts';

/** Percentiles that are told of one quantity. */
export const detailPercents = [10, 50, 90] as const;

/** A figure over the paths: its mean, rounded once half away from zero, and its percentiles by nearest rank. */
export interface Spread {
  readonly mean: number;
  /** As `detailPercents`. */
  readonly points: readonly number[];
}

/** One quantity in full, over all paths. Money in minor units, credits in nanocredits. */
export interface QuantityDetail {
  readonly quantity: number;
  readonly cost: number;
  /** Against buying none; negative where it costs more. */
  readonly saving: Spread;
  readonly unused: Spread;
  readonly unusedPaths: number;
  /** What a credit comes to that is drawn of what was bought: cost ÷ mean credits drawn, in minor units; null where none is. */
  readonly effectivePrice: Ratio | null;
  /** Paths that come out dearer than buying none. */
  readonly dearerPaths: number;
  /** Money lost against the quantity that would have been best on the path. */
  readonly regret: Spread;
  /** What is invoiced in each month, purchases among it. */
  readonly cash: readonly Spread[];
}

/** Opens a plan to look at its quantities. Null for a quantity that has no price or cannot be priced on some path. */
export function openDetails(task: PlanTask, least: Float64Array): (quantity: number) => QuantityDetail | null {
  const { plan, demand } = task;
  const bills = openBills(task);
  const scan = quantityScan(plan, bills, task.valuation);
  const none = scan(0)?.slice();
  return (quantity) => {
    const values = scan(quantity);
    if (!none || !values) return null;
    const saving = none.map((value, path) => value - values[path]!);
    const regret = values.map((value, path) => value - least[path]!);
    return {
      quantity,
      cost: purchaseCost(plan, quantity),
      saving: spreadOf(saving),
      unused: spreadOf(bills.unused),
      effectivePrice: effectivePrice(plan, quantity, bills.unused),
      unusedPaths: bills.unused.reduce((count, credits) => count + (credits > 0 ? 1 : 0), 0),
      dearerPaths: saving.reduce((count, saved) => count + (saved < 0 ? 1 : 0), 0),
      regret: spreadOf(regret),
      cash: cashByMonth(plan, demand, quantity),
    };
  };
}

function effectivePrice(plan: PlanTerms, quantity: number, unused: Float64Array): Ratio | null {
  let left = 0n;
  for (let path = 0; path < unused.length; path++) left += BigInt(unused[path]!);
  const drawn = BigInt(quantity) * BigInt(nanosPerCredit) * BigInt(unused.length) - left;
  if (drawn === 0n) return null;
  const cost = BigInt(purchaseCost(plan, quantity)) * BigInt(unused.length) * BigInt(nanosPerCredit);
  return ratio(cost, drawn);
}

function spreadOf(values: Float64Array): Spread {
  const ordered = values.slice();
  const mean = meanOf(values);
  return {
    mean,
    points: detailPercents.map((percent) => nthSmallest(ordered, percentileRank(percent, ordered.length))),
  };
}

function cashByMonth(plan: PlanTerms, demand: SegmentDemand, quantity: number): Spread[] {
  const { months } = plan.terms;
  const out = pricedWith(plan, demand, quantity);
  const bought = purchasesByMonth(plan, quantity);
  const column = new Float64Array(demand.paths);
  return Array.from({ length: months }, (_, month) => {
    for (let path = 0; path < demand.paths; path++)
      column[path] = out.monthAmount[path * months + month]! + bought[month]!;
    return spreadOf(column);
  });
}

/** Prices all paths with a quantity bought; what it costs to buy is not among their amounts. */
export function pricedWith(plan: PlanTerms, { paths, segments, totals }: SegmentDemand, quantity: number): PathColumns {
  const terms = termsWith(plan, quantity);
  const out = pathColumns(paths, terms.months);
  const path: PathDemand = { totals, first: 0, slots: null };
  for (let index = 0; index < paths; index++) {
    path.first = index * segments;
    priceTotals(terms, path, out, index);
  }
  return out;
}

function purchasesByMonth(plan: PlanTerms, quantity: number): Float64Array {
  const amounts = new Float64Array(plan.terms.months);
  if (quantity === 0) return amounts;
  const parts = partsOf(plan, quantity);
  for (const [index, purchase] of plan.purchases.entries()) {
    const tier = tierFor(purchase, parts[index]!);
    amounts[purchase.month]! += tier ? creditValue(parts[index]!, tier.num, tier.den) : NaN;
  }
  return amounts;
}
