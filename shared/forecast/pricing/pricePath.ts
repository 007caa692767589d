import { maximumNanos, nanosPerCredit, wholeCredits } from '../../base/credits.ts';
import { pathFault, type PathColumns } from '../pathColumns.ts';
import { flexAmount } from './flexAmount.ts';
import type { PathTerms } from './pathTerms.ts';

/**
 * Prices one path: `demand` by slot in nanocredits, the usage that is the same on every path included. Writes its row of `out`,
 * which is fresh. Draws of a segment follow from its total demand: included, prepaid, Flex up to the cap's room, blocked. Equal
 * to the engine's run on the same demand. @rule R4 R11 R12 R13 R16 R21
 */
export function pricePath(terms: PathTerms, demand: Float64Array, out: PathColumns, path: number): void {
  const { segments, months, opening, monthBase, segmentFirstSlot, segmentMonth, plan, flexLimit } = terms;
  const { lapses, includedAdd, includedNeed, prepaidAdd, prepaidNeed, closes, capWindows, cycles } = terms;
  const { segmentWhole, closeMonth } = terms;
  const { monthAmount, monthFlex, monthBlocked } = out;
  const cell = path * months;
  let { included, prepaid, flex, capUsed } = opening;
  let asked = 0;
  let greatest = 0;
  for (let month = 0; month < months; month++) monthAmount[cell + month] = monthBase[month]!;
  for (let row = 0; ; row++) {
    if (lapses[row] === 1) included = 0;
    if (included < includedNeed[row]! || prepaid < prepaidNeed[row]!) {
      out.fault[path] = pathFault.belowZero;
      return;
    }
    included += includedAdd[row]!;
    prepaid += prepaidAdd[row]!;
    if (prepaid > greatest) greatest = prepaid;
    if (closes[row] === 1) {
      if (flex >= nanosPerCredit) monthAmount[cell + closeMonth[row]!]! += billed(terms, row, flex);
      flex = 0;
    }
    if (capWindows[row] === 1) capUsed = 0;
    if (cycles[row] === 1) asked = 0;
    if (row === segments) break;

    const wanted = sumSlots(demand, segmentFirstSlot[row]!, segmentFirstSlot[row + 1]!);
    if (wanted === 0) continue;
    const month = cell + segmentMonth[row]!;
    if (plan[row]! < 0) {
      monthBlocked[month]! += wanted;
      continue;
    }
    asked += wanted;
    if (asked > greatest) greatest = asked;
    if (wanted < included) {
      included -= wanted;
      continue;
    }
    const room = Math.max(0, flexLimit[row]! - capUsed);
    if (segmentWhole[row] === 1 && wanted > included + prepaid + room) {
      monthBlocked[month]! += wanted;
      continue;
    }
    if (included > 0 && Number.isNaN(out.includedOut[path]!)) {
      out.includedOut[path] = dayReached(terms, demand, row, included);
    }
    const beyond = wanted - included;
    if (prepaid > 0 && beyond >= prepaid && Number.isNaN(out.prepaidOut[path]!)) {
      out.prepaidOut[path] = dayReached(terms, demand, row, included + prepaid);
    }
    included = 0;
    if (beyond < prepaid) {
      prepaid -= beyond;
      continue;
    }
    const unserved = beyond - prepaid;
    prepaid = 0;
    const drawn = unserved < room ? unserved : room;
    flex += drawn;
    capUsed += drawn;
    if (capUsed > greatest) greatest = capUsed;
    if (flex > greatest) greatest = flex;
    monthFlex[month]! += drawn;
    monthBlocked[month]! += unserved - drawn;
  }
  settle(out, path, greatest);
}

/** Sums up the months of a path, and marks it where an amount has left the range in which it is exact. */
function settle(out: PathColumns, path: number, greatestBalance: number): void {
  const { months, monthAmount, monthFlex, monthBlocked } = out;
  let total = 0;
  let greatest = greatestBalance;
  for (let month = path * months; month < (path + 1) * months; month++) {
    total += monthAmount[month]!;
    if (monthFlex[month]! > greatest) greatest = monthFlex[month]!;
    if (monthBlocked[month]! > greatest) greatest = monthBlocked[month]!;
  }
  out.total[path] = total;
  if (!(greatest <= maximumNanos && total <= Number.MAX_SAFE_INTEGER)) out.fault[path] = pathFault.beyondRange;
}

/** Demand of slots `[from, until)`. Two sums side by side: whole numbers add up alike in any order, and faster. */
function sumSlots(demand: Float64Array, from: number, until: number): number {
  let even = 0;
  let odd = 0;
  let slot = from;
  for (; slot + 1 < until; slot += 2) {
    even += demand[slot]!;
    odd += demand[slot + 1]!;
  }
  return slot < until ? even + odd + demand[slot]! : even + odd;
}

/** The local day on which a segment's demand comes to an amount. */
function dayReached(terms: PathTerms, demand: Float64Array, segment: number, amount: number): number {
  const { slotDay, segmentFirstSlot } = terms;
  let slot = segmentFirstSlot[segment]!;
  for (let left = amount - demand[slot]!; left > 0; left -= demand[slot]!) slot += 1;
  return slotDay[slot]!;
}

/** What the Flex month that closes before a segment is billed. @rule R12 R24 */
function billed({ closeNum, closeDen }: PathTerms, row: number, flex: number): number {
  return flexAmount(wholeCredits(flex), closeNum[row]!, closeDen[row]!);
}
