import { nanosPerCredit, wholeCredits } from '../../base/credits.ts';
import type { PathColumns } from '../pathColumns.ts';
import { dayReached } from './dayReached.ts';
import { flexAmount } from './flexAmount.ts';
import type { PathTerms } from './pathTerms.ts';

/**
 * Places in the balances of a path, in nanocredits: what is left in each pool, Flex of the open month and of the cap's window,
 * and the greatest amount that there was.
 */
export const balance = { included: 0, prepaid: 1, flex: 2, capUsed: 3, greatest: 4 } as const;

/** Enters the balances of a path at the horizon's start. @rule R27 */
export function openBalances({ opening }: PathTerms, balances: Float64Array): void {
  const { included, prepaid, flex, capUsed } = opening;
  balances[balance.included] = included;
  balances[balance.prepaid] = prepaid;
  balances[balance.flex] = flex;
  balances[balance.capUsed] = capUsed;
  balances[balance.greatest] = Math.max(prepaid, flex, capUsed);
}

/** One path's demand: nanocredits by segment from `first`, and by slot where the days of running out are asked for. */
export interface PathDemand {
  totals: Float64Array;
  first: number;
  slots: Float64Array | null;
}

/**
 * Draws the segments `[from, until)` of a path with what happens before each, and what happens at the horizon's end where that
 * is `until` + 1. Reads and writes `balances`, and adds to the path's row of `out`. False where an adjustment finds too few
 * credits. @rule R4 R11 R12 R13 R16 R21 R26
 */
export function drawSegments(
  terms: PathTerms,
  { totals, first, slots }: PathDemand,
  balances: Float64Array,
  out: PathColumns,
  path: number,
  from: number,
  until: number,
): boolean {
  const { segments, segmentMonth, segmentWhole, plan, flexLimit } = terms;
  const { lapses, includedAdd, includedNeed, prepaidAdd, prepaidNeed, closes, closeMonth, capWindows } = terms;
  const { monthAmount, monthFlex, monthBlocked } = out;
  const cell = path * out.months;
  let included = balances[balance.included]!;
  let prepaid = balances[balance.prepaid]!;
  let flex = balances[balance.flex]!;
  let capUsed = balances[balance.capUsed]!;
  let greatest = balances[balance.greatest]!;
  for (let row = from; row < until; row++) {
    if (lapses[row] === 1) included = 0;
    if (included < includedNeed[row]! || prepaid < prepaidNeed[row]!) return false;
    included += includedAdd[row]!;
    prepaid += prepaidAdd[row]!;
    if (closes[row] === 1) {
      if (flex >= nanosPerCredit) monthAmount[cell + closeMonth[row]!]! += billed(terms, row, flex);
      flex = 0;
    }
    if (capWindows[row] === 1) capUsed = 0;
    const wanted = row < segments ? totals[first + row]! : 0;
    if (prepaid > greatest) greatest = prepaid;
    if (wanted > greatest) greatest = wanted;
    if (wanted === 0) continue;
    const month = cell + segmentMonth[row]!;
    if (plan[row]! < 0) {
      greatest = Math.max(greatest, (monthBlocked[month]! += wanted));
      continue;
    }
    if (wanted < included) {
      included -= wanted;
      continue;
    }
    const room = Math.max(0, flexLimit[row]! - capUsed);
    if (segmentWhole[row] === 1 && wanted > included + prepaid + room) {
      greatest = Math.max(greatest, (monthBlocked[month]! += wanted));
      continue;
    }
    const beyond = wanted - included;
    if (slots !== null) noteOuts(terms, slots, out, path, row, included, prepaid, beyond);
    included = 0;
    const unserved = beyond - prepaid;
    if (unserved < 0) {
      prepaid -= beyond;
      continue;
    }
    prepaid = 0;
    const drawn = unserved < room ? unserved : room;
    flex += drawn;
    capUsed += drawn;
    if (capUsed > greatest || flex > greatest) greatest = Math.max(capUsed, flex);
    const served = (monthFlex[month]! += drawn);
    if (served > greatest) greatest = served;
    // Columns are fresh: where nothing is blocked, they are not even touched.
    if (drawn < unserved) greatest = Math.max(greatest, (monthBlocked[month]! += unserved - drawn));
  }
  balances[balance.included] = included;
  balances[balance.prepaid] = prepaid;
  balances[balance.flex] = flex;
  balances[balance.capUsed] = capUsed;
  balances[balance.greatest] = greatest;
  return true;
}

/** What the Flex month that closes before a segment is billed. @rule R12 R24 */
function billed({ closeNum, closeDen }: PathTerms, row: number, flex: number): number {
  return flexAmount(wholeCredits(flex), closeNum[row]!, closeDen[row]!);
}

/** Notes the days on which a segment whose demand passes the included credits first emptied a pool. */
function noteOuts(
  terms: PathTerms,
  demand: Float64Array,
  out: PathColumns,
  path: number,
  segment: number,
  included: number,
  prepaid: number,
  beyond: number,
): void {
  if (included > 0 && Number.isNaN(out.includedOut[path]!)) {
    out.includedOut[path] = dayReached(terms, demand, segment, included);
  }
  if (prepaid > 0 && beyond >= prepaid && Number.isNaN(out.prepaidOut[path]!)) {
    out.prepaidOut[path] = dayReached(terms, demand, segment, included + prepaid);
  }
}
