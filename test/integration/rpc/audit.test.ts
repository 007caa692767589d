import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RpcParams } from '../../../shared/rpc/table.ts';
import { startHost, transports, type StartedHost } from '../../support/rpcTransports.ts';

const scenario = JSON.stringify({
  format: 'drawdown.scenario/1',
  name: 'Acme',
  currency: 'USD',
  timeZone: 'UTC',
  horizon: { start: '2026-01-01', end: '2026-03-01' },
  plans: [{ id: 'team', kind: 'paid', cycle: 'monthly', fee: 299, includedCredits: 150, flexPrice: 4 }],
  meters: [{ id: 'image', unit: 'image', runs: 'hosted', rates: [{ from: '2020-01-01', credits: 1, per: 100 }] }],
  timeline: [{ at: '2026-01-01', do: 'subscribe', plan: 'team' }],
  usage: {
    events: [
      { at: '2026-01-10', credits: 227.7, id: 'jan' },
      { at: '2026-02-03', credits: 160, id: 'feb' },
    ],
  },
});
/** What the rules bill: 77.7 Flex credits of January as 77, 10 of February. */
const invoices = `number,issuedAt,kind,credits,unitPrice,amount
1,2026-01-01T00:00:00Z,subscription,150,,299.00
2,2026-02-01T00:00:00Z,flex,77,4,308.00
2,2026-02-01T00:00:00Z,subscription,150,,299.00
3,2026-03-01T00:00:00Z,flex,10,4,40.00
`;
const record = 'at,credits,id\n2026-01-10T00:00:00Z,227.7,jan\n2026-02-03T00:00:00Z,160,feb\n';
const terms = 'acme.scenario.json';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe.each(transports)('an audit, $name', (transport) => {
  let host: StartedHost;
  let folder: string;
  let job = 0;
  beforeEach(async () => {
    host = await startHost(transport);
    folder = mkdtempSync(join(tmpdir(), 'drawdown-workspace-'));
    mkdirSync(join(folder, 'theirs'));
    writeFileSync(join(folder, terms), scenario);
    writeFileSync(join(folder, 'theirs/invoices.csv'), invoices);
    writeFileSync(join(folder, 'theirs/usage.csv'), record);
    await host.call('workspace.open', { folder });
  });
  afterEach(async () => {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const nothing = { usage: null, ledger: null, invoices: null, map: null, head: null };
  const run = (files: Partial<Omit<RpcParams<'audit.run'>, 'job'>>) =>
    host.call('audit.run', { job: `job-${++job}`, terms, ...nothing, ...files });

  async function exported(change: (text: string) => string = (text) => text): Promise<string> {
    const ledger = await host.call('ledger.write', { path: terms });
    const { path } = await host.call('ledger.export', { path: ledger.path, format: 'csv' });
    const text = change(readFileSync(join(folder, path), 'utf8'));
    writeFileSync(join(folder, 'theirs/rows.csv'), text);
    return text;
  }

  it('of a ledger that this program wrote is clean, and says what it did not check', async () => {
    const ledger = await host.call('ledger.write', { path: terms });
    const view = await run({ ledger: { path: ledger.path } });
    expect(view).toMatchObject({ name: 'Acme', status: 'clean', findingCount: 0, firstDivergence: null });
    expect(view.totals.difference.total).toBe('0.00');
    expect(view.totals.expected.total).toBe('946.00');
    expect(view.notChecked.join(' ')).toMatch(/Completeness of usage was not checked/);
    expect(view.sources.map(({ role, head }) => [role, head])).toEqual([
      ['terms', null],
      ['ledger', ledger.head],
    ]);
    expect(view.tieOutCount).toEqual({ lines: 4, tied: 4 });
  });

  it('of an exported file with its usage and invoices names all sources, their digests and control totals', async () => {
    const text = await exported();
    const view = await run({
      ledger: { path: 'theirs/rows.csv' },
      usage: { path: 'theirs/usage.csv' },
      invoices: { path: 'theirs/invoices.csv' },
    });
    expect(view.status).toBe('clean');
    expect(view.notChecked).toEqual([]);
    expect(view.sources).toMatchObject([
      { role: 'terms', name: terms, sha256: sha256(scenario), rows: null },
      { role: 'ledger', name: 'theirs/rows.csv', sha256: sha256(text), bytes: text.length },
      { role: 'usage', rows: 2, sha256: sha256(record) },
      { role: 'invoices', rows: 4, sha256: sha256(invoices), totals: [{ title: 'amount', value: '946.00' }] },
    ]);
    expect(view.sources[1]?.totals).toContainEqual({ title: 'flex', value: '87.7' });
    const [, ledger, usage, invoiced] = view.sources;
    expect(ledger?.control?.imported).toMatchObject({ rows: view.rows, first: '2026-01-01T00:00:00Z' });
    expect(ledger?.control?.imported.sums).toContainEqual({ title: 'use', rows: 2, value: '387.7' });
    expect(usage?.control?.imported.sums).toEqual([{ title: 'credits', rows: 2, value: '387.7' }]);
    expect(invoiced?.control?.imported.sums).toContainEqual({ title: 'flex', rows: 2, value: '348.00' });
    for (const { control, unchanged } of view.sources) {
      expect(control?.audited).toEqual(control?.imported);
      expect(unchanged).toBe(true);
    }
    expect(readFileSync(join(folder, 'theirs/rows.csv'), 'utf8')).toBe(text);
  });

  it('of a ledger with an altered cell names its row, and gives more findings by page', async () => {
    const text = await exported((rows) => rows.replace(',227.7,150,0,77.7,0,', ',227.7,140,0,87.7,0,'));
    const row = text.split('\n').findIndex((line) => line.includes(',227.7,140,'));
    const view = await run({ ledger: { path: 'theirs/rows.csv' } });
    expect(view.status).toBe('findings');
    expect(view.firstDivergence?.row).toBe(row);
    expect(view.findings.some((finding) => finding.row === row)).toBe(true);
    const [first] = view.findings;
    expect(view.ruleTexts[first!.rule]).toMatch(/\w/);
    const { auditId, findingCount } = view;
    const page = await host.call('audit.findings', { auditId, code: first!.code, from: 0, count: 10 });
    expect(page.findings[0]).toEqual(first);
    const all = await host.call('audit.findings', { auditId, code: null, from: 0, count: 2000 });
    expect(all.findings).toHaveLength(findingCount);
    const end = await host.call('audit.findings', { auditId, code: null, from: findingCount, count: 1 });
    expect(end.findings).toEqual([]);
  });

  it('of invoices alone, put in piece by piece, ties each line to the one that is due', async () => {
    const rounded = invoices.replace('flex,77,4,308.00', 'flex,78,4,312.00');
    const { upload } = await host.call('upload.begin', { name: 'theirs.csv' });
    await host.call('upload.append', { upload, base64: Buffer.from(rounded).toString('base64') });
    const view = await run({ usage: { path: 'theirs/usage.csv' }, invoices: { upload } });
    expect(view).toMatchObject({ status: 'findings', rows: 0, invoiceLines: 4, tieOutCount: { lines: 4, tied: 3 } });
    expect(view.totals.difference).toMatchObject({ flex: '4.00', total: '4.00' });
    expect(view.tieOut.filter(({ tied }) => !tied)).toEqual([
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

  it('of foreign invoices reads them by their map, and refuses one that is none', async () => {
    const foreign = invoices.replace('number,issuedAt,kind,credits,unitPrice,amount', 'No,Date,What,Credits,Price,Sum');
    writeFileSync(join(folder, 'theirs/foreign.csv'), foreign);
    const columns = {
      number: 'No',
      issuedAt: 'Date',
      kind: 'What',
      credits: 'Credits',
      unitPrice: 'Price',
      amount: 'Sum',
    };
    const map = JSON.stringify({
      format: 'drawdown.audit-map/1',
      columns: { at: 'at', credits: 'credits' },
      kind: 'use',
      invoices: { columns },
    });
    writeFileSync(join(folder, 'theirs/map.json'), map);
    const files = { usage: { path: 'theirs/usage.csv' }, invoices: { path: 'theirs/foreign.csv' } };
    const view = await run({ ...files, map: { path: 'theirs/map.json' } });
    expect(view.tieOutCount).toEqual({ lines: 4, tied: 4 });
    expect(view.sources.find(({ role }) => role === 'map')?.sha256).toBe(sha256(map));
    const none = { job: 'x', terms, ...nothing, ...files, map: { path: terms } };
    expect(await host.refused('audit.run', none)).toBe('bad-input');
  });

  it('of a ledger with rows that cannot be read tells them and goes on', async () => {
    await exported((rows) => `${rows}9,never,use,x,,,1,1,0,0,0,0,0,0,,,\n`);
    const view = await run({ ledger: { path: 'theirs/rows.csv' } });
    expect(view.badRows.count).toBe(1);
    expect(view.badRows.first[0]).toMatchObject({ file: 'theirs/rows.csv', column: 'at' });
    expect(view.rows).toBeGreaterThan(0);
  });

  it('tells how far it is, by the name of the job', async () => {
    await run({ usage: { path: 'theirs/usage.csv' }, invoices: { path: 'theirs/invoices.csv' } });
    const told = () =>
      host.connection.events.flatMap((each) => (each.event === 'audit.progress' ? [each.payload] : []));
    await expect.poll(() => told().map(({ step }) => step)).toContain('Reading the invoices');
    expect(new Set(told().map((each) => each.job))).toEqual(new Set([`job-${job}`]));
  });

  it('that is cancelled while it reads comes to nothing', async () => {
    const { upload } = await host.call('upload.begin', { name: 'large.csv' });
    const piece = Buffer.from('x'.repeat(300_000)).toString('base64');
    for (let count = 0; count < 8; count++) await host.call('upload.append', { upload, base64: piece });
    const params = { job: 'doomed', terms, ...nothing, usage: { path: 'theirs/usage.csv' }, invoices: { upload } };
    const outcome = host.send('audit.run', params);
    const cancel = host.call('audit.cancel', { job: 'doomed' });
    expect((await cancel).cancelled).toBe(true);
    expect(await outcome).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await host.call('audit.cancel', { job: 'doomed' })).toEqual({ cancelled: false });
  });

  it('gives way to other calls while it looks for an explanation, and can be cancelled there', async () => {
    const minute = 60_000;
    const events = Array.from({ length: 20_000 }, (_, index) => {
      return { at: new Date(Date.UTC(2026, 0, 1) + index * minute).toISOString(), credits: 0.05, id: `event-${index}` };
    });
    writeFileSync(join(folder, terms), JSON.stringify({ ...JSON.parse(scenario), usage: { events } }));
    await exported((rows) => rows.replace(',0.05,0.05,0,0,0,', ',0.05,0.04,0,0.01,0,'));
    const outcome = host.send('audit.run', { job: 'long', terms, ...nothing, ledger: { path: 'theirs/rows.csv' } });
    const told = () =>
      host.connection.events.flatMap((each) => (each.event === 'audit.progress' ? [each.payload.step] : []));
    await expect.poll(told, { interval: 5, timeout: 10_000 }).toContain('Looking for what explains the difference');
    expect((await host.call('audit.cancel', { job: 'long' })).cancelled).toBe(true);
    expect(await outcome).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });

  it('says that a source was changed while it was audited', async () => {
    const events = Array.from({ length: 5000 }, (_, index) => {
      return { at: new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString(), credits: 0.05, id: `event-${index}` };
    });
    writeFileSync(join(folder, terms), JSON.stringify({ ...JSON.parse(scenario), usage: { events } }));
    const text = await exported((rows) => rows.replace(',0.05,0.05,0,0,0,', ',0.05,0.04,0,0.01,0,'));
    const outcome = run({ ledger: { path: 'theirs/rows.csv' } });
    const told = () =>
      host.connection.events.flatMap((each) => (each.event === 'audit.progress' ? [each.payload.step] : []));
    await expect.poll(told, { interval: 5, timeout: 10_000 }).toContain('Looking for what explains the difference');
    writeFileSync(join(folder, 'theirs/rows.csv'), `${text}\n`);
    const view = await outcome;
    expect(view.sources.map(({ role, unchanged }) => [role, unchanged])).toEqual([
      ['terms', true],
      ['ledger', false],
    ]);
    expect(view.sources[1]?.sha256).toBe(sha256(text));
  });

  describe('and its working papers', () => {
    const said = { by: 'Ada', text: 'Seen.', reason: null };
    const altered = (rows: string) => rows.replace(',227.7,150,0,77.7,0,', ',227.7,140,0,87.7,0,');

    it('are notes on findings, still there when the same files are audited again', async () => {
      await exported(altered);
      const first = await run({ ledger: { path: 'theirs/rows.csv' } });
      expect(await host.call('audit.papers', { auditId: first.auditId })).toEqual([]);
      const status = 'disputed' as const;
      await host.call('audit.note', { ...said, auditId: first.auditId, finding: 0, status });
      const again = await run({ ledger: { path: 'theirs/rows.csv' } });
      const papers = await host.call('audit.papers', { auditId: again.auditId });
      const { code, row, invoice, at } = again.findings[0]!;
      expect(papers).toMatchObject([
        { by: 'Ada', text: 'Seen.', role: null, status, finding: { code, row, invoice, at } },
      ]);
      await exported((rows) => altered(rows).replace('87.7', '86.7'));
      const other = await run({ ledger: { path: 'theirs/rows.csv' } });
      expect(await host.call('audit.papers', { auditId: other.auditId })).toEqual([]);
    });

    it('are signed by a preparer, then by somebody else, and change for a reason only', async () => {
      await exported();
      const { auditId } = await run({ ledger: { path: 'theirs/rows.csv' } });
      const sign = (role: 'preparer' | 'reviewer', by: string, reason: string | null = null) =>
        host.send('audit.signOff', { auditId, role, by, text: '', reason });
      expect(await sign('reviewer', 'Ben')).toMatchObject({ ok: false, error: { code: 'not-prepared' } });
      expect(await sign('preparer', 'Ada')).toMatchObject({ ok: true });
      expect(await sign('reviewer', ' ada ')).toMatchObject({ ok: false, error: { code: 'same-person' } });
      expect(await sign('reviewer', 'Ben')).toMatchObject({ ok: true });
      expect(await sign('preparer', 'Ada')).toMatchObject({ ok: false, error: { code: 'reason-needed' } });
      const note = { ...said, auditId, finding: null, status: null };
      expect(await host.refused('audit.note', note)).toBe('reason-needed');
      const papers = await host.call('audit.note', { ...note, reason: 'A typing error.' });
      expect(papers.map(({ by, role, reason }) => [by, role, reason])).toEqual([
        ['Ada', 'preparer', null],
        ['Ben', 'reviewer', null],
        ['Ada', null, 'A typing error.'],
      ]);
    });

    it('are refused where they say nothing, are about nothing, or of no audit', async () => {
      await exported();
      const { auditId } = await run({ ledger: { path: 'theirs/rows.csv' } });
      const note = { ...said, auditId, finding: null, status: null };
      expect(await host.refused('audit.note', { ...note, text: '  ' })).toBe('empty-note');
      expect(await host.refused('audit.note', { ...note, by: ' ' })).toBe('bad-params');
      expect(await host.refused('audit.note', { ...note, finding: 99 })).toBe('unknown-finding');
      expect(await host.refused('audit.note', { ...note, auditId: 'none' })).toBe('unknown-audit');
    });
  });

  describe('packed as evidence', () => {
    it('holds inputs and report, from the folder and from what was put in, and never overwrites', async () => {
      await exported();
      const { upload } = await host.call('upload.begin', { name: 'their invoices.csv' });
      await host.call('upload.append', { upload, base64: Buffer.from(invoices).toString('base64') });
      const { auditId } = await run({ ledger: { path: 'theirs/rows.csv' }, invoices: { upload } });
      const first = await host.call('audit.pack', { auditId });
      expect(first.path).toBe('reports/audit-rows.zip');
      const second = await host.call('audit.pack', { auditId });
      expect(second.path).toBe('reports/audit-rows-2.zip');
      const bytes = readFileSync(join(folder, first.path));
      expect(bytes.subarray(0, 2).toString()).toBe('PK');
      for (const name of [
        'report.html',
        'SHA256SUMS',
        'inputs/ledger/rows.csv',
        'inputs/invoices/their invoices.csv',
      ]) {
        expect(bytes.includes(name)).toBe(true);
      }
      expect(readFileSync(join(folder, second.path)).equals(bytes)).toBe(true);
    });

    it('holds a ledger in its folder, and is refused once a source is another', async () => {
      const ledger = await host.call('ledger.write', { path: terms });
      const { auditId } = await run({ ledger: { path: ledger.path } });
      expect((await host.call('audit.pack', { auditId })).path).toBe('reports/audit-acme.zip');
      writeFileSync(join(folder, terms), `${scenario}\n`);
      expect(await host.refused('audit.pack', { auditId })).toBe('source-changed');
      expect(await host.refused('audit.pack', { auditId: 'none' })).toBe('unknown-audit');
    });
  });

  it('is refused where there is nothing to audit, or no such file, or it lies outside', async () => {
    const refused = (files: Partial<RpcParams<'audit.run'>>) =>
      host.refused('audit.run', { job: 'x', terms, ...nothing, ...files });
    expect(await refused({})).toBe('nothing-to-audit');
    expect(await refused({ invoices: { path: 'theirs/invoices.csv' } })).toBe('nothing-to-audit');
    expect(await refused({ ledger: { path: 'theirs/none.csv' } })).toBe('missing');
    expect(await refused({ ledger: { path: '../../etc/passwd' } })).toBe('outside');
    expect(await refused({ ledger: { upload: 'none' } })).toBe('unknown-upload');
    expect(await refused({ ledger: { path: 'theirs' } })).not.toBe('bug');
    expect(await refused({ usage: { path: 'theirs' }, invoices: { path: 'theirs/invoices.csv' } })).toBe('not-a-file');
    writeFileSync(join(folder, 'theirs/empty.csv'), '');
    expect(await refused({ ledger: { path: 'theirs/empty.csv' } })).toBe('bad-input');
    expect(await host.refused('audit.findings', { auditId: 'none', code: null, from: 0, count: 1 })).toBe(
      'unknown-audit',
    );
  });

  it('is refused with the faults of the terms, each in its place', async () => {
    writeFileSync(join(folder, terms), scenario.replace('"plan":"team"', '"plan":"teem"'));
    const outcome = await host.send('audit.run', {
      job: 'x',
      terms,
      ...nothing,
      usage: { path: 'theirs/usage.csv' },
      invoices: { path: 'theirs/invoices.csv' },
    });
    expect(outcome).toMatchObject({
      ok: false,
      error: { code: 'faults', diagnostics: [{ path: 'timeline[0].plan' }] },
    });
  });
});
