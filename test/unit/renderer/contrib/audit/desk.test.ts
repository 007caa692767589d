import { describe, expect, it } from 'vitest';
import { amountOf } from '../../../../../renderer/contrib/audit/desk/amountOf.ts';
import { countOf, seedOf, tickCounts } from '../../../../../renderer/contrib/audit/desk/sampleWords.ts';

describe('what an auditor types', () => {
  it.each([
    ['', null],
    ['250', '250'],
    ['1,250.50', '1250.50'],
    ["12'000", '12000'],
    ['-5', undefined],
    ['ten', undefined],
    ['1.2.3', undefined],
  ])('as an amount: %j', (text, amount) => expect(amountOf(text)).toBe(amount));

  it.each([
    ['25', 25],
    ['1,000', 1000],
    ['1001', null],
    ['0', null],
    ['2.5', null],
    ['', null],
  ])('as rows to draw: %j', (text, count) => expect(countOf(text)).toBe(count));

  it.each([
    ['', null],
    ['0', 0],
    ['42', 42],
    ['-1', undefined],
    ['99999999999999999', undefined],
  ])('as a seed: %j', (text, seed) => expect(seedOf(text)).toBe(seed));
});

describe('the rows of a sample', () => {
  it('agreed, did not, or are still to be looked at', () => {
    const tick = { seq: 1, at: '', by: '', row: 1, text: '', reason: null };
    const rows = [{ ...tick, agreed: true }, { ...tick, agreed: false }, null].map((made, index) => {
      return { row: index + 1, cells: [], tick: made };
    });
    expect(tickCounts([...rows, { row: 4, cells: [] }])).toEqual({ agreed: 1, not: 1, open: 2 });
  });
});
