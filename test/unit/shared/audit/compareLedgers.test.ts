import { describe, expect, it } from 'vitest';
import { compareLedgers, hasSameRows, type RowComparison } from '../../../../shared/audit/compareLedgers.ts';
import type { LedgerRow } from '../../../../shared/ledger/row.ts';
import { ledgerRow } from '../../../support/ledgerRows.ts';

const job = (seq: number, cells: Partial<LedgerRow> = {}) =>
  ledgerRow({ seq, id: `job-${seq}`, credits: '1', included: '1', includedAfter: String(150 - seq), ...cells });
const ledger = [job(1), job(2), job(3)];

function comparison(first: LedgerRow[], second: LedgerRow[], block = 2): RowComparison {
  const comparing = compareLedgers(100);
  for (let at = 0; at < Math.max(first.length, second.length); at += block) {
    comparing.take(first.slice(at, at + block), second.slice(at, at + block));
  }
  return comparing.finish();
}

describe('two ledgers compared', () => {
  it('are the same where every row stands in both, whatever its number and what led to it', () => {
    const moved = [job(11, { id: 'job-1', includedAfter: '149', cause: 'usage.events[0]' }), ...ledger.slice(1)];
    const found = comparison(ledger, moved);
    expect(found).toMatchObject({ same: 3, balancesOnly: 0, rows: { first: 3, second: 3 } });
    expect(hasSameRows(found)).toBe(true);
    expect(hasSameRows(comparison([], []))).toBe(true);
  });

  it('name the rows that only one of them has', () => {
    const found = comparison(ledger, [job(2), job(3), job(4)]);
    expect(found.removed).toEqual({ count: 1, rows: [job(1)] });
    expect(found.added).toEqual({ count: 1, rows: [job(4)] });
    expect(hasSameRows(found)).toBe(false);
  });

  it('name a row that changed, with the columns, and fold those whose balances follow from it', () => {
    const dearer = [job(1, { credits: '3', included: '3', includedAfter: '147' })];
    const second = [...dearer, job(2, { includedAfter: '146' }), job(3, { includedAfter: '145' })];
    const found = comparison(ledger, second);
    expect(found.changed.count).toBe(1);
    expect(found.changed.rows[0]!.columns).toEqual(['credits', 'included', 'includedAfter']);
    expect(found).toMatchObject({ same: 0, balancesOnly: 2 });
    expect(hasSameRows(found)).toBe(false);
  });

  it('find a row with an id wherever it moved in time', () => {
    const later = { at: '2026-02-01T00:00:00Z' };
    const found = comparison(ledger, [...ledger.slice(1), job(1, later)], 1);
    expect(found.changed.rows[0]!.columns).toEqual(['at']);
    expect(found).toMatchObject({ same: 2, added: { count: 0 }, removed: { count: 0 } });
  });

  it('match rows without an id by kind, instant and meter, the first with the first', () => {
    const nameless = (seq: number, credits: string, meter = 'training') => ledgerRow({ seq, meter, credits });
    const found = comparison(
      [nameless(1, '1'), nameless(2, '2'), nameless(3, '3', 'other')],
      [nameless(1, '1'), nameless(2, '5'), nameless(3, '3', 'third')],
      1,
    );
    expect(found.same).toBe(1);
    expect(found.changed.rows.map(({ first, second }) => [first.credits, second.credits])).toEqual([['2', '5']]);
    expect([found.added.rows[0]!.meter, found.removed.rows[0]!.meter]).toEqual(['third', 'other']);
  });

  it('do not take a grant for a use with the same id', () => {
    const found = comparison([job(1, { kind: 'grant', id: 'x' })], [job(1, { kind: 'use', id: 'x' })]);
    expect(found).toMatchObject({ added: { count: 1 }, removed: { count: 1 } });
  });

  it('list no more rows than asked for, in the order of their ledger, and count them all', () => {
    const comparing = compareLedgers(2);
    comparing.take(
      [],
      [3, 1, 2].map((seq) => job(seq)),
    );
    const { added } = comparing.finish();
    expect(added.count).toBe(3);
    expect(added.rows.map(({ seq }) => seq)).toEqual([1, 2]);
  });
});
