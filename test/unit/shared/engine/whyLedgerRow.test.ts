import { describe, expect, it } from 'vitest';
import { ledgerRows } from '../../../../shared/engine/rows.ts';
import { whyLedgerRow } from '../../../../shared/engine/whyLedgerRow.ts';
import { billOf } from '../../../support/billOf.ts';
import { scenarioOf } from '../../../support/growth.ts';

const rows = [...ledgerRows(billOf(scenarioOf({ usage: { events: [{ at: '2026-01-05', credits: '227.7' }] } })))];
const rowOf = (seq: number) => Promise.resolve(rows[seq - 1] ?? null);

describe('a row of a ledger in a file', () => {
  it('is told with its rule in words and the rows that it followed from', async () => {
    const grant = await whyLedgerRow(rows[1]!, rowOf);
    expect(grant).toMatchObject({ figure: '150 credits', rule: 'R5' });
    expect(grant.ruleText).toMatch(/^A monthly plan grants/);
    expect(grant.children[0]).toMatchObject({ title: 'Row 1: subscribe (growth), 2026-01-01T00:00:00Z' });
  });

  it('of usage adds up, and leads to where it was written', async () => {
    const use = await whyLedgerRow(rows[2]!, rowOf);
    expect(use).toMatchObject({ arithmetic: '227.7 = 150 included + 77.7 Flex', path: 'usage.events[0]' });
  });

  it('of a closed Flex month tells its one rounding', async () => {
    const close = rows.find((row) => row.kind === 'flex-close')!;
    expect((await whyLedgerRow(close, rowOf)).arithmetic).toBe('77.7 rounded down to 77');
  });

  it('stops where its cause cannot be read, or names a later row', async () => {
    expect((await whyLedgerRow(rows[1]!, () => Promise.resolve(null))).children).toEqual([]);
    expect((await whyLedgerRow({ ...rows[1]!, cause: '9' }, rowOf)).children).toEqual([]);
  });
});
