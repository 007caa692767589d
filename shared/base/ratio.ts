import { assert } from './assert.ts';

/** An exact rational number: `num / den`, in lowest terms, `den > 0`. Prices, rates, and amounts before their one rounding. */
export interface Ratio {
  readonly num: bigint;
  readonly den: bigint;
}

/** num ÷ den in lowest terms. Invariant: den is not 0. */
export function ratio(num: bigint, den: bigint = 1n): Ratio {
  assert(den !== 0n, 'a ratio has a denominator other than 0');
  const sign = den < 0n ? -1n : 1n;
  const divisor = gcd(num < 0n ? -num : num, den * sign);
  return { num: (num * sign) / divisor, den: (den * sign) / divisor };
}

export const zeroRatio: Ratio = { num: 0n, den: 1n };

export function multiply(a: Ratio, b: Ratio): Ratio {
  return ratio(a.num * b.num, a.den * b.den);
}

/** a ÷ b. Invariant: b is not 0. */
export function divide(a: Ratio, b: Ratio): Ratio {
  return ratio(a.num * b.den, a.den * b.num);
}

export function add(a: Ratio, b: Ratio): Ratio {
  return ratio(a.num * b.den + b.num * a.den, a.den * b.den);
}

/** -1, 0 or 1 as a is below, equal to or above b. */
export function compareRatios(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const left = a.num * b.den;
  const right = b.num * a.den;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The greatest integer not above the value. @rule R12 R13 */
export function floorRatio({ num, den }: Ratio): bigint {
  const quotient = num / den;
  return num < 0n && quotient * den !== num ? quotient - 1n : quotient;
}

/** The nearest integer, a tie going to the even one. @rule R18 */
export function roundHalfEven(value: Ratio): bigint {
  const floor = floorRatio(value);
  const twice = 2n * (value.num - floor * value.den);
  if (twice === value.den) return floor % 2n === 0n ? floor : floor + 1n;
  return twice > value.den ? floor + 1n : floor;
}

/** The nearest integer, a tie going away from zero. @rule R24 */
export function roundHalfAway({ num, den }: Ratio): bigint {
  const size = num < 0n ? -num : num;
  const rounded = (2n * size + den) / (2n * den);
  return num < 0n ? -rounded : rounded;
}

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}
