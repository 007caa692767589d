import { assert } from '../base/assert.ts';
import { ratio, roundHalfAway } from '../base/ratio.ts';

/** Credits in nanocredits with the money, in minor units, that they stand for. */
export interface Value {
  readonly credits: bigint;
  readonly money: bigint;
}

/** Credits that are owed, one grant or one prepaid lot, and the revenue that is deferred until they are used. */
export interface DeferredLot {
  /** The grant's local date, or the id of the purchase. */
  readonly id: string;
  readonly pool: 'included' | 'prepaid';
  readonly account: string;
  /** What is left. */
  credits: bigint;
  money: bigint;
  /** What the money left is a share of. */
  basis: Value;
}

/** A lot with all of its credits. */
export function deferredLot(lot: Pick<DeferredLot, 'id' | 'pool' | 'account'>, { credits, money }: Value): DeferredLot {
  return { ...lot, credits, money, basis: { credits, money } };
}

/**
 * Takes credits from a lot, with the money that they stand for: the money left is always the share of the credits left, rounded
 * once half away from zero, so that the parts of a lot add up to it however it is drawn.
 */
export function release(lot: DeferredLot, credits: bigint): Value {
  assert(credits >= 0n && credits <= lot.credits, 'a lot gives no more than it has');
  const left = lot.credits - credits;
  const { basis } = lot;
  const moneyLeft = left === 0n ? 0n : roundHalfAway(ratio(basis.money * left, basis.credits));
  const money = lot.money - moneyLeft;
  lot.credits = left;
  lot.money = moneyLeft;
  return { credits, money };
}

/** Adds credits that nobody paid for: the money left is now spread over more of them. @rule R26 */
export function extend(lot: DeferredLot, credits: bigint): void {
  lot.credits += credits;
  lot.basis = { credits: lot.credits, money: lot.money };
}
