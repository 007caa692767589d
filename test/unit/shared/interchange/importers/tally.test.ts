import { describe, expect, it } from 'vitest';
import { makeTally } from '../../../../../shared/interchange/importers/tally.ts';
import type { UsageRow } from '../../../../../shared/interchange/mapping.ts';

const row = (quantity: string, meter = 'm'): UsageRow => ({
  at: '2026-01-01T00:00:00.000Z',
  meter,
  quantity,
  credits: '',
  id: '',
  billable: true,
  line: 1,
});

function totalOf(quantities: readonly string[]) {
  const tally = makeTally({ rows: 0, refused: 0 });
  tally.add({ read: quantities.length, rows: quantities.map((quantity) => row(quantity)), refused: [], free: false });
  return tally.counts().totals[0]!.quantity;
}

describe('control totals', () => {
  it('are exact past 2^53', () => {
    expect(totalOf(Array.from({ length: 20 }, () => '999999999999999'))).toBe('19999999999999980');
    expect(totalOf(['9007199254740993', '9007199254740993'])).toBe('18014398509481986');
  });

  it('are exact in decimals of any length', () => {
    expect(totalOf(['0.1', '0.2', '12', '0.0000000000000000001', '100000000000000000000.25'])).toBe(
      '100000000000000000012.5500000000000000001',
    );
  });

  it('keep no more rows than asked for', () => {
    const tally = makeTally({ rows: 2, refused: 1 });
    const refusal = { row: { line: 1, column: 'c', reason: 'r', text: '', kind: 'refused' as const }, count: 1 };
    tally.add({ read: 5, rows: [row('1'), row('2'), row('3')], refused: [refusal, refusal], free: false });
    expect(tally.rows).toHaveLength(2);
    expect(tally.refused).toHaveLength(1);
    expect(tally.counts()).toMatchObject({ read: 5, taken: 3, refused: 2 });
  });
});
