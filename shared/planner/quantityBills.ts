import { assert } from '../base/assert.ts';
import { nanosPerCredit } from '../base/credits.ts';
import { pathColumns, type PathColumns } from '../forecast/pathColumns.ts';
import { balance, drawSegments, openBalances, type PathDemand } from '../forecast/pricing/drawSegments.ts';
import type { PathTerms } from '../forecast/pricing/pathTerms.ts';
import { clearColumns } from './clearColumns.ts';
import { amountAt, type PathCurves } from './pathCurves.ts';
import { partsOf, type PlanTerms } from './planTerms.ts';
import type { SegmentDemand } from './segmentDemand.ts';

/** What every path is billed for one quantity, the purchases themselves left out. Rows are used again for the next one. */
export interface QuantityBills {
  readonly paths: number;
  /** Minor units. */
  readonly total: Float64Array;
  /** Minor units of Flex invoiced from the first date on, each times the days from it to the horizon's end. */
  readonly flexDays: Float64Array;
  /** Nanocredits of what was bought that are left at the end. */
  readonly unused: Float64Array;
  /** Works out a quantity; false where some path meets too few credits, or amounts beyond what is exact. */
  fill(quantity: number): boolean;
}

/** Bills from curves: a look-up a path. */
export function billsOfCurves(curves: PathCurves, terms: PathTerms, closeDays: Float64Array): QuantityBills {
  const { paths, firstStay, until, close, whole, amount, amountDays, left } = curves;
  const [total, flexDays, unused] = rows(paths);
  const base = terms.monthBase.reduce((sum, each) => sum + each, 0);
  const stays = firstStay.slice(0, paths);
  const fill = (quantity: number): boolean => {
    const bought = quantity * nanosPerCredit;
    for (let path = 0; path < paths; path++) {
      let stay = stays[path]!;
      if (stay > firstStay[path]! && until[stay - 1]! > quantity) stay = firstStay[path]!;
      while (until[stay]! <= quantity) stay += 1;
      stays[path] = stay;
      const closing = close[stay]!;
      const billed = closing < 0 ? 0 : amountAt(terms, closing, whole[stay]! - quantity);
      total[path] = base + amount[stay]! + billed;
      flexDays[path] = closing < 0 ? amountDays[stay]! : amountDays[stay]! + billed * closeDays[closing]!;
      unused[path] = Math.min(bought, Math.max(0, left[path]! + bought));
    }
    return true;
  };
  return { paths, total, flexDays, unused, fill };
}

/** Bills by pricing each path anew from the first date on, with every rule; `closeDays` as in `pathCurves`. */
export function billsByPricing(plan: PlanTerms, demand: SegmentDemand, closeDays: Float64Array): QuantityBills {
  const { paths, segments, totals } = demand;
  const [total, flexDays, unused] = rows(paths);
  const [first] = plan.purchases;
  assert(first !== undefined, 'a plan has a date');
  const opened = openPaths(plan.terms, demand, first.row);
  const scratch = pathColumns(1, plan.terms.months);
  const balances = new Float64Array(places);
  const path: PathDemand = { totals, first: 0, slots: null };
  const fill = (quantity: number): boolean => {
    const terms = termsWith(plan, quantity);
    const spans = closingSpans(terms, first.row);
    const bought = quantity * nanosPerCredit;
    for (let index = 0; index < paths; index++) {
      if (opened.failed[index] === 1) return false;
      for (let place = 0; place < places; place++) balances[place] = opened.balances[index * places + place]!;
      clearColumns(scratch);
      path.first = index * segments;
      let sum = 0;
      let days = 0;
      for (const { from, until } of spans) {
        if (!drawSegments(terms, path, balances, scratch, 0, from, until)) return false;
        const billed = sumOf(scratch.monthAmount) - sum;
        sum += billed;
        days += billed * closeDays[from]!;
      }
      total[index] = opened.amount[index]! + sum;
      flexDays[index] = days;
      unused[index] = Math.min(bought, balances[balance.prepaid]!);
      if (!(balances[balance.greatest]! <= Number.MAX_SAFE_INTEGER)) return false;
    }
    return true;
  };
  return { paths, total, flexDays, unused, fill };
}

/** The terms with a quantity bought on its dates: the purchase itself is not among their amounts. @rule R8 R10 */
export function termsWith(plan: PlanTerms, quantity: number): PathTerms {
  const prepaidAdd = plan.terms.prepaidAdd.slice();
  const prepaidNeed = plan.terms.prepaidNeed.slice();
  const parts = partsOf(plan, quantity);
  for (const [index, { row }] of plan.purchases.entries()) {
    prepaidAdd[row]! += parts[index]!;
    // An adjustment at the same instant comes after the purchase.
    prepaidNeed[row] = Math.max(0, prepaidNeed[row]! - parts[index]!);
  }
  return { ...plan.terms, prepaidAdd, prepaidNeed };
}

const places = Object.keys(balance).length;

/** Every path as it stands before the first date, with what it was billed until then and all fees and other purchases. */
function openPaths(terms: PathTerms, { paths, segments, totals }: SegmentDemand, row: number) {
  const kept = new Float64Array(paths * places);
  const amount = new Float64Array(paths);
  const failed = new Uint8Array(paths);
  const balances = new Float64Array(places);
  const scratch: PathColumns = pathColumns(1, terms.months);
  const path: PathDemand = { totals, first: 0, slots: null };
  for (let index = 0; index < paths; index++) {
    openBalances(terms, balances);
    clearColumns(scratch);
    scratch.monthAmount.set(terms.monthBase);
    path.first = index * segments;
    failed[index] = drawSegments(terms, path, balances, scratch, 0, 0, row) ? 0 : 1;
    kept.set(balances, index * places);
    amount[index] = sumOf(scratch.monthAmount);
  }
  return { balances: kept, amount, failed };
}

/** Segments from a row on, cut where a Flex month closes: what a span bills is the close that it begins with. */
function closingSpans({ closes, segments }: PathTerms, row: number): { from: number; until: number }[] {
  const cuts = [row];
  for (let each = row + 1; each <= segments; each++) if (closes[each] === 1) cuts.push(each);
  return cuts.map((from, index) => ({ from, until: cuts[index + 1] ?? segments + 1 }));
}

function rows(paths: number): [Float64Array, Float64Array, Float64Array] {
  return [new Float64Array(paths), new Float64Array(paths), new Float64Array(paths)];
}

function sumOf(column: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < column.length; index++) sum += column[index]!;
  return sum;
}
