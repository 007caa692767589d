import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactNanos, formatCredits, roundToNanos, wholeCredits } from '../../../../shared/base/credits.ts';
import { ratio } from '../../../../shared/base/ratio.ts';

describe('credits', () => {
  it('have nine decimals and no more', () => {
    expect(exactNanos(ratio(1n, 1_000_000_000n))).toBe(1n);
    expect(exactNanos(ratio(1n, 10_000_000_000n))).toBeNull();
  });

  it('of usage are rounded half-even to nine decimals', () => {
    expect(roundToNanos(ratio(95n, 30n))).toBe(3_166_666_667n);
    expect(roundToNanos(ratio(5n, 10_000_000_000n))).toBe(0n);
    expect(roundToNanos(ratio(15n, 10_000_000_000n))).toBe(2n);
  });

  it('are written alike from floats and from big integers', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (nanos) => {
        expect(formatCredits(nanos)).toBe(formatCredits(BigInt(nanos)));
      }),
    );
    expect(formatCredits(9_007_199_254_740_991)).toBe('9007199.254740991');
    expect(formatCredits(-500_000_000)).toBe('-0.5');
    expect(formatCredits(0)).toBe('0');
  });

  it('are counted whole by what is there, not by what a division rounds to', () => {
    expect(wholeCredits(8_999_999_999_999_999)).toBe(8_999_999);
    expect(wholeCredits(9_000_000_000_000_000)).toBe(9_000_000);
    expect(wholeCredits(999_999_999)).toBe(0);
  });
});
