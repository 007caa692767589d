import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { replayLedger } from '../../../main/host/exports/replayLedger.ts';
import type { VerifiedLedger } from '../../../main/store/verifiedRows.ts';
import type { JsonValue } from '../../../shared/base/canonicalJson.ts';
import { ledgerRows } from '../../../shared/engine/rows.ts';
import { statement } from '../../../shared/engine/statement.ts';
import type { LedgerRow } from '../../../shared/ledger/row.ts';
import { billOf } from '../../support/billOf.ts';
import { scenarioOf } from '../../support/growth.ts';

const folder = path.resolve(import.meta.dirname, '../../golden/cases');
const cases = readdirSync(folder).map((name) => {
  const { scenario } = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as { scenario: object };
  return [name.replace('.json', ''), scenario] as const;
});

function ledgerOf(scenario: object, rows: readonly LedgerRow[]): VerifiedLedger {
  const manifest = { scenario: scenario as JsonValue, rows: rows.length } as VerifiedLedger['manifest'];
  return {
    manifest,
    async *rows() {
      yield await Promise.resolve([...rows]);
    },
  };
}

describe('A ledger, run again on the usage of its own rows', () => {
  it.each(cases)('gives the invoices and totals of its first run: %s', async (_, scenario) => {
    const run = billOf(scenario);
    const replayed = await replayLedger(ledgerOf(scenario, [...ledgerRows(run)]));
    if (!replayed.ok) throw new Error(replayed.error.message);
    expect(statement(replayed.value.run)).toEqual(statement(run));
  });

  const acme = scenarioOf({ usage: { events: [{ at: '2026-01-05', credits: '227.7', id: 'job-1' }] } });
  const rows = [...ledgerRows(billOf(acme))];

  it.each<readonly [string, number, readonly LedgerRow[]]>([
    ['a row in which Flex was lowered', 3, rows.with(2, { ...rows[2]!, flex: '70.7', blocked: '7' })],
    ['a grant that says more than the plan gives', 2, rows.with(1, { ...rows[1]!, credits: '151' })],
    ['rows that stop too early', rows.length, rows.slice(0, -1)],
    ['a row too many', rows.length + 1, [...rows, { ...rows.at(-1)!, seq: rows.length + 1 }]],
  ])('is refused where its scenario gives other rows: %s', async (_, row, forged) => {
    expect(await replayLedger(ledgerOf(acme, forged))).toMatchObject({ ok: false, error: { code: 'other-rows', row } });
  });

  it('is refused where what it holds is no scenario', async () => {
    const replayed = await replayLedger(ledgerOf({ format: 'drawdown.scenario/1' }, rows));
    expect(replayed).toMatchObject({ ok: false, error: { code: 'scenario', row: null } });
  });
});
