import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditsOf } from '../../../../shared/base/credits.ts';
import { multiply, ratio, roundHalfAway } from '../../../../shared/base/ratio.ts';
import { creditValue } from '../../../../shared/planner/creditValue.ts';
import { meanOf } from '../../../../shared/planner/meanOf.ts';

describe('what credits are worth', () => {
  it('is their exact product with the price, rounded once', () => {
    const nanos = fc.oneof(
      fc.integer({ min: 0, max: 9_007_199_254_740_991 }),
      fc.integer({ min: 0, max: 2_000 }).map((halves) => halves * 500_000_000),
    );
    const num = fc.oneof(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 400_000_000 }));
    fc.assert(
      fc.property(nanos, num, fc.integer({ min: 1, max: 40_000 }), (credits, price, den) => {
        const exact = roundHalfAway(multiply(creditsOf(credits), ratio(BigInt(price), BigInt(den))));
        if (exact > 2n ** 53n) return;
        expect(BigInt(creditValue(credits, price, den))).toBe(exact);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('a mean over paths', () => {
  it('is exact, and rounded once, half away from zero', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeInteger(), { minLength: 1, maxLength: 20 }), (values) => {
        const sum = values.reduce((all, each) => all + BigInt(each), 0n);
        expect(BigInt(meanOf(Float64Array.from(values)))).toBe(
          BigInt(Number(roundHalfAway(ratio(sum, BigInt(values.length))))),
        );
      }),
    );
    expect([meanOf(Float64Array.of(1, 2)), meanOf(Float64Array.of(-1, -2))]).toEqual([2, -2]);
  });
});
