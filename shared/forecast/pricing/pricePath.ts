import { maximumNanos, nanosPerCredit } from '../../base/credits.ts';
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
  const { monthAmount, monthFlex, monthBlocked } = out;
  const cell = path * months;
  let { included, prepaid, flex, capUsed } = opening;
  let asked = 0;
  let greatest = 0;
  for (let month = 0; month < months; month++) monthAmount[cell + month] = monthBase[month]!;
  for (let row = 0; ; row++) {
    if (terms.lapses[row] === 1) included = 0;
    if (included < terms.includedNeed[row]! || prepaid < terms.prepaidNeed[row]!) {
      out.fault[path] = pathFault.belowZero;
      return;
    }
    included += terms.includedAdd[row]!;
    prepaid += terms.prepaidAdd[row]!;
    if (prepaid > greatest) greatest = prepaid;
    if (terms.closes[row] === 1) {
      if (flex >= nanosPerCredit) {
        const amount = flexAmount(wholeCredits(flex), terms.closeNum[row]!, terms.closeDen[row]!);
        monthAmount[cell + terms.closeMonth[row]!]! += amount;
      }
      flex = 0;
    }
    if (terms.capWindows[row] === 1) capUsed = 0;
    if (terms.cycles[row] === 1) asked = 0;
    if (row === segments) break;

    const from = segmentFirstSlot[row]!;
    const until = segmentFirstSlot[row + 1]!;
    let wanted = 0;
    for (let slot = from; slot < until; slot++) wanted += demand[slot]!;
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
    if (included > 0 && Number.isNaN(out.includedOut[path]!)) {
      out.includedOut[path] = dayReached(terms, demand, from, included);
    }
    const beyond = wanted - included;
    if (prepaid > 0 && beyond >= prepaid && Number.isNaN(out.prepaidOut[path]!)) {
      out.prepaidOut[path] = dayReached(terms, demand, from, included + prepaid);
    }
    included = 0;
    if (beyond < prepaid) {
      prepaid -= beyond;
      continue;
    }
    const unserved = beyond - prepaid;
    prepaid = 0;
    const room = Math.max(0, flexLimit[row]! - capUsed);
    const drawn = unserved < room ? unserved : room;
    flex += drawn;
    capUsed += drawn;
    greatest = Math.max(greatest, capUsed, flex);
    monthFlex[month]! += drawn;
    monthBlocked[month]! += unserved - drawn;
  }
  let total = 0;
  for (let month = cell; month < cell + months; month++) {
    total += monthAmount[month]!;
    const most = Math.max(monthFlex[month]!, monthBlocked[month]!);
    if (most > greatest) greatest = most;
  }
  out.total[path] = total;
  if (!(greatest <= maximumNanos && total <= Number.MAX_SAFE_INTEGER)) out.fault[path] = pathFault.beyondRange;
}

/** The local day on which demand since a slot comes to an amount. */
function dayReached({ slotDay }: PathTerms, demand: Float64Array, from: number, amount: number): number {
  let slot = from;
  for (let left = amount - demand[slot]!; left > 0; left -= demand[slot]!) slot += 1;
  return slotDay[slot]!;
}

/** Whole credits of nanocredits: the division itself rounds, and may give one too many. @rule R12 */
function wholeCredits(nanos: number): number {
  const credits = Math.floor(nanos / nanosPerCredit);
  return credits * nanosPerCredit > nanos ? credits - 1 : credits;
}
