import { describe, expect, it } from 'vitest';
import { describeMoney, describePrice, minorDigits, roundToMinor } from '../../../../shared/base/money.ts';
import { ratio } from '../../../../shared/base/ratio.ts';

describe('money', () => {
  it('has the decimals of its currency', () => {
    expect(['USD', 'JPY', 'KWD'].map(minorDigits)).toEqual([2, 0, 3]);
  });

  it('is rounded half away from zero, once (F29)', () => {
    expect(roundToMinor(ratio(1005n, 1000n), 2)).toBe(101n);
    expect(roundToMinor(ratio(-1005n, 1000n), 2)).toBe(-101n);
    expect(roundToMinor(ratio(1n, 2n), 0)).toBe(1n);
  });

  it('is told with its symbol, and a price with all its decimals', () => {
    expect(describeMoney(30800n, 'USD')).toBe('$308.00');
    expect(describeMoney(-5n, 'EUR')).toBe('-€0.05');
    expect(describeMoney(12n, 'JPY')).toBe('¥12');
    expect(describePrice(ratio(35n, 10n), 'USD')).toBe('$3.5');
  });
});
