import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compareRatios,
  divide,
  floorRatio,
  multiply,
  ratio,
  roundHalfAway,
  roundHalfEven,
} from '../../../../shared/base/ratio.ts';

describe('a ratio', () => {
  it('is kept in lowest terms with a positive denominator', () => {
    expect(ratio(6n, -4n)).toEqual({ num: -3n, den: 2n });
    expect(ratio(0n, 7n)).toEqual({ num: 0n, den: 1n });
    expect(() => ratio(1n, 0n)).toThrow('broken invariant');
  });

  it('rounds down, half-even and half away from zero as the rules say', () => {
    expect(floorRatio(ratio(777n, 10n))).toBe(77n);
    expect(floorRatio(ratio(-1n, 2n))).toBe(-1n);
    expect([1n, 3n, 5n, -1n, -3n].map((halves) => roundHalfEven(ratio(halves, 2n)))).toEqual([0n, 2n, 2n, 0n, -2n]);
    expect([1n, 3n, -1n, -3n].map((halves) => roundHalfAway(ratio(halves, 2n)))).toEqual([1n, 2n, -1n, -2n]);
  });

  it('computes without loss', () => {
    const third = ratio(1n, 3n);
    expect(multiply(third, ratio(3n))).toEqual(ratio(1n));
    expect(divide(ratio(2n), third)).toEqual(ratio(6n));
    expect(add(third, ratio(1n, 6n))).toEqual(ratio(1n, 2n));
    expect(compareRatios(third, ratio(333_333_333n, 1_000_000_000n))).toBe(1);
  });

  it('never rounds by more than a half', () => {
    const part = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
    fc.assert(
      fc.property(part, fc.bigInt({ min: 1n, max: 10n ** 10n }), (num, den) => {
        const value = ratio(num, den);
        for (const rounded of [roundHalfEven(value), roundHalfAway(value)]) {
          const twice = 2n * (rounded * value.den - value.num);
          expect(twice <= value.den && -twice <= value.den).toBe(true);
        }
      }),
    );
  });
});
