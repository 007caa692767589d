import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratio, roundHalfEven } from '../../../../shared/base/ratio.ts';
import { roundToMillionths } from '../../../../shared/demand/millionths.ts';

/** The exact value of a binary fraction: doubling it until it is whole loses nothing. */
function exact(value: number) {
  let whole = value;
  let power = 0n;
  while (!Number.isInteger(whole)) {
    whole *= 2;
    power += 1n;
  }
  return ratio(BigInt(whole), 2n ** power);
}

describe('millionths of a quantity', () => {
  it.each([
    [0, 0],
    [1000, 1_000_000_000],
    [0.1, 100_000],
    [1 / 3, 333_333],
    [2 / 3, 666_667],
    // Exact halves go to the even side: 2^-7 = 0.0078125 is 7812.5 millionths, 3·2^-7 is 23437.5.
    [2 ** -7, 7812],
    [3 * 2 ** -7, 23438],
    // Near halves are decided by the binary value: 0.0000005 lies just below, 1.0000005 just above.
    [0.0000005, 0],
    [1.0000005, 1_000_001],
    [1.0000015, 1_000_001],
  ])('of %d are %d', (value, millionths) => {
    expect(roundToMillionths(value)).toBe(
      Number(roundHalfEven(ratio(exact(value).num * 1_000_000n, exact(value).den))),
    );
    expect(roundToMillionths(value)).toBe(millionths);
  });

  it('are those of the exact binary value, half-even', () => {
    const value = fc.oneof(
      fc.double({ min: 0, max: 1e9, noNaN: true, noDefaultInfinity: true }),
      fc.integer({ min: 0, max: 10_000_000 }).map((n) => n / 128),
      fc.integer({ min: 0, max: 1_000_000_000 }).map((n) => (n + 0.5) / 1e6),
    );
    fc.assert(
      fc.property(value, (quantity) => {
        const { num, den } = exact(quantity);
        expect(roundToMillionths(quantity)).toBe(Number(roundHalfEven(ratio(num * 1_000_000n, den))));
      }),
      { numRuns: 2000 },
    );
  });
});
