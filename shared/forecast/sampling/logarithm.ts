import { assert } from '../../base/assert.ts';

const log2 = 0.6931471805599453;
const rootHalf = 0.7071067811865476;

/** The natural logarithm, by IEEE additions, multiplications and divisions alone. Invariant: x is finite and above 0. */
export function logarithm(x: number): number {
  assert(x > 0 && x < Infinity, 'a logarithm is that of a positive number');
  let mantissa = x;
  let doublings = 0;
  for (; mantissa < rootHalf; doublings--) mantissa *= 2;
  for (; mantissa >= 2 * rootHalf; doublings++) mantissa /= 2;
  const ratio = (mantissa - 1) / (mantissa + 1);
  const square = ratio * ratio;
  let sum = 0;
  for (let odd = 25; odd >= 1; odd -= 2) sum = sum * square + 1 / odd;
  return doublings * log2 + 2 * ratio * sum;
}

/** The square root by Newton's steps, with IEEE operations alone. Invariant: x is finite and not negative. */
export function squareRoot(x: number): number {
  assert(x >= 0 && x < Infinity, 'a root is that of a number from 0');
  if (x === 0) return 0;
  let root = x > 1 ? x : 1;
  for (;;) {
    const next = (root + x / root) / 2;
    if (next >= root) return root;
    root = next;
  }
}
