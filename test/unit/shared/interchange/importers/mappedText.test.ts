import { describe, expect, it } from 'vitest';
import { plainNumber } from '../../../../../shared/interchange/importers/mappedText.ts';

const plain = { decimalComma: false };

describe('a foreign number', () => {
  it.each([
    ['$1,234.50', { ...plain, thousands: ',', currency: '$' }, '1234.50'],
    ['-$1,234.50', { ...plain, thousands: ',', currency: '$' }, '-1234.50'],
    ['$-1,234.50', { ...plain, thousands: ',', currency: '$' }, '-1234.50'],
    ['1.234,50 €', { decimalComma: true, thousands: '.', currency: '€' }, '1234.50'],
    ['1.234,50\u00a0€', { decimalComma: true, thousands: '.', currency: '€' }, '1234.50'],
    ['EUR 7', { ...plain, currency: 'EUR' }, '7'],
    ['(12.00)', { ...plain, parentheses: true }, '-12.00'],
    ['($12.00)', { ...plain, parentheses: true, currency: '$' }, '-12.00'],
    ['$(12.00)', { ...plain, parentheses: true, currency: '$' }, '-12.00'],
    ['-12.00', { ...plain, parentheses: true }, '-12.00'],
    ['12.00', { ...plain, parentheses: true, currency: '$' }, '12.00'],
    ['\u221212', plain, '-12'],
    ['1\u202f234,5', { decimalComma: true, thousands: ' ' }, '1234.5'],
    ['007', plain, '7'],
  ] as const)('%s by %j is %s', (text, marks, expected) => {
    expect(plainNumber(text, marks)).toBe(expected);
  });

  it.each([
    ['$12', plain],
    ['12 €', { ...plain, currency: '$' }],
    ['$12$', { ...plain, currency: '$' }],
    ['(12)', plain],
    ['(-12)', { ...plain, parentheses: true }],
    ['-(12)', { ...plain, parentheses: true }],
    ['(12', { ...plain, parentheses: true }],
    ['--12', plain],
    ['1,234.50', plain],
    ['12,34', { ...plain, thousands: ',' }],
    ['', plain],
    ['$', { ...plain, currency: '$' }],
  ] as const)('%s by %j is none: nothing is guessed', (text, marks) => {
    expect(plainNumber(text, marks)).toBeNull();
  });
});
