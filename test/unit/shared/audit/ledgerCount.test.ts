import { describe, expect, it } from 'vitest';
import { LedgerCount, type CountedRows } from '../../../../shared/audit/ledgerCount.ts';
import { rowKinds, type RowKind } from '../../../../shared/ledger/row.ts';

const credit = 1_000_000_000;

/** Rows a minute apart, each with its kind, its credits and what it drew of them from the included ones. */
function rowsOf(rows: readonly (readonly [RowKind, number, number])[]): CountedRows {
  const empty = (): Float64Array => new Float64Array(rows.length);
  return {
    count: rows.length,
    kind: Uint8Array.from(rows, ([kind]) => rowKinds.indexOf(kind)),
    at: Float64Array.from(rows, (_, row) => Date.UTC(2026, 0, 1) + row * 60_000),
    amounts: {
      credits: Float64Array.from(rows, ([, credits]) => credits),
      included: Float64Array.from(rows, ([, , included]) => included),
      prepaid: empty(),
      flex: empty(),
      blocked: empty(),
    },
  };
}

function totalsOf(...parts: readonly CountedRows[]) {
  const count = new LedgerCount();
  for (const part of parts) count.take(part);
  return count.totals();
}

describe('the control totals of a ledger', () => {
  it('count and add up by kind, and what usage drew from each pool', () => {
    const rows = rowsOf([
      ['grant', 100 * credit, 100 * credit],
      ['use', 3 * credit, 2 * credit],
      ['use', 0.5 * credit, 0.5 * credit],
    ]);
    expect(totalsOf(rows)).toEqual({
      rows: 3,
      first: '2026-01-01T00:00:00Z',
      last: '2026-01-01T00:02:00Z',
      sums: [
        { title: 'use', rows: 2, value: '3.5' },
        { title: 'grant', rows: 1, value: '100' },
        { title: 'use: included', rows: 2, value: '2.5' },
        { title: 'use: prepaid', rows: 2, value: '0' },
        { title: 'use: flex', rows: 2, value: '0' },
        { title: 'use: blocked', rows: 2, value: '0' },
      ].toSorted((a, b) => order(a.title) - order(b.title)),
    });
  });

  it('stay exact where plain numbers would not, and take empty and negative cells', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const useOf = (...rows: readonly (readonly [number, number])[]) =>
      totalsOf(rowsOf(rows.map(([credits, included]) => ['use', credits, included]))).sums;
    expect(useOf([most, 1], [most, 1], [2, 1])).toContainEqual({ title: 'use', rows: 3, value: '18014398.509481984' });
    expect(useOf([5 * credit, NaN], [-credit, -credit])).toEqual(
      expect.arrayContaining([
        { title: 'use', rows: 2, value: '4' },
        { title: 'use: included', rows: 2, value: '-1' },
      ]),
    );
  });

  it('are the same however the rows come, in one piece or in several', () => {
    const rows = Array.from({ length: 9000 }, (_, row) => ['use', row * credit, row * 7] as const);
    const { first: _, last: __, ...parts } = totalsOf(rowsOf(rows.slice(0, 4097)), rowsOf(rows.slice(4097)));
    expect(totalsOf(rowsOf(rows))).toMatchObject(parts);
    expect(parts.sums).toContainEqual({ title: 'use', rows: 9000, value: String((9000 * 8999) / 2) });
  });

  it('know no first and last instant of nothing', () => {
    expect(totalsOf(rowsOf([]))).toEqual({ rows: 0, first: null, last: null, sums: [] });
  });
});

/** Kinds in the order of the format, then what usage drew. */
function order(title: string): number {
  const kind = rowKinds.indexOf(title as RowKind);
  return kind < 0 ? rowKinds.length : kind;
}
