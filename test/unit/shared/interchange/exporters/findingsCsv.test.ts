import { describe, expect, it } from 'vitest';
import { findingsCsv } from '../../../../../shared/interchange/exporters/findingsCsv.ts';
import { findingOf } from '../../../../support/evidenceOf.ts';

describe('findings as CSV', () => {
  it('have a header, one row each, and their marks', () => {
    const findings = [findingOf({ message: 'rounded "up"' }), findingOf({ row: null, invoice: null, at: null })];
    expect(findingsCsv(findings, ['trivial', null]).split('\n')).toEqual([
      'code,rule,severity,row,invoice,at,expected,actual,credits,money,mark,message',
      'flex-rounding,R12,error,8,2,2026-02-01T00:00:00Z,77,78,1,4.00,trivial,"rounded ""up"""',
      'flex-rounding,R12,error,,,,77,78,1,4.00,,The month’s Flex was rounded up.',
      '',
    ]);
  });

  it('hold no formula, and negative money stays a number', () => {
    const [, row] = findingsCsv([findingOf({ actual: '=1+1', money: '-4.00', message: '@SUM(A1)' })], []).split('\n');
    expect(row).toBe("flex-rounding,R12,error,8,2,2026-02-01T00:00:00Z,77,'=1+1,1,-4.00,,'@SUM(A1)");
  });
});
