import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startHost, transports, type StartedHost } from '../../support/rpcTransports.ts';

const scenario = JSON.stringify(
  {
    format: 'drawdown.scenario/1',
    name: 'Acme',
    currency: 'USD',
    timeZone: 'UTC',
    horizon: { start: '2026-01-01', end: '2026-03-01' },
    plans: [{ id: 'team', kind: 'paid', cycle: 'monthly', fee: 299, includedCredits: 150, flexPrice: 4 }],
    meters: [{ id: 'image', unit: 'image', runs: 'hosted', rates: [{ from: '2020-01-01', credits: 1, per: 100 }] }],
    timeline: [{ at: '2026-01-01', do: 'subscribe', plan: 'team' }],
    usage: { events: [{ at: '2026-01-10', credits: 227.7, id: 'big' }], files: [{ path: 'usage/feb.csv' }] },
  },
  null,
  2,
);
const usageFile = 'at,meter,quantity,id\n2026-02-03T10:00:00Z,image,16000,feb-1\n';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe.each(transports)('the methods, $name (S21)', (transport) => {
  let host: StartedHost;
  let folder: string;
  beforeEach(async () => {
    host = await startHost(transport);
    folder = mkdtempSync(join(tmpdir(), 'drawdown-workspace-'));
    mkdirSync(join(folder, 'usage'));
    writeFileSync(join(folder, 'acme.scenario.json'), scenario);
    writeFileSync(join(folder, 'usage', 'feb.csv'), usageFile);
  });
  afterEach(async () => {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describe('workspace', () => {
    it('is none until a folder is opened, and then that folder with its files', async () => {
      expect(await host.call('workspace.current', {})).toBeNull();
      expect(await host.refused('workspace.files', {})).toBe('no-workspace');
      const opened = await host.call('workspace.open', { folder });
      expect(opened.readOnly).toBeNull();
      expect(opened.files.map(({ path, kind }) => [path, kind])).toEqual([
        ['usage', 'folder'],
        ['acme.scenario.json', 'scenario'],
      ]);
      expect(await host.call('workspace.current', {})).toEqual(opened);
      expect(await host.call('workspace.recent', {})).toEqual([opened.folder]);
      expect(await host.call('workspace.pick', {})).toBeNull();
    });

    it('stays open where another folder cannot be', async () => {
      const opened = await host.call('workspace.open', { folder });
      expect(await host.refused('workspace.open', { folder: join(folder, 'missing') })).toBe('missing');
      expect((await host.call('workspace.current', {}))?.folder).toBe(opened.folder);
    });

    it('of a file is the folder around it, and the file is to be shown once', async () => {
      const opened = await host.call('workspace.open', { folder: join(folder, 'acme.scenario.json') });
      expect(opened.folder).toBe((await host.call('workspace.open', { folder })).folder);
      expect(opened.wanted).toBe('acme.scenario.json');
      // A file below the folder that is open is shown there.
      const below = await host.call('workspace.open', { folder: join(folder, 'usage', 'feb.csv') });
      expect([below.folder, below.wanted]).toEqual([opened.folder, 'usage/feb.csv']);
      expect((await host.call('workspace.current', {}))?.wanted).toBe('usage/feb.csv');
      expect((await host.call('workspace.current', {}))?.wanted).toBeNull();
    });

    it('is none again once it is closed, and free for another host', async () => {
      const opened = await host.call('workspace.open', { folder });
      expect(await host.call('workspace.close', {})).toBeNull();
      expect(await host.call('workspace.last', {})).toBeNull();
      expect(await host.call('workspace.current', {})).toBeNull();
      expect(await host.refused('workspace.files', {})).toBe('no-workspace');
      expect(await host.call('workspace.recent', {})).toEqual([opened.folder]);
      const other = await startHost(transport);
      expect((await other.call('workspace.open', { folder })).readOnly).toBeNull();
      await other.close();
      // Closing what is closed is nothing.
      expect(await host.call('workspace.close', {})).toBeNull();
    });

    it('can be opened again', async () => {
      await host.call('workspace.open', { folder });
      expect((await host.call('workspace.open', { folder })).readOnly).toBeNull();
    });

    it('tells what another program changed', async () => {
      await host.call('workspace.open', { folder });
      writeFileSync(join(folder, 'usage', 'mar.csv'), usageFile);
      await expect.poll(() => changedPaths(host), { timeout: 4000 }).toContain('usage/mar.csv');
      mkdirSync(join(folder, 'more'));
      await expect.poll(() => changedPaths(host), { timeout: 4000 }).toContain('more');
      writeFileSync(join(folder, 'more', 'b.scenario.json'), scenario);
      await expect.poll(() => changedPaths(host), { timeout: 4000 }).toContain('more/b.scenario.json');
    });
  });

  describe('document', () => {
    beforeEach(() => host.call('workspace.open', { folder }));

    it('is read with the name of its version, and saved over that version alone', async () => {
      const read = await host.call('document.read', { path: 'acme.scenario.json' });
      expect(read).toMatchObject({ text: scenario, sha256: sha256(scenario), readOnly: false });
      const text = scenario.replace('Acme', 'Acme & Söhne');
      const saved = await host.call('document.save', { path: read.path, text, expected: read.sha256 });
      expect(saved).toMatchObject({ saved: true, sha256: sha256(text) });
      const late = await host.call('document.save', { path: read.path, text: scenario, expected: read.sha256 });
      expect(late).toMatchObject({ saved: false, conflict: { text } });
      expect(readFileSync(join(folder, read.path), 'utf8')).toBe(text);
    });

    it('of megabytes comes and goes whole', async () => {
      const text = JSON.stringify({ text: 'Zürich "quoted" 😀 \\ '.repeat(90_000) });
      await host.call('document.save', { path: 'large.json', text, expected: null });
      expect((await host.call('document.read', { path: 'large.json' })).sha256).toBe(sha256(text));
    });

    it('outside the workspace is not reached by any path (S18)', async () => {
      const outside = mkdtempSync(join(tmpdir(), 'drawdown-outside-'));
      writeFileSync(join(outside, 'secret.json'), '{}');
      symlinkSync(outside, join(folder, 'link'));
      const paths = [
        '../secret.json',
        `${outside}/secret.json`,
        'link/secret.json',
        'usage/../../secret.json',
        'C:\\secret.json',
        '\\\\server\\x',
        'a\u0000b',
      ];
      for (const path of paths) {
        expect(['outside', 'bad-name', 'missing', 'not-a-file', 'bad-call']).toContain(
          await host.refused('document.read', { path }),
        );
        expect(await host.refused('document.save', { path, text: '', expected: null })).not.toBe('not refused');
        expect(await host.refused('ledger.open', { path })).not.toBe('not refused');
      }
      expect(readFileSync(join(outside, 'secret.json'), 'utf8')).toBe('{}');
      expect(existsSync(join(folder, 'C:\\secret.json'))).toBe(false);
      rmSync(outside, { recursive: true });
    });
  });

  describe('bill', () => {
    const path = 'acme.scenario.json';
    beforeEach(() => host.call('workspace.open', { folder }));

    it('is computed from the text at hand and the usage files beside it', async () => {
      const { bill, diagnostics } = await host.call('bill.compute', { path, text: scenario });
      expect(diagnostics).toEqual([]);
      expect(bill?.statement.money).toEqual({
        subscription: '598.00',
        prepaid: '0.00',
        flex: '348.00',
        total: '946.00',
      });
      expect(bill?.statement.credits).toMatchObject({
        granted: '300',
        included: '300',
        flex: '87.7',
        billedFlex: '87',
        dropped: '0.7',
      });
      expect(bill?.months.map(({ label, flex, cumulative }) => [label, flex, cumulative])).toEqual([
        ['2026-01', '77.7', '299.00'],
        ['2026-02', '10', '946.00'],
      ]);
      expect(bill?.runOuts.map(({ pool, date }) => [pool, date])).toEqual([
        ['included', '2026-01-10'],
        ['included', '2026-02-03'],
      ]);
      expect(bill?.usageCount).toBe(2);
      expect(bill?.catalog).toBeNull();
    });

    it('gives its rows by page, and why a figure is what it is', async () => {
      const { bill } = await host.call('bill.compute', { path, text: scenario });
      const { runId, rowCount } = bill!;
      const page = await host.call('bill.rows', { runId, from: 0, count: 2000 });
      expect(page).toMatchObject({ from: 0, total: rowCount });
      expect(page.rows.map(({ seq }) => seq)).toEqual(Array.from({ length: rowCount }, (_, index) => index + 1));
      const use = page.rows.filter(({ kind }) => kind === 'use');
      expect(use.map(({ credits, included, flex }) => [credits, included, flex])).toEqual([
        ['227.7', '150', '77.7'],
        ['160', '150', '10'],
      ]);
      expect((await host.call('bill.rows', { runId, from: rowCount - 1, count: 5 })).rows).toHaveLength(1);
      expect((await host.call('bill.rows', { runId, from: rowCount + 5, count: 5 })).rows).toEqual([]);
      const why = await host.call('bill.why', { runId, target: { kind: 'money', figure: 'flex' } });
      expect(why.figure).toBe('$348.00');
      expect(await host.refused('bill.why', { runId, target: { kind: 'invoice', invoice: 99 } })).toBe(
        'unknown-figure',
      );
    });

    it('is asked by its own name only until it is computed anew', async () => {
      const first = await host.call('bill.compute', { path, text: scenario });
      const second = await host.call('bill.compute', { path, text: scenario });
      expect(await host.refused('bill.rows', { runId: first.bill!.runId, from: 0, count: 1 })).toBe('unknown-run');
      expect((await host.call('bill.rows', { runId: second.bill!.runId, from: 0, count: 1 })).rows).toHaveLength(1);
    });

    it('gives up an older computation of a document where a newer one is asked for', async () => {
      const [older, other, newer] = await Promise.all([
        host.send('bill.compute', { path, text: scenario }),
        host.send('bill.compute', {
          path: 'usage/other.scenario.json',
          text: scenario.replace('usage/feb.csv', 'feb.csv'),
        }),
        host.send('bill.compute', { path, text: scenario.replace('299', '300') }),
      ]);
      expect(older).toMatchObject({ ok: false, error: { code: 'superseded' } });
      expect(other).toMatchObject({ ok: true, value: { bill: { statement: { money: { total: '946.00' } } } } });
      expect(newer).toMatchObject({ ok: true, value: { bill: { statement: { money: { total: '948.00' } } } } });
    });

    it('gives way to the faults of the text, each with its place', async () => {
      const text = scenario.replace('"plan": "team"', '"plan": "teem"');
      const { bill, diagnostics } = await host.call('bill.compute', { path, text });
      expect(bill).toBeNull();
      expect(diagnostics).toHaveLength(1);
      expect(diagnostics[0]).toMatchObject({ severity: 'error', path: 'timeline[0].plan', suggestion: 'team' });
      expect(text.slice(diagnostics[0]!.place!.offset).startsWith('"teem"')).toBe(true);
    });

    it('gives way to what the rules refuse, in its place', async () => {
      const text = scenario.replace('"do": "subscribe",', '"do": "change-plan",');
      const { bill, diagnostics } = await host.call('bill.compute', { path, text });
      expect(bill).toBeNull();
      expect(diagnostics[0]).toMatchObject({ code: 'not-subscribed', path: 'timeline[0]' });
      expect(diagnostics[0]!.place!.line).toBeGreaterThan(1);
    });

    it('names a usage file that is not there, or is another than the scenario says', async () => {
      const missing = await host.call('bill.compute', { path, text: scenario.replace('feb.csv', 'none.csv') });
      expect(missing.bill).toBeNull();
      expect(missing.diagnostics[0]).toMatchObject({ severity: 'error', path: 'usage.files[0].path' });
      const other = scenario.replace('"usage/feb.csv"', `"usage/feb.csv", "sha256": "${'0'.repeat(64)}"`);
      const changed = await host.call('bill.compute', { path, text: other });
      expect(changed.bill).toBeNull();
      expect(changed.diagnostics[0]).toMatchObject({
        severity: 'error',
        path: 'usage.files[0].sha256',
        actual: sha256(usageFile),
      });
    });

    it('follows a usage file that changes', async () => {
      await host.call('bill.compute', { path, text: scenario });
      writeFileSync(join(folder, 'usage', 'feb.csv'), usageFile.replace('16000', '17000'));
      const { bill } = await host.call('bill.compute', { path, text: scenario });
      expect(bill?.statement.credits.flex).toBe('97.7');
    });

    it('points into a usage file for a fault there', async () => {
      writeFileSync(join(folder, 'usage', 'feb.csv'), usageFile.replace('16000', '-1'));
      const { bill, diagnostics } = await host.call('bill.compute', { path, text: scenario });
      expect(bill).toBeNull();
      expect(diagnostics[0]).toMatchObject({ severity: 'error', file: 'usage/feb.csv', place: { line: 2 } });
    });
  });

  describe('ledger', () => {
    const path = 'acme.scenario.json';
    beforeEach(() => host.call('workspace.open', { folder }));

    it('is written beside the scenario, opened, paged, verified and exported', async () => {
      const written = await host.call('ledger.write', { path });
      expect(written).toMatchObject({ path: 'acme.ledger', name: 'Acme', currency: 'USD', damage: null });
      const opened = await host.call('ledger.open', { path: written.path });
      expect(opened).toEqual(written);
      const page = await host.call('ledger.rows', { path: written.path, from: 0, count: 2000 });
      expect(page.total).toBe(written.rowCount);
      const { bill } = await host.call('bill.compute', { path, text: scenario });
      const rows = await host.call('bill.rows', { runId: bill!.runId, from: 0, count: 2000 });
      expect(page.rows).toEqual(rows.rows);
      const verified = await host.call('ledger.verify', { path: written.path, head: written.head });
      expect(verified).toMatchObject({ status: 'intact', rows: written.rowCount, head: written.head });
      const why = await host.call('ledger.why', { path: written.path, row: 2 });
      expect(why).toMatchObject({ rule: 'R5', row: 2, children: [{ row: 1 }] });
      for (const format of ['csv', 'ndjson', 'json'] as const) {
        const exported = await host.call('ledger.export', { path: written.path, format });
        expect(readFileSync(join(folder, exported.path), 'utf8')).toContain('feb-1');
      }
    });

    it('is exported as journals, FOCUS rows, invoices, a roll-forward and a workbook, each under a name of its own', async () => {
      const written = await host.call('ledger.write', { path });
      const formats = ['invoices', 'hledger', 'ledger', 'beancount', 'focus', 'roll-forward', 'xlsx'] as const;
      const made = [];
      for (const format of formats) made.push((await host.call('ledger.export', { path: written.path, format })).path);
      const ends = [
        'invoices.csv',
        'hledger.journal',
        'ledger.journal',
        'beancount',
        'focus.csv',
        'roll-forward.csv',
        'xlsx',
      ];
      expect(made).toEqual(ends.map((end) => `exports/acme.${end}`));
      for (const file of made) expect(readFileSync(join(folder, file)).length).toBeGreaterThan(100);
    });

    it('that was altered is told from one that is intact, and not exported', async () => {
      const written = await host.call('ledger.write', { path });
      const file = join(folder, written.path, 'rows-000001.ndjson');
      writeFileSync(file, readFileSync(file, 'utf8').replace('"77.7"', '"78.7"'));
      expect(await host.call('ledger.verify', { path: written.path, head: null })).toMatchObject({ status: 'altered' });
      expect(await host.refused('ledger.export', { path: written.path, format: 'xlsx' })).toBe('damaged-row');
    });

    it('that another program changed is read anew', async () => {
      const written = await host.call('ledger.write', { path });
      const rows = { path: written.path, from: 0, count: 10 };
      await host.call('ledger.rows', rows);
      rmSync(join(folder, written.path), { recursive: true });
      await expect.poll(() => changedPaths(host), { timeout: 4000 }).toContain(written.path);
      expect(await host.refused('ledger.rows', rows)).not.toBe('not refused');
    });

    it('is not written for a scenario with faults', async () => {
      writeFileSync(join(folder, path), scenario.replace('"plan": "team"', '"plan": "teem"'));
      const outcome = await host.send('ledger.write', { path });
      expect(outcome).toMatchObject({
        ok: false,
        error: { code: 'faults', diagnostics: [{ path: 'timeline[0].plan' }] },
      });
      expect(existsSync(join(folder, 'acme.ledger'))).toBe(false);
    });
  });

  describe('upload and import', () => {
    const csv =
      'TIMESTAMP,ContextTokens,GeneratedTokens\r\n2023-11-16 18:17:03.9799600,4808,10\r\n2023-11-16 18:17:04.0319600,3180,8\r\n';
    beforeEach(() => host.call('workspace.open', { folder }));

    it('take a file in pieces, preview it, and write usage from it', async () => {
      const { upload } = await host.call('upload.begin', { name: 'trace.csv' });
      for (const part of [csv.slice(0, 50), csv.slice(50)]) {
        await host.call('upload.append', { upload, base64: Buffer.from(part).toString('base64') });
      }
      const preview = await host.call('import.preview', { source: { upload }, mapping: null, timeZone: 'UTC' });
      expect(preview).toMatchObject({ name: 'trace.csv', bytes: csv.length, sha256: sha256(csv), format: 'csv' });
      expect(preview.counts).toMatchObject({ read: 2, taken: 4, refused: 0 });
      const { mapping } = preview;
      const into = 'usage/trace.csv';
      const report = await host.call('import.run', { source: { upload }, mapping, into, acceptRefused: false });
      const text = readFileSync(join(folder, report.path), 'utf8');
      expect(report.sha256).toBe(sha256(text));
      expect(text.split('\n')).toHaveLength(6);
    });

    it('take a file of the workspace alike', async () => {
      writeFileSync(join(folder, 'trace.csv'), csv);
      const preview = await host.call('import.preview', {
        source: { path: 'trace.csv' },
        mapping: null,
        timeZone: 'UTC',
      });
      expect(preview.counts.taken).toBe(4);
    });

    it('refuse what is not base64, and what was never put in', async () => {
      const { upload } = await host.call('upload.begin', { name: '../../x.csv' });
      expect(await host.refused('upload.append', { upload, base64: 'a*b=' })).toBe('bad-params');
      expect(await host.refused('upload.append', { upload: 'none', base64: '' })).toBe('unknown-upload');
      const source = { upload: '../../etc/passwd' };
      expect(await host.refused('import.preview', { source, mapping: null, timeZone: 'UTC' })).toBe('unknown-upload');
    });
  });

  describe('settings and state', () => {
    it('are kept, by workspace', async () => {
      expect(await host.call('settings.get', {})).toMatchObject({ theme: 'system', zoom: 0 });
      expect(await host.call('settings.set', { theme: 'dark' })).toMatchObject({ theme: 'dark', zoom: 0 });
      expect(await host.call('settings.set', { zoom: 1 })).toMatchObject({ theme: 'dark', zoom: 1 });
      expect(await host.call('state.get', { key: 'layout' })).toBeNull();
      await host.call('state.set', { key: 'layout', value: 'no folder' });
      await host.call('workspace.open', { folder });
      expect(await host.call('state.get', { key: 'layout' })).toBeNull();
      await host.call('state.set', { key: 'layout', value: 'acme' });
      expect(await host.call('state.get', { key: 'layout' })).toBe('acme');
      await host.call('state.set', { key: 'user:steps', value: 'two' });
      const other = await host.call('samples.open', { id: 'growing-monthly' });
      expect(other.folder).not.toBe(folder);
      expect(await host.call('state.get', { key: 'layout' })).toBeNull();
      expect(await host.call('state.get', { key: 'user:steps' })).toBe('two');
    });
  });
});

function changedPaths({ connection }: StartedHost): readonly string[] {
  return connection.events.flatMap((each) => (each.event === 'workspace.changed' ? each.payload.paths : []));
}
