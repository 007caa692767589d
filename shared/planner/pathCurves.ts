import { maximumNanos, nanosPerCredit, wholeCredits } from '../base/credits.ts';
import { pathColumns, pathFault } from '../forecast/pathColumns.ts';
import { balance, drawSegments, openBalances, type PathDemand } from '../forecast/pricing/drawSegments.ts';
import { flexAmount } from '../forecast/pricing/flexAmount.ts';
import type { PathTerms } from '../forecast/pricing/pathTerms.ts';
import { clearColumns } from './clearColumns.ts';
import { flexMonthsAfter, type FlexMonthRows } from './flexMonthsAfter.ts';
import type { PlanTerms } from './planTerms.ts';
import type { SegmentDemand } from './segmentDemand.ts';

/**
 * What each path is billed beside its purchases, for every quantity at once. A path has a few *stays*, ascending: while the
 * quantity is below `until`, the prepaid credits run out within one stretch of need, and the Flex month that closes before
 * segment `close` is billed `whole` credits less the quantity; all the rest comes to `amount`. Where `close` is -1 the quantity
 * changes nothing. Money in minor units; fees and purchases are not in it. @rule R10 R12
 */
export interface PathCurves {
  readonly paths: number;
  /** paths + 1. */
  readonly firstStay: Int32Array;
  readonly until: Int32Array;
  readonly close: Int32Array;
  readonly whole: Int32Array;
  readonly amount: Float64Array;
  /** As `amount`, of invoices from the date on, each times the days from it to the horizon's end. */
  readonly amountDays: Float64Array;
  /** Prepaid credits at the date less all need after it, by path: nanocredits, often below zero. */
  readonly left: Float64Array;
  /** By path, one of `pathFault`. */
  readonly fault: Uint8Array;
}

/** The greatest quantity that curves tell of: beyond it, sums of need may not be exact. */
export const mostOfCurves = 4_000_000;
const farthest = mostOfCurves * nanosPerCredit;

/** The end of a stay that has none: more than any quantity. */
const noEnd = 2 ** 31 - 1;

/** Where curves are written to, and the rows in which one path is worked out. */
interface Workplace {
  readonly terms: PathTerms;
  readonly row: number;
  readonly months: readonly FlexMonthRows[];
  readonly closeDays: Float64Array;
  readonly curves: PathCurves;
  readonly need: Float64Array;
  readonly full: Float64Array;
  readonly sum: Float64Array;
  readonly scratch: ReturnType<typeof pathColumns>;
  readonly balances: Float64Array;
  stays: number;
}

/**
 * The curves of all paths, for a plan without an obstacle: one pass over the segments of each. `closeDays` are the days from
 * each segment's begin to the horizon's end.
 */
export function pathCurves(plan: PlanTerms, demand: SegmentDemand, closeDays: Float64Array): PathCurves {
  const { terms } = plan;
  const { row } = plan.purchases[0]!;
  const { paths, segments, totals } = demand;
  const months = flexMonthsAfter(terms, row);
  const capacity = paths * (segments - row + 1);
  const work: Workplace = {
    terms,
    row,
    months,
    closeDays,
    curves: blankCurves(paths, capacity),
    need: new Float64Array(segments),
    full: new Float64Array(months.length),
    sum: new Float64Array(months.length),
    scratch: pathColumns(1, terms.months),
    balances: new Float64Array(Object.keys(balance).length),
    stays: 0,
  };
  const path: PathDemand = { totals, first: 0, slots: null };
  for (let index = 0; index < paths; index++) {
    path.first = index * segments;
    work.curves.firstStay[index] = work.stays;
    work.curves.fault[index] = curveOfPath(work, path, index);
  }
  work.curves.firstStay[paths] = work.stays;
  return work.curves;
}

function blankCurves(paths: number, capacity: number): PathCurves {
  return {
    paths,
    firstStay: new Int32Array(paths + 1),
    until: new Int32Array(capacity),
    close: new Int32Array(capacity),
    whole: new Int32Array(capacity),
    amount: new Float64Array(capacity),
    amountDays: new Float64Array(capacity),
    left: new Float64Array(paths),
    fault: new Uint8Array(paths),
  };
}

/** Works out one path: up to the date as it was, then the need of each segment, then where a quantity runs out. */
function curveOfPath(work: Workplace, demand: PathDemand, path: number): number {
  const { terms, row, balances, scratch, months, full, sum, closeDays } = work;
  openBalances(terms, balances);
  clearColumns(scratch);
  if (!drawSegments(terms, demand, balances, scratch, 0, 0, row)) return pathFault.belowZero;
  const asked = needOfSegments(work, demand, balances[balance.included]!);
  if (asked < 0) return pathFault.belowZero;
  const bought = balances[balance.prepaid]! + terms.prepaidAdd[row]!;
  const base = balances[balance.flex]!;
  work.curves.left[path] = asked > maximumNanos ? -maximumNanos : bought - asked;
  // Half the range for each, so that their sums and differences below are exact.
  let greatest = Math.max(bought, base);
  for (let month = 0; month < months.length; month++) greatest = Math.max(greatest, sum[month]! + base);
  if (greatest > maximumNanos / 2 || balances[balance.greatest]! > maximumNanos) return pathFault.beyondRange;

  let rest = 0;
  let days = 0;
  for (let month = 0; month < scratch.months; month++) rest += scratch.monthAmount[month]!;
  for (let month = 0; month < months.length; month++) {
    const { close } = months[month]!;
    sum[month]! += month === 0 ? base : 0;
    full[month] = amountAt(terms, close, wholeCredits(sum[month]!));
    rest += full[month]!;
    if (close >= 0) days += full[month]! * closeDays[close]!;
  }
  return stayInMonths(work, { bought, base, rest, days });
}

/** Need beyond included credits by segment, and Flex by Flex month if none is prepaid; all need, or -1 for a fault. @rule R21 */
function needOfSegments({ terms, need, months, sum }: Workplace, { totals, first }: PathDemand, left: number): number {
  const { lapses, includedAdd, includedNeed, plan } = terms;
  let included = left;
  let asked = 0;
  for (let month = 0; month < months.length; month++) {
    const { from, until, serves } = months[month]!;
    sum[month] = 0;
    for (let each = from; each < until; each++) {
      if (lapses[each] === 1) included = 0;
      if (included < includedNeed[each]!) return -1;
      included += includedAdd[each]!;
      const wanted = plan[each]! < 0 ? 0 : totals[first + each]!;
      const beyond = wanted > included ? wanted - included : 0;
      included -= wanted - beyond;
      need[each] = beyond;
      asked += beyond;
      if (serves[each - from] === 1) sum[month]! += beyond;
    }
  }
  return asked;
}

/** What a path comes to as the quantity passes one stretch of need after the other. */
interface Passing {
  readonly bought: number;
  readonly base: number;
  rest: number;
  days: number;
}

function stayInMonths(work: Workplace, passing: Passing): number {
  const { terms, months, need, full, sum, closeDays } = work;
  const { bought, base } = passing;
  let passed = 0;
  let reached = 0;
  const first = work.stays;
  for (let month = 0; month < months.length; month++) {
    const { from, until, close, serves } = months[month]!;
    const closeDay = close < 0 ? 0 : closeDays[close]!;
    const rest = passing.rest - full[month]!;
    const days = passing.days - full[month]! * closeDay;
    let flex = sum[month]!;
    for (let each = from; each < until && passed - bought < farthest; each++) {
      if (need[each] === 0) continue;
      const isServed = serves[each - from] === 1;
      const end = quantityFor(passed + need[each]! - bought);
      if (end > reached) {
        if (isServed) stay(work, first, end, close, wholeCredits(flex + (passed - bought)), rest, days);
        else {
          const still = amountAt(terms, close, wholeCredits(flex));
          stay(work, first, end, -1, 0, rest + still, days + still * closeDay);
        }
        reached = end;
      }
      if (isServed) flex -= need[each]!;
      passed += need[each]!;
    }
    const kept = month === 0 ? amountAt(terms, close, wholeCredits(base)) : 0;
    passing.rest = rest + kept;
    passing.days = days + kept * closeDay;
  }
  stay(work, first, noEnd, -1, 0, passing.rest, passing.days);
  return pathFault.none;
}

/** Adds a stay, or lengthens the last one of the path where nothing but its end is another. */
function stay(
  work: Workplace,
  first: number,
  until: number,
  close: number,
  whole: number,
  amount: number,
  days: number,
): void {
  const { curves } = work;
  const last = work.stays - 1;
  const same =
    last >= first && curves.close[last] === close && curves.whole[last] === whole && curves.amount[last] === amount;
  const at = same ? last : work.stays++;
  curves.until[at] = until;
  curves.close[at] = close;
  curves.whole[at] = whole;
  curves.amount[at] = amount;
  curves.amountDays[at] = days;
}

/** The least whole quantity that is at least so many nanocredits, from 0. */
function quantityFor(nanos: number): number {
  if (nanos <= 0) return 0;
  const whole = wholeCredits(nanos);
  return whole * nanosPerCredit < nanos ? whole + 1 : whole;
}

/** What a Flex month is billed; nothing where it does not close within the horizon. @rule R12 R25 */
export function amountAt(terms: PathTerms, close: number, credits: number): number {
  return close < 0 ? 0 : flexAmount(credits, terms.closeNum[close]!, terms.closeDen[close]!);
}
