import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatCredits,
  formatDecimal,
  formatMoney,
  formatPrice,
} from '../../../../renderer/base/format.ts';

describe('figures for people', () => {
  it('are grouped and never read as binary numbers', () => {
    expect(formatDecimal('9007199254740993.1')).toBe('9,007,199,254,740,993.1');
    expect(formatDecimal('-1234')).toBe('−1,234');
    expect(formatDecimal('999')).toBe('999');
    expect(formatDecimal('n/a')).toBe('n/a');
  });

  it('credits are cut, and say where more digits follow', () => {
    expect(formatCredits('0.333333333')).toBe('0.333333333');
    expect(formatCredits('0.333333333', 2)).toBe('0.33…');
    expect(formatCredits('0.001', 2)).toBe('0.00…');
    expect(formatCredits('-0.001', 2)).toBe('−0.00…');
    expect(formatCredits('77.70', 2)).toBe('77.7');
    expect(formatCredits('1500.000', 2)).toBe('1,500');
    expect(formatCredits('100')).toBe('100');
  });

  it('money carries its sign before it, or its code after it', () => {
    expect(formatMoney('1234.50', 'USD')).toBe('$1,234.50');
    expect(formatMoney('-3.00', 'EUR')).toBe('−€3.00');
    expect(formatMoney('20.00', 'CHF')).toBe('20.00 CHF');
  });

  it('bytes are in the unit that reads best', () => {
    expect(formatBytes(0)).toBe('0 B');
    expect(formatBytes(999)).toBe('999 B');
    expect(formatBytes(1200)).toBe('1.2 kB');
    expect(formatBytes(450_000_000)).toBe('450 MB');
  });

  it('give a unit price the decimals of its currency, and all of its own', () => {
    expect(formatPrice('3.4', 'USD', 2)).toBe('$3.40');
    expect(formatPrice('4', 'USD', 2)).toBe('$4.00');
    expect(formatPrice('3.4125', 'USD', 2)).toBe('$3.4125');
    expect(formatPrice('400', 'JPY', 0)).toBe('¥400');
  });
});
