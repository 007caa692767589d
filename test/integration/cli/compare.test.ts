import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../main/host/compare/compareSides.ts';
import { scenarioOf } from '../../support/growth.ts';
import { drawdown, scratchFolder } from './captured.ts';

const january = { at: '2026-01-05', credits: '227.7', id: 'job-1' };
const march = { at: '2026-03-05', credits: '10', id: 'job-2' };

/** A folder with a ledger of each document, by name. */
async function ledgers(documents: Readonly<Record<string, object>>): Promise<string> {
  const folder = scratchFolder();
  for (const [name, document] of Object.entries(documents)) {
    writeFileSync(path.join(folder, `${name}.scenario.json`), JSON.stringify(document));
    expect((await drawdown(folder, 'simulate', `${name}.scenario.json`, '--ledger')).code).toBe(0);
  }
  return folder;
}

const withUsage = (...events: object[]) => scenarioOf({ usage: { events } });

describe('drawdown compare', () => {
  it('exits 0 where rows and invoices are the same, though one scenario is called otherwise', async () => {
    const one = withUsage(january, march);
    const folder = await ledgers({ a: one, b: { ...one, name: 'Another' } });
    const { code, stdout, stderr } = await drawdown(folder, 'compare', 'a.ledger', 'b.ledger');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^The rows and the invoices are the same\.$/m);
    for (const name of ['a', 'b']) {
      const { head } = JSON.parse(readFileSync(path.join(folder, `${name}.ledger/manifest.json`), 'utf8'));
      expect(stdout).toContain(head);
    }
  });

  it('exits 1 and lists what came, went and changed, and the money of each line', async () => {
    const later = { at: '2026-02-05', credits: '151', id: 'job-3' };
    const folder = await ledgers({ a: withUsage(january, march), b: withUsage({ ...january, credits: '230' }, later) });
    const { code, stdout } = await drawdown(folder, 'compare', 'a.ledger', 'b.ledger', '--json');
    expect(code).toBe(1);
    const { same, rows, invoices } = JSON.parse(stdout) as Comparison;
    expect(same).toBe(false);
    expect(rows.removed.rows.map(({ id }) => id)).toContain('job-2');
    expect(rows.added.rows.map(({ id }) => id)).toContain('job-3');
    expect(rows.changed.rows.find(({ first }) => first.id === 'job-1')!.columns).toEqual([
      'credits',
      'flex',
      'flexMonthAfter',
    ]);
    expect(invoices!.different.map(({ issuedAt, difference }) => [issuedAt.slice(0, 10), difference])).toEqual([
      ['2026-02-01', '12.00'],
      ['2026-03-01', '4.00'],
    ]);
    expect(invoices!.totals.difference).toBe('16.00');
    const told = await drawdown(folder, 'compare', 'a.ledger', 'b.ledger');
    expect(told.code).toBe(1);
    expect(told.stdout).toMatch(/changed +row 3 .*credits 227\.7 → 230/);
    expect(told.stdout).toMatch(/2026-02-01T00:00:00Z +flex +308\.00 +320\.00 +12\.00/);
  });

  it('does not add dollars and francs', async () => {
    const one = withUsage(january);
    const folder = await ledgers({ a: one, b: { ...one, currency: 'CHF' } });
    const { code, stdout } = await drawdown(folder, 'compare', 'a.ledger', 'b.ledger');
    expect(code).toBe(1);
    expect(stdout).toContain('Invoices were not compared: one ledger is in USD, the other in CHF');
    expect(stdout).not.toContain('The rows and the invoices are the same');
  });

  it('refuses a damaged ledger, and whatever is not two ledgers', async () => {
    const folder = await ledgers({ a: withUsage(january), b: withUsage(january) });
    const file = path.join(folder, 'b.ledger/rows-000001.ndjson');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"flex":"77.7"', '"flex":"70.7"'));
    const damaged = await drawdown(folder, 'compare', 'a.ledger', 'b.ledger');
    expect(damaged).toMatchObject({ code: 2, stdout: '' });
    expect(damaged.stderr).toContain('b.ledger: altered');
    expect(await drawdown(folder, 'compare', 'a.ledger')).toMatchObject({ code: 2, stdout: '' });
    expect(await drawdown(folder, 'compare', 'a.ledger', 'a.ledger', 'a.ledger')).toMatchObject({ code: 2 });
    expect(await drawdown(folder, 'compare', 'a.ledger', 'none.ledger')).toMatchObject({ code: 3, stdout: '' });
  });

  it('compares the bills of two scenarios, which need no ledger', async () => {
    const folder = await ledgers({ a: withUsage(january), b: withUsage({ ...january, credits: '230' }) });
    const [left, right] = ['a.scenario.json', 'b.scenario.json'];
    const { code, stdout } = await drawdown(folder, 'compare', left!, right!, '--json');
    expect(code).toBe(1);
    const { rows, invoices } = JSON.parse(stdout) as Comparison;
    expect(rows.changed.rows.map(({ first }) => first.kind)).toEqual(['use', 'flex-close']);
    expect(invoices!.totals.difference).toBe('12.00');
    expect((await drawdown(folder, 'compare', left!, left!)).code).toBe(0);
    expect((await drawdown(folder, 'compare', left!, 'a.ledger')).code).toBe(0);
    writeFileSync(path.join(folder, 'c.scenario.json'), '{}');
    expect(await drawdown(folder, 'compare', left!, 'c.scenario.json')).toMatchObject({ code: 2, stdout: '' });
  });

  it('compares a ledger with rows in a file, by the columns that the file has, and says that rows give no invoices', async () => {
    const folder = await ledgers({ a: withUsage({ ...january, billable: false }, march) });
    expect((await drawdown(folder, 'export', 'a.ledger', '--format', 'rows-csv', '--out', 'a.csv')).code).toBe(0);
    const same = await drawdown(folder, 'compare', 'a.ledger', 'a.csv');
    expect(same.code).toBe(0);
    expect(same.stdout).toContain('Invoices were not compared: a.csv: rows alone give no invoices.');
    const csv = readFileSync(path.join(folder, 'a.csv'), 'utf8');
    writeFileSync(path.join(folder, 'b.csv'), csv.replace('job-2,,,10,10,', 'job-2,,,10,9.5,'));
    const { stdout } = await drawdown(folder, 'compare', 'a.csv', 'b.csv', '--json');
    const { rows } = JSON.parse(stdout) as Comparison;
    expect(rows.changed.rows.map(({ first, columns }) => [first.id, columns])).toEqual([['job-2', ['included']]]);
    expect(rows.same).toBe(rows.rows.first - 1);
  });
});
