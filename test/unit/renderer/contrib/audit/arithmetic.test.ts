import { describe, expect, it } from 'vitest';
import type { FindingView } from '../../../../../shared/rpc/auditViews.ts';
import { findingArithmetic, isZero, signedMoney } from '../../../../../renderer/contrib/audit/arithmetic.ts';

const finding: FindingView = {
  index: 0,
  code: 'flex-rounding',
  rule: 'R12',
  severity: 'error',
  row: 812,
  invoice: 5,
  at: '2026-02-01T00:00:00Z',
  expected: '77',
  actual: '78',
  credits: '1',
  money: '4.00',
  message: '',
};

describe('the arithmetic of a finding', () => {
  it('is what stands less what should, and its effect on the bill', () => {
    expect(findingArithmetic(finding, 'USD')).toEqual([
      '78 − 77 = +1 credit',
      '+$4.00 on the bill: too much was charged',
    ]);
  });

  it('says who lost by it', () => {
    const less = { ...finding, actual: '70', credits: '-7', money: '-28.00' };
    expect(findingArithmetic(less, 'USD').at(-1)).toBe('−$28.00 on the bill: too little was charged');
  });

  it('leaves out the subtraction of what is no number', () => {
    const words = { ...finding, expected: 'one event', actual: 'two', credits: '0', money: '0.00' };
    expect(findingArithmetic(words, 'USD')).toEqual(['No effect on the bill by itself']);
  });

  it('leaves out the subtraction of money', () => {
    const line = { ...finding, expected: '308.00', actual: '312.00', credits: '0' };
    expect(findingArithmetic(line, 'USD')).toEqual(['+$4.00 on the bill: too much was charged']);
  });
});

describe('a difference', () => {
  it('is zero by its digits, however they are written', () => {
    expect(['0', '0.00', '-0.00', '0.000000000'].map(isZero)).toEqual([true, true, true, true]);
    expect(['0.01', '-1', '10'].map(isZero)).toEqual([false, false, false]);
  });

  it('has its sign before the currency', () => {
    expect(signedMoney('1234.5', 'USD')).toBe('+$1,234.5');
    expect(signedMoney('-4.00', 'USD')).toBe('−$4.00');
    expect(signedMoney('0.00', 'USD')).toBe('$0.00');
  });
});
