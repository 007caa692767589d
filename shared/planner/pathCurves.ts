import { maximumNanos, nanosPerCredit, wholeCredits } from '../base/credits.ts';
import { pathColumns, pathFault } from '../forecast/pathColumns.ts';
import { balance, drawSegments, openBalances, type PathDemand } from '../forecast/pricing/drawSegments.ts';
import { flexAmount } from '../forecast/pricing/flexAmount.ts';
import type { PathTerms } from '../forecast/pricing/pathTerms.ts';
import { clearColumns } from './clearColumns.ts';
import { flexSegments, type FlexSegments } from './flexSegments.ts';
import type { PlanTerms } from './planTerms.ts';
import type { SegmentDemand } from './segmentDemand.ts';

/**
 * What each path is billed beside its purchases, for every quantity at once. A path has a few *stays*, ascending: while the
 * quantity is below `until`, bills fall along one line: by what the Flex month that closes before segment `close` is billed for
 * `whole` credits less the quantity; all the rest comes to `amount`. Where `close` is -1 the quantity changes nothing. Money in
 * minor units; fees and purchases are not in it. @rule R10 R12
 */
export interface PathCurves {
  readonly paths: number;
  /** paths + 1. */
  readonly firstStay: Int32Array;
  readonly until: Int32Array;
  readonly close: Int32Array;
  readonly whole: Int32Array;
  readonly amount: Float64Array;
  /** As `amount`, of invoices from the date on, each times the days from it to the horizon's end; empty unless asked for. */
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

/**
 * Places in a step, by segment: what the included credits before it are times, what is added to them and what has to be there
 * for that, and what its demand is times.
 */
const stepAt = { kept: 0, added: 1, takes: 2, lacks: 3 } as const;
const stepWidth = 4;

/** Where curves are written to, and the rows in which one path is worked out. */
interface Workplace {
  readonly terms: PathTerms;
  readonly row: number;
  readonly steps: Float64Array;
  readonly flex: FlexSegments;
  readonly closeDays: Float64Array | null;
  readonly curves: PathCurves;
  /** By segment: its need, and all need up to its end beyond the prepaid credits that there are at the date. */
  readonly need: Float64Array;
  readonly passed: Float64Array;
  readonly scratch: ReturnType<typeof pathColumns>;
  readonly balances: Float64Array;
  stays: number;
}

/**
 * The curves of all paths, for a plan without an obstacle: one pass over the segments of each. `closeDays` are the days from
 * each segment's begin to the horizon's end; null where they do not count.
 */
export function pathCurves(plan: PlanTerms, demand: SegmentDemand, closeDays: Float64Array | null): PathCurves {
  const { paths, segments, totals } = demand;
  const work = openWork(plan, paths, closeDays);
  const { curves } = work;
  const path: PathDemand = { totals, first: 0, slots: null };
  // From the last path back, as the stays of each are.
  for (let index = paths - 1; index >= 0; index--) {
    path.first = index * segments;
    curves.fault[index] = curveOfPath(work, path, index);
    curves.firstStay[index] = work.stays;
  }
  return fromStay(curves, work.stays);
}

/** The curves without the room before their first stay. */
function fromStay(curves: PathCurves, first: number): PathCurves {
  const { firstStay, until, close, whole, amount, amountDays } = curves;
  return {
    ...curves,
    firstStay: firstStay.map((stay) => stay - first),
    until: until.subarray(first),
    close: close.subarray(first),
    whole: whole.subarray(first),
    amount: amount.subarray(first),
    amountDays: amountDays.subarray(first),
  };
}

function openWork({ terms, purchases }: PlanTerms, paths: number, closeDays: Float64Array | null): Workplace {
  const { row } = purchases[0]!;
  const { segments } = terms;
  // One more than there can be: a stay is entered before it is known to be one.
  const capacity = paths * (segments - row + 1) + 1;
  return {
    terms,
    row,
    steps: stepsOf(terms),
    flex: flexSegments(terms, row, closeDays),
    closeDays,
    curves: {
      paths,
      firstStay: new Int32Array(paths + 1).fill(capacity),
      until: new Int32Array(capacity),
      close: new Int32Array(capacity),
      whole: new Int32Array(capacity),
      amount: new Float64Array(capacity),
      amountDays: new Float64Array(closeDays ? capacity : 0),
      left: new Float64Array(paths),
      fault: new Uint8Array(paths),
    },
    need: new Float64Array(segments),
    passed: new Float64Array(segments),
    scratch: pathColumns(1, terms.months),
    balances: new Float64Array(Object.keys(balance).length),
    stays: capacity,
  };
}

function stepsOf({ segments, lapses, includedAdd, includedNeed, plan }: PathTerms): Float64Array {
  const steps = new Float64Array(segments * stepWidth);
  for (let each = 0; each < segments; each++) {
    const step = each * stepWidth;
    steps[step + stepAt.kept] = lapses[each] === 1 ? 0 : 1;
    steps[step + stepAt.added] = includedAdd[each]!;
    steps[step + stepAt.takes] = plan[each]! < 0 ? 0 : 1;
    steps[step + stepAt.lacks] = includedNeed[each]!;
  }
  return steps;
}

/** Works out one path: up to the date as it was, then the need of each segment, then where a quantity runs out. */
function curveOfPath(work: Workplace, demand: PathDemand, path: number): number {
  const { terms, row, balances, scratch } = work;
  openBalances(terms, balances);
  let before = 0;
  if (row > 0) {
    clearColumns(scratch);
    if (!drawSegments(terms, demand, balances, scratch, 0, 0, row)) return pathFault.belowZero;
    for (let month = 0; month < scratch.months; month++) before += scratch.monthAmount[month]!;
  }
  const bought = balances[balance.prepaid]! + terms.prepaidAdd[row]!;
  const base = balances[balance.flex]!;
  const asked = needOfSegments(work, demand, balances[balance.included]!, bought);
  if (asked < 0) return pathFault.belowZero;
  work.curves.left[path] = asked > maximumNanos ? -maximumNanos : bought - asked;
  const greatest = staysOfPath(work, base, before);
  // Half the range for each, so that their sums and differences are exact.
  if (Math.max(greatest + base, bought) > maximumNanos / 2) return pathFault.beyondRange;
  return balances[balance.greatest]! > maximumNanos ? pathFault.beyondRange : pathFault.none;
}

/** Need beyond included credits by segment. Gives all of it in nanocredits, or -1 for a fault. @rule R21 */
function needOfSegments(work: Workplace, { totals, first }: PathDemand, left: number, bought: number): number {
  const { row, steps, need, passed } = work;
  let included = left;
  let asked = 0;
  for (let each = row, step = row * stepWidth; each < need.length; each++, step += stepWidth) {
    included *= steps[step + stepAt.kept]!;
    if (included < steps[step + stepAt.lacks]!) return -1;
    included += steps[step + stepAt.added]!;
    const lacking = totals[first + each]! * steps[step + stepAt.takes]! - included;
    // What is positive of a number, without a branch that nobody foresees.
    const beyond = (lacking + Math.abs(lacking)) / 2;
    included = beyond - lacking;
    need[each] = beyond;
    asked += beyond;
    passed[each] = asked - bought;
  }
  return asked;
}

/**
 * The stays of a path, from its last one back: what is billed after each is then known. Gives the greatest Flex of any month if
 * nothing is bought. @rule R10 R12
 */
function staysOfPath(work: Workplace, base: number, before: number): number {
  const { row, terms, closeDays, need, passed, curves } = work;
  const { until, close, whole, amount, amountDays } = curves;
  const { begins, closes, nums, dens, days, serves, falls, openUntil, openClose } = work.flex;
  const kept = amountAt(terms, openClose, wholeCredits(base));
  const keptDays = closeDays && openClose >= 0 ? kept * closeDays[openClose]! : 0;
  let billed = before + kept;
  let billedDays = keptDays;
  let at = work.stays - 1;
  until[at] = noEnd;
  close[at] = -1;
  whole[at] = 0;
  amount[at] = billed;
  if (closeDays) amountDays[at] = billedDays;
  let line = billed;
  let lineFalls = 0;
  let sum = 0;
  let greatest = 0;
  let end = quantityFor(passed[need.length - 1]!);
  for (let each = need.length - 1; each >= row; each--) {
    if (each === openUntil - 1) {
      sum = base;
      billed -= kept;
      billedDays -= keptDays;
    }
    const begin = passed[each]! - need[each]!;
    const last = end;
    end = quantityFor(begin);
    const isServed = serves[each] === 1;
    if (isServed) sum += need[each]!;
    if (last > end && begin < farthest) {
      const still = isServed ? 0 : flexAmount(wholeCredits(sum), nums[each]!, dens[each]!);
      const credits = isServed ? wholeCredits(begin + sum) : 0;
      const next = billed + still + falls[each]! * credits;
      // Where bills go on along one line it is one stay: told without a branch, which nobody would foresee.
      const isSame = Number(next === line) & Number(falls[each] === lineFalls);
      line = next;
      lineFalls = falls[each]!;
      until[at - 1] = last;
      close[at - 1] = isServed ? closes[each]! : -1;
      whole[at - 1] = credits;
      amount[at - 1] = billed + still;
      if (closeDays) amountDays[at - 1] = billedDays + still * days[each]!;
      at -= 1 - isSame;
    }
    if (begins[each] === 0) continue;
    const amountOfMonth = flexAmount(wholeCredits(sum), nums[each]!, dens[each]!);
    billed += amountOfMonth;
    billedDays += amountOfMonth * days[each]!;
    if (sum > greatest) greatest = sum;
    sum = 0;
  }
  work.stays = at;
  return greatest;
}

/** The least whole quantity that is at least so many nanocredits, from 0. */
function quantityFor(nanos: number): number {
  const whole = nanos > 0 ? Math.min(noEnd - 1, wholeCredits(nanos)) : 0;
  return whole * nanosPerCredit < nanos ? whole + 1 : whole;
}

/** What a Flex month is billed; nothing where it does not close within the horizon. @rule R12 R25 */
export function amountAt(terms: PathTerms, close: number, credits: number): number {
  return close < 0 ? 0 : flexAmount(credits, terms.closeNum[close]!, terms.closeDen[close]!);
}
