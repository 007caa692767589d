import { assert } from '../base/assert.ts';
import { nanosPerCredit } from '../base/credits.ts';
import { ratio, type Ratio } from '../base/ratio.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Program } from '../engine/program.ts';
import type { PathTerms } from '../forecast/pricing/pathTerms.ts';

/** A price from a quantity on, for the whole quantity. `from` in nanocredits; `num` ÷ `den` minor units a whole credit. @rule R8 */
export interface PriceTier {
  readonly from: number;
  readonly unitPrice: Ratio;
  readonly num: number;
  readonly den: number;
}

/** A date on which prepaid credits are to be bought: before which segment, in which month, and at which prices. */
export interface Purchase {
  /** Milliseconds UTC. */
  readonly at: number;
  readonly row: number;
  readonly month: number;
  /** Ascending. */
  readonly tiers: readonly PriceTier[];
}

/** What stands in the way of the closed form, so that each quantity is priced by itself. */
export type Obstacle = 'tranches' | 'later-lot' | 'cap' | 'whole-event';

/** A scenario in which prepaid credits are to be bought: the terms of its paths, and when. */
export interface PlanTerms {
  readonly terms: PathTerms;
  /** Ascending by time, at least one: equal parts of the quantity. */
  readonly purchases: readonly Purchase[];
  readonly obstacle: Obstacle | null;
}

/** Why nothing can be planned. */
export type PlanRefusal =
  | { readonly code: 'no-prepaid-price'; readonly at: number; readonly plan: string | null }
  | { readonly code: 'outside-horizon'; readonly at: number }
  | { readonly code: 'price-digits'; readonly unitPrice: Ratio };

/**
 * The terms of a plan. `terms` are those of the program's paths, cut at each of `dates` (milliseconds UTC, ascending, at least
 * one). Prices are those of the plan that runs when the day's other actions are done. @rule R3 R8
 */
export function planTerms(
  program: Program,
  terms: PathTerms,
  dates: readonly number[],
): Result<PlanTerms, PlanRefusal> {
  assert(dates.length > 0, 'a plan has a date');
  const purchases: Purchase[] = [];
  for (const at of dates) {
    const found = purchaseAt(program, terms, at);
    if (!found.ok) return found;
    purchases.push(found.value);
  }
  return ok({ terms, purchases, obstacle: obstacleOf(terms, purchases) });
}

function purchaseAt(program: Program, terms: PathTerms, at: number): Result<Purchase, PlanRefusal> {
  if (at < program.start || at >= program.end) return err({ code: 'outside-horizon', at });
  let row = 0;
  while (terms.slotFrom[terms.segmentFirstSlot[row]!]! < at) row += 1;
  assert(terms.slotFrom[terms.segmentFirstSlot[row]!] === at, 'a segment begins at the date');
  const plan = program.plans[terms.plan[row]!];
  if (!plan || plan.prepaidPrices.length === 0) return err({ code: 'no-prepaid-price', at, plan: plan?.id ?? null });
  const tiers = plan.prepaidPrices.map(({ from, unitPrice }) => ({ from, unitPrice, ...inMinor(unitPrice, program) }));
  const unsafe = tiers.find(({ num, den }) => !Number.isSafeInteger(num) || !Number.isSafeInteger(den));
  if (unsafe) return err({ code: 'price-digits', unitPrice: unsafe.unitPrice });
  return ok({ at, row, month: terms.segmentMonth[row]!, tiers });
}

function inMinor({ num, den }: Ratio, { minorDigits }: Program): { num: number; den: number } {
  const price = ratio(num * 10n ** BigInt(minorDigits), den);
  return { num: Number(price.num), den: Number(price.den) };
}

/** Why the need after the date does not say alone what a quantity comes to; null: it does. */
function obstacleOf(terms: PathTerms, purchases: readonly Purchase[]): Obstacle | null {
  if (purchases.length > 1) return 'tranches';
  for (let row = purchases[0]!.row; row <= terms.segments; row++) {
    const isLater = row > purchases[0]!.row;
    if ((isLater && terms.prepaidAdd[row] !== 0) || terms.prepaidNeed[row]! > 0) return 'later-lot';
    if (row === terms.segments) break;
    if (terms.flexLimit[row]! > 0 && terms.flexLimit[row]! < Infinity) return 'cap';
    if (terms.segmentWhole[row] === 1) return 'whole-event';
  }
  return null;
}

/** The part of a quantity that is bought on each date, in nanocredits: equal, but for single quanta. */
export function partsOf({ purchases }: PlanTerms, quantity: number): number[] {
  const nanos = quantity * nanosPerCredit;
  const count = purchases.length;
  const rest = nanos % count;
  return purchases.map((_, index) => (nanos - rest) / count + (index < rest ? 1 : 0));
}
