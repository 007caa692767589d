import { Decimal } from 'decimal.js';
import type { Arithmetic } from './plainEngine.ts';

/** Amounts as nanocredits in big integers. */
export const bigints: Arithmetic<bigint> = {
  zero: 0n,
  fromNanos: (nanos) => nanos,
  toNanos: (amount) => amount,
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  least: (a, b) => (a < b ? a : b),
  exceeds: (a, b) => a > b,
  wholeCredits: (amount) => amount - (amount % 1_000_000_000n),
};

const Exact = Decimal.clone({ precision: 40 });
const nano = new Exact('1e-9');

/** Amounts as credits in decimals. */
export const decimals: Arithmetic<Decimal> = {
  zero: new Exact(0),
  fromNanos: (nanos) => new Exact(nanos.toString()).times(nano),
  toNanos: (amount) => BigInt(amount.dividedBy(nano).toFixed(0)),
  add: (a, b) => a.plus(b),
  subtract: (a, b) => a.minus(b),
  least: (a, b) => (a.lessThan(b) ? a : b),
  exceeds: (a, b) => a.greaterThan(b),
  wholeCredits: (amount) => amount.floor(),
};
