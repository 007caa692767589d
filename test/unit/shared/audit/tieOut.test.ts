import { describe, expect, it } from 'vitest';
import type { BillLine } from '../../../../shared/audit/billLines.ts';
import { tieOut } from '../../../../shared/audit/tieOut.ts';

const february = Date.UTC(2026, 1, 1);
const line = (change: Partial<BillLine>): BillLine => ({
  at: february,
  kind: 'flex',
  credits: 77_000_000_000,
  unitPrice: '4',
  amount: 30_800n,
  invoice: 2,
  row: null,
  exactFlex: null,
  ...change,
});

describe('the tie-out', () => {
  it('ties a line to the one of its instant and kind, whatever the order of the invoices', () => {
    const fee = line({ kind: 'subscription', credits: null, unitPrice: '299', amount: 29_900n });
    const tied = tieOut([line({}), fee], [fee, line({ invoice: 9 })], 2);
    expect(tied.map(({ kind, tied: is }) => [kind, is])).toEqual([
      ['flex', true],
      ['subscription', true],
    ]);
  });

  it('shows both sides of a line that is charged otherwise, and the difference', () => {
    expect(tieOut([line({})], [line({ credits: 78_000_000_000, amount: 31_200n })], 2)).toEqual([
      {
        invoice: 2,
        issuedAt: '2026-02-01T00:00:00Z',
        kind: 'flex',
        expected: { credits: '77', amount: '308.00' },
        actual: { credits: '78', amount: '312.00' },
        difference: '4.00',
        tied: false,
      },
    ]);
  });

  it('shows what was charged and is not due, and what is due and was not charged', () => {
    const march = line({ at: Date.UTC(2026, 2, 1), amount: 4_000n });
    const shown = tieOut([line({})], [march], 2);
    expect(shown.map(({ expected, actual, difference }) => [expected?.amount, actual?.amount, difference])).toEqual([
      ['308.00', undefined, '-308.00'],
      [undefined, '40.00', '40.00'],
    ]);
  });

  it('ties equal lines of one instant first, so that one alone stays open', () => {
    const twice = [line({}), line({ amount: 100n, credits: null, unitPrice: '' })];
    const shown = tieOut([line({ amount: 100n }), line({})], [...twice].reverse(), 2);
    expect(shown.map(({ tied }) => tied)).toEqual([true, true]);
    const open = tieOut([line({}), line({ amount: 200n })], [line({ amount: 300n }), line({})], 2);
    expect(open.filter(({ tied }) => !tied).map(({ difference }) => difference)).toEqual(['1.00']);
  });

  it('does not miss what a file leaves out: credits and prices that nobody stated', () => {
    expect(tieOut([line({})], [line({ credits: null, unitPrice: '' })], 2)[0]?.tied).toBe(true);
  });
});
