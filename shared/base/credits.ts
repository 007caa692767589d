import { assert } from './assert.ts';
import { formatScaled } from './decimal.ts';
import { ratio, roundHalfEven, type Ratio } from './ratio.ts';

/** Nanocredits in one credit: the quantum of every balance. */
export const nanosPerCredit = 1_000_000_000;

/** The greatest amount, in nanocredits, that the hot loop may hold exactly (2^53 - 1): 9,007,199.254740991 credits. */
export const maximumNanos = Number.MAX_SAFE_INTEGER;

/** Nanocredits of an exact number of credits, or null where it has more than nine decimals. */
export function exactNanos(credits: Ratio): bigint | null {
  const quanta = BigInt(nanosPerCredit);
  return quanta % credits.den === 0n ? credits.num * (quanta / credits.den) : null;
}

/** Nanocredits of an exact number of credits, rounded half-even once. @rule R18 */
export function roundToNanos(credits: Ratio): bigint {
  return roundHalfEven(ratio(credits.num * BigInt(nanosPerCredit), credits.den));
}

/** The exact number of credits that some nanocredits are. */
export function creditsOf(nanos: bigint | number): Ratio {
  return ratio(BigInt(nanos), BigInt(nanosPerCredit));
}

/** Plain decimal text in credits: at most nine decimals, no trailing zeros. Units in: nanocredits. */
export function formatCredits(nanos: bigint | number): string {
  if (typeof nanos === 'bigint') return formatScaled(nanos, 9);
  assert(Number.isSafeInteger(nanos), 'nanocredits are whole and exact');
  // The remainder of whole numbers is exact, and so is the quotient of what is left: no need for big integers here.
  const rest = nanos % nanosPerCredit;
  const whole = (nanos - rest) / nanosPerCredit;
  if (rest === 0) return whole.toString();
  const sign = nanos < 0 ? '-' : '';
  const decimals = Math.abs(rest).toString().padStart(9, '0').replace(/0+$/, '');
  return `${sign}${Math.abs(whole)}.${decimals}`;
}

/** The whole credits of nanocredits, rounded down. Units in: nanocredits from 0, below 2^53. @rule R12 */
export function wholeCredits(nanos: number): number {
  const credits = Math.floor(nanos / nanosPerCredit);
  // The division itself rounds, and may come to one credit too many.
  return credits * nanosPerCredit > nanos ? credits - 1 : credits;
}
