import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scenarioOf } from '../../support/growth.ts';
import { startHost, transports, type StartedHost } from '../../support/rpcTransports.ts';

const january = { at: '2026-01-05', credits: '227.7', id: 'job-1' };
const bill = (credits: string) => JSON.stringify(scenarioOf({ usage: { events: [{ ...january, credits }] } }));

describe.each(transports)('a comparison, $name', (transport) => {
  let host: StartedHost;
  let folder: string;
  beforeEach(async () => {
    host = await startHost(transport);
    folder = mkdtempSync(join(tmpdir(), 'drawdown-workspace-'));
    writeFileSync(join(folder, 'a.scenario.json'), bill('227.7'));
    writeFileSync(join(folder, 'b.scenario.json'), bill('230'));
    await host.call('workspace.open', { folder });
  });
  afterEach(async () => {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('of two scenarios runs both, and tells the rows and invoice lines that differ', async () => {
    const view = await host.call('compare.run', { job: 'a', first: 'a.scenario.json', second: 'b.scenario.json' });
    expect(view).toMatchObject({ same: false, notCompared: null, notes: [] });
    expect(view.first).toMatchObject({ kind: 'scenario', path: 'a.scenario.json', head: null });
    expect(view.rows.changed.rows.map(({ first, columns }) => [first.kind, columns])).toEqual([
      ['use', ['credits', 'flex', 'flexMonthAfter']],
      ['flex-close', ['credits', 'flex']],
    ]);
    expect(view.invoices!.different).toMatchObject([
      { kind: 'flex', first: '308.00', second: '320.00', difference: '12.00' },
    ]);
  });

  it('of two texts, saved or not, tells both bills and every invoice line', async () => {
    const path = 'a.scenario.json';
    const view = await host.call('compare.bills', {
      job: 'a',
      first: { path, text: bill('227.7') },
      second: { path, text: bill('230') },
    });
    expect(view.first).toEqual({ name: expect.any(String), currency: 'USD', total: '2102.00', fault: null });
    expect(view).toMatchObject({ second: { total: '2114.00' }, difference: '12.00' });
    expect(view.pairs.filter(({ same }) => !same)).toMatchObject([{ kind: 'flex', difference: '12.00' }]);
    expect(view.pairs).toHaveLength(7);
  });

  it('of texts says why one has no bill, and adds no dollars to francs', async () => {
    const path = 'a.scenario.json';
    const first = { path, text: bill('230') };
    const broken = await host.call('compare.bills', { job: 'a', first, second: { path, text: '{' } });
    expect(broken).toMatchObject({ first: { total: '2114.00' }, second: { total: null }, difference: null, pairs: [] });
    expect(broken.second.fault).not.toBeNull();
    const francs = { path, text: JSON.stringify(scenarioOf({ currency: 'CHF' })) };
    const mixed = await host.call('compare.bills', { job: 'a', first, second: francs });
    expect(mixed).toMatchObject({ second: { currency: 'CHF' }, difference: null, pairs: [] });
  });

  it('of a ledger with the bill that it was written from is the same, by its head', async () => {
    const ledger = await host.call('ledger.write', { path: 'a.scenario.json' });
    const view = await host.call('compare.run', { job: 'a', first: ledger.path, second: 'a.scenario.json' });
    expect(view).toMatchObject({ same: true, first: { kind: 'ledger', head: ledger.head } });
    expect(view.invoices!.totals.difference).toBe('0.00');
  });

  it('of rows in a file says what it could not compare, and which rows it could not read', async () => {
    const ledger = await host.call('ledger.write', { path: 'a.scenario.json' });
    const { path } = await host.call('ledger.export', { path: ledger.path, format: 'csv' });
    const text = readFileSync(join(folder, path), 'utf8');
    writeFileSync(join(folder, 'rows.csv'), `${text}99,never,use,x,,,1,1,0,0,0,0,0,0,,,\n`);
    const view = await host.call('compare.run', { job: 'a', first: ledger.path, second: 'rows.csv' });
    expect(view).toMatchObject({ same: true, invoices: null, second: { kind: 'rows', currency: null } });
    expect(view.notCompared).toMatch(/rows alone give no invoices/);
    expect(view.notes.join(' ')).toMatch(/1 rows could not be read.*not compared: rule\./);
  });

  it('is refused with the faults of a scenario, of a damaged ledger, and of what is not there', async () => {
    const first = 'a.scenario.json';
    writeFileSync(join(folder, 'c.scenario.json'), '{}');
    const faults = await host.send('compare.run', { job: 'a', first, second: 'c.scenario.json' });
    expect(faults).toMatchObject({ ok: false, error: { code: 'faults', path: 'c.scenario.json' } });
    const ledger = await host.call('ledger.write', { path: first });
    const file = join(folder, ledger.path, 'rows-000001.ndjson');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"flex":"77.7"', '"flex":"70.7"'));
    expect(await host.refused('compare.run', { job: 'a', first, second: ledger.path })).toBe('bad-input');
    expect(await host.refused('compare.run', { job: 'a', first, second: 'none.csv' })).toBe('missing');
    expect(await host.refused('compare.run', { job: 'a', first, second: '../../etc/passwd' })).toBe('outside');
    writeFileSync(join(folder, 'other.csv'), 'a,b\n1,2\n');
    expect(await host.refused('compare.run', { job: 'a', first, second: 'other.csv' })).toBe('bad-input');
  });
});
