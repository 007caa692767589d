import { pathColumns } from '../forecast/pathColumns.ts';
import { balance, drawSegments, openBalances, type PathDemand } from '../forecast/pricing/drawSegments.ts';
import type { PathTerms } from '../forecast/pricing/pathTerms.ts';
import { sumSegments } from '../forecast/pricing/sumSegments.ts';
import { nanosPerCredit } from '../base/credits.ts';
import { percentileRank } from '../base/nthSmallest.ts';
import { clearColumns } from './clearColumns.ts';
import type { PlanTerms } from './planTerms.ts';
import { purchaseCost } from './purchaseCost.ts';
import { termsWith } from './quantityBills.ts';

/** Demand by slot, path by path: each call writes one path's row, which is used again for the next. */
export interface SlotDemand {
  readonly paths: number;
  readonly row: Float64Array;
  sample(path: number): void;
}

/**
 * The first local day (midnight, as if UTC) on which prepaid credits run out at the first date or later, by path, with a
 * quantity bought; Infinity where they never do.
 */
export function runOutDays(plan: PlanTerms, demand: SlotDemand, quantity: number): Float64Array {
  return daysOfTerms(termsWith(plan, quantity), plan.purchases[0]!.row, demand);
}

/**
 * The latest local day by which more must be bought for the chance of having run out before to stay below `chance`; null where
 * it stays below without. Credits bought on a day serve from its begin.
 */
export function topUpBy(days: Float64Array, chance: number): number | null {
  const ordered = days.toSorted();
  const day = ordered[Math.max(1, Math.ceil((Math.round(chance * 1e9) * days.length) / 1e9)) - 1]!;
  return day === Infinity ? null : day;
}

/** When a purchase has paid for itself: Flex that it replaced would have cost as much. Nanocredits, minor units. */
export interface BreakEvenPoint {
  readonly credits: number;
  readonly money: number;
  /** The local day (midnight, as if UTC) by which half of the paths have come so far; null: they do not. */
  readonly day: number | null;
}

/**
 * Break-even of a quantity: cost ÷ price of Flex, in credits of the purchase that are drawn; null where there is no Flex to
 * replace, or a credit costs more than it does. The price of Flex is that of the first month that closes after the date.
 */
export function breakEvenOf(plan: PlanTerms, demand: SlotDemand, quantity: number): BreakEvenPoint | null {
  const money = purchaseCost(plan, quantity);
  const flex = flexPriceAfter(plan);
  if (quantity === 0 || Number.isNaN(money) || !flex) return null;
  const [top, bottom] = [BigInt(money) * BigInt(flex.den) * BigInt(nanosPerCredit), BigInt(flex.num)];
  const credits = Number((top + bottom - 1n) / bottom);
  if (credits > quantity * nanosPerCredit) return null;
  const { row } = plan.purchases[0]!;
  const days = daysOfTerms(withLot(plan.terms, row, credits), row, demand).sort();
  const day = days[percentileRank(50, days.length) - 1]!;
  return { credits, money, day: day === Infinity ? null : day };
}

function flexPriceAfter({ terms, purchases }: PlanTerms): { num: number; den: number } | null {
  for (let row = purchases[0]!.row + 1; row <= terms.segments; row++) {
    if (terms.closes[row] === 1 && terms.closeNum[row]! > 0)
      return { num: terms.closeNum[row]!, den: terms.closeDen[row]! };
  }
  return null;
}

/** The terms with one lot at the date and no other purchase from then on: when it is empty, so much of it was drawn. */
function withLot(terms: PathTerms, row: number, credits: number): PathTerms {
  const prepaidAdd = terms.prepaidAdd.map((added, each) => (each < row ? added : each === row ? added + credits : 0));
  const prepaidNeed = terms.prepaidNeed.map((needed, each) => (each < row ? needed : 0));
  return { ...terms, prepaidAdd, prepaidNeed };
}

function daysOfTerms(terms: PathTerms, row: number, demand: SlotDemand): Float64Array {
  const days = new Float64Array(demand.paths).fill(Infinity);
  const out = pathColumns(1, terms.months);
  const balances = new Float64Array(Object.keys(balance).length);
  const path: PathDemand = { totals: new Float64Array(terms.segments), first: 0, slots: null };
  for (let index = 0; index < demand.paths; index++) {
    demand.sample(index);
    sumSegments(terms, demand.row, path.totals, 0);
    openBalances(terms, balances);
    clearColumns(out);
    path.slots = null;
    if (!drawSegments(terms, path, balances, out, 0, 0, row)) continue;
    path.slots = demand.row;
    drawSegments(terms, path, balances, out, 0, row, terms.segments + 1);
    if (!Number.isNaN(out.prepaidOut[0])) days[index] = out.prepaidOut[0]!;
  }
  return days;
}
