import { assert } from './assert.ts';

/** Pseudo-random numbers that are the same on every machine for the same seed. */
export interface Prng {
  /** The next whole number in [0, 2^32). */
  next(): number;
  /** A whole number in [0, bound), every one as likely as the others. `bound` is in [1, 2^53]. */
  below(bound: number): number;
}

/** The greatest seed: seeds are whole numbers from 0. */
export const maximumSeed = Number.MAX_SAFE_INTEGER;

/** xoshiro128** by Blackman and Vigna, its state filled from the seed by SplitMix64, as its authors advise. */
export function prng(seed: number): Prng {
  assert(Number.isSafeInteger(seed) && seed >= 0, 'a seed is a whole number from 0');
  const mix = splitMix64(BigInt(seed));
  const [low, high] = [mix(), mix()];
  return xoshiro128([Number(low & word), Number(low >> 32n), Number(high & word), Number(high >> 32n)]);
}

/** xoshiro128** from a state of four words in [0, 2^32), not all of them 0. */
export function xoshiro128(state: readonly [number, number, number, number]): Prng {
  assert(
    state.some((part) => part !== 0),
    'a state of zeros gives zeros alone',
  );
  let [a, b, c, d] = state;

  function next(): number {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  }

  return { next, below: (bound) => below(next, bound) };
}

/** SplitMix64 by Vigna: 64-bit words that spread a seed over a state. */
export function splitMix64(seed: bigint): () => bigint {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b97f4a7c15n) & long;
    let mixed = state;
    mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n) & long;
    mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & long;
    return mixed ^ (mixed >> 31n);
  };
}

const word = 0xffffffffn;
const long = 0xffffffffffffffffn;
const twoTo53 = 2 ** 53;

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

/** What is left over above a whole multiple of the bound is drawn again: no number is favoured. */
function below(next: () => number, bound: number): number {
  assert(Number.isInteger(bound) && bound >= 1 && bound <= twoTo53, 'a bound is a whole number in [1, 2^53]');
  const fair = twoTo53 - (twoTo53 % bound);
  for (;;) {
    const drawn = (next() >>> 11) * 2 ** 32 + next();
    if (drawn < fair) return drawn % bound;
  }
}
