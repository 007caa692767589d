import { describe, expect, it } from 'vitest';
import { prng, splitMix64, xoshiro128 } from '../../../../shared/base/prng.ts';

describe('prng', () => {
  it('is xoshiro128**: from state 1, 2, 3, 4 it gives what the reference gives', () => {
    const random = xoshiro128([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, () => random.next())).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it('fills its state by SplitMix64, as the reference does', () => {
    const mix = splitMix64(1477776061723855037n);
    expect([mix(), mix(), mix(), mix(), mix()]).toEqual([
      1985237415132408290n,
      2979275885539914483n,
      13511426838097143398n,
      8488337342461049707n,
      15141737807933549159n,
    ]);
  });

  it('gives the same numbers for the same seed, and others for another', () => {
    const numbers = (seed: number) => {
      const random = prng(seed);
      return Array.from({ length: 8 }, () => random.below(1_000_000));
    };
    expect(numbers(0)).toEqual(numbers(0));
    expect(numbers(1)).not.toEqual(numbers(0));
    expect(numbers(2 ** 32)).not.toEqual(numbers(0));
  });

  it('stays below its bound, reaches every number, and favours none', () => {
    const random = prng(7);
    const counts = [0, 0, 0, 0, 0, 0];
    for (let draw = 0; draw < 60_000; draw++) counts[random.below(6)]! += 1;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
    expect(random.below(1)).toBe(0);
    const far = Array.from({ length: 200 }, () => random.below(2 ** 53));
    expect(Math.max(...far)).toBeGreaterThan(2 ** 52);
  });

  it('refuses what is no seed and no bound', () => {
    expect(() => prng(-1)).toThrow('seed');
    expect(() => prng(0.5)).toThrow('seed');
    expect(() => prng(1).below(0)).toThrow('bound');
    expect(() => xoshiro128([0, 0, 0, 0])).toThrow('zeros');
  });
});
