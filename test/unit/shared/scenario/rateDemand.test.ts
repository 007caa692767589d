import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratio, roundHalfEven, type Ratio } from '../../../../shared/base/ratio.ts';
import { nanosOf, ratePrice } from '../../../../shared/scenario/rateDemand.ts';

const price = (creditsPerUnit: Ratio, minimum = ratio(0n), plus = ratio(0n)) =>
  ratePrice({ creditsPerUnit, minimum, plus });
const tenth = ratio(1n, 10n);

describe('the demand of a quantity', () => {
  it.each([
    ['81 ms are charged as the minimum of 100 ms', price(ratio(1n, 500n), tenth), 81, 3, 1, 200_000],
    ['1,106 ms are above it', price(ratio(1n, 500n), tenth), 1106, 3, 1, 2_212_000],
    ['1,054 ms remote are 100 ms longer', price(ratio(1n, 500n), undefined, tenth), 1054, 3, 1, 2_308_000],
    ['95 minutes at 30 a credit', price(ratio(1n, 30n)), 95, 0, 1, 3_166_666_667],
    ['a free meter', price(ratio(0n)), 100_000, 0, 1, 0],
    ['the minimum counts once per call', price(ratio(1n), ratio(1n)), 2, 0, 5, 5_000_000_000],
    ['plus counts once per call', price(ratio(1n), undefined, ratio(1n)), 2, 0, 5, 7_000_000_000],
    ['neither applies to quantity 0', price(ratio(1n), ratio(1n), ratio(1n)), 0, 0, 5, 0],
    ['neither applies to a demand model', price(ratio(1n), ratio(5n), ratio(5n)), 2, 0, 0, 2_000_000_000],
    ['half a nanocredit goes to the even one', price(ratio(1n, 2_000_000_000n)), 1, 0, 1, 0],
    ['one and a half too', price(ratio(1n, 2_000_000_000n)), 3, 0, 1, 2],
  ])('%s', (_, rate, mantissa, scale, calls, nanos) => {
    expect(nanosOf(rate, mantissa, scale, calls)).toBe(nanos);
  });

  it('that reaches 2^53 nanocredits is told', () => {
    expect(nanosOf(price(ratio(1n)), 9_007_199, 0, 1)).toBe(9_007_199_000_000_000);
    expect(nanosOf(price(ratio(1n)), 9_007_200, 0, 1)).toBeNaN();
  });

  it('is the exact value rounded half-even once', () => {
    const parts = fc.record({
      num: fc.bigInt({ min: 0n, max: 10n ** 12n }),
      den: fc.bigInt({ min: 1n, max: 10n ** 12n }),
      mantissa: fc.oneof(fc.nat(1000), fc.maxSafeNat()),
      scale: fc.nat(9),
      calls: fc.integer({ min: 1, max: 1000 }),
      minimum: fc.nat(3000),
      plus: fc.nat(3000),
    });
    fc.assert(
      fc.property(parts, ({ num, den, mantissa, scale, calls, minimum, plus }) => {
        const rate = price(ratio(num, den), ratio(BigInt(minimum), 1000n), ratio(BigInt(plus), 1000n));
        const billion = 10n ** 9n;
        const quantity = BigInt(mantissa) * 10n ** BigInt(9 - scale);
        const least = BigInt(minimum) * BigInt(calls) * 1_000_000n;
        const charged = mantissa === 0 ? 0n : (quantity > least ? quantity : least) + BigInt(plus * calls) * 1_000_000n;
        const exact = roundHalfEven(ratio(charged * num * billion, den * billion));
        const expected = exact < 2n ** 53n ? Number(exact) : NaN;
        expect(nanosOf(rate, mantissa, scale, calls)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});
