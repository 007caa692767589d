import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDecimal, formatFixed, formatScaled, groupDigits, readDecimal } from '../../../../shared/base/decimal.ts';
import { ratio } from '../../../../shared/base/ratio.ts';

describe('decimal text', () => {
  it('is read exactly, without binary fractions', () => {
    expect(readDecimal('0.1')).toEqual(ratio(1n, 10n));
    expect(readDecimal('9007199254740993')).toEqual(ratio(9007199254740993n));
    expect(readDecimal('-2.50e1')).toEqual(ratio(-25n));
  });

  it.each([
    '',
    ' 1',
    '1 ',
    '+1',
    '.5',
    '1.',
    '01',
    '0x10',
    '1,5',
    '1e',
    'NaN',
    'Infinity',
    '1e400',
    '９',
    '(5)',
    '5-',
    '1'.repeat(400),
  ])('refuses %j', (text) => expect(readDecimal(text)).toBeNull());

  it('is written without exponent and without trailing zeros', () => {
    expect(formatDecimal(ratio(7n, 2n))).toBe('3.5');
    expect(formatDecimal(ratio(100n))).toBe('100');
    expect(formatDecimal(ratio(1n, 3n))).toBeNull();
    expect(formatScaled(-1500n, 3)).toBe('-1.5');
    expect(formatFixed(-5n, 2)).toBe('-0.05');
    expect(formatFixed(29900n, 2)).toBe('299.00');
    expect(formatFixed(12n, 0)).toBe('12');
  });

  it('is grouped for people without being read as a number', () => {
    expect(['1234567.1234567', '-1234', '999', '0.12345'].map(groupDigits)).toEqual([
      '1,234,567.1234567',
      '-1,234',
      '999',
      '0.12345',
    ]);
  });

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.nat({ max: 9 }), (units, places) => {
        expect(readDecimal(formatScaled(units, places))).toEqual(ratio(units, 10n ** BigInt(places)));
      }),
    );
  });
});
