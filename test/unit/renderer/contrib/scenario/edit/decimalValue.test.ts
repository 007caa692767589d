import { describe, expect, it } from 'vitest';
import { decimalValue } from '../../../../../../renderer/contrib/scenario/edit/decimalValue.ts';

describe('a typed amount', () => {
  it('is written as a number with the digits that were typed', () => {
    for (const typed of ['299', '3.50', '-10', '0.000000001', '1e3', '123456789012345678901234567890']) {
      expect(decimalValue(` ${typed} `, false)).toEqual({ number: typed });
    }
  });

  it('is kept as text where it is no number, for the decoder to explain', () => {
    for (const typed of ['.5', '1,000', '1.', '0x10', 'NaN', '007', '-', '4 USD']) {
      expect(decimalValue(typed, false)).toBe(typed);
    }
  });

  it('stays text where the amount was text', () => {
    expect(decimalValue('3.75', true)).toBe('3.75');
  });

  it('is left out where nothing was typed', () => {
    expect(decimalValue('  ', true)).toBeUndefined();
  });
});
