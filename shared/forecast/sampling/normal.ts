import { assert } from '../../base/assert.ts';
import { exponential } from './exponential.ts';
import { logarithm, squareRoot } from './logarithm.ts';

const rootTwoPi = 2.5066282746310007;

/** The standard normal density. */
export function normalDensity(z: number): number {
  return exponential((-z * z) / 2) / rootTwoPi;
}

/**
 * How likely a standard normal number exceeds z, with full relative precision in the far tail: a series near the middle, a
 * continued fraction beyond. IEEE additions, multiplications and divisions alone. `z` may be infinite.
 */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  if (z > 38.5) return 0;
  return z < 2.5 ? 0.5 - normalDensity(z) * oddSeries(z) : normalDensity(z) * millsRatio(z);
}

/** z + z³/3 + z⁵/15 + …: the part from 0 to z over the density. */
function oddSeries(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; term > sum * 1e-17; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return sum;
}

/** Tail over density: 1 / (z + 1 / (z + 2 / (z + …))). */
function millsRatio(z: number): number {
  let fraction = z;
  for (let level = 48; level >= 1; level--) fraction = z + level / fraction;
  return 1 / fraction;
}

/** The number that a standard normal one stays below with the given chance in [0, 1]. */
export function normalQuantile(chance: number): number {
  assert(chance >= 0 && chance <= 1, 'a chance lies in [0, 1]');
  if (chance === 0) return -Infinity;
  if (chance === 1) return Infinity;
  return chance <= 0.5 ? -upperQuantile(chance) : upperQuantile(1 - chance);
}

/** The number that is exceeded with a chance of at most a half: a rational guess, then Halley's steps. */
function upperQuantile(tail: number): number {
  const t = squareRoot(-2 * logarithm(tail));
  let z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (let step = 0; step < 3; step++) {
    const error = (normalTail(z) - tail) / normalDensity(z);
    z += error / (1 - (z * error) / 2);
  }
  return z;
}

/** A number with how likely a standard normal one lies beyond it, on its own side of 0. */
export interface Tailed {
  readonly z: number;
  readonly tail: number;
}

/** A number with its tail: what two neighbouring intervals share need not be computed twice. */
export function tailedAt(z: number): Tailed {
  return { z, tail: normalTail(Math.abs(z)) };
}

/** How likely a standard normal number lies between two others, `low` ≤ `high`, without losing precision in the tails. */
export function normalBetween(low: Tailed, high: Tailed): number {
  if (low.z >= 0) return low.tail - high.tail;
  if (high.z <= 0) return high.tail - low.tail;
  return 1 - low.tail - high.tail;
}
