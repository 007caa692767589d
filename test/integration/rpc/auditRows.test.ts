import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RpcParams } from '../../../shared/rpc/table.ts';
import { startHost, transports, type StartedHost } from '../../support/rpcTransports.ts';

const terms = 'acme.scenario.json';
const scenario = JSON.stringify({
  format: 'drawdown.scenario/1',
  name: 'Acme',
  currency: 'USD',
  timeZone: 'UTC',
  horizon: { start: '2026-01-01', end: '2026-03-01' },
  plans: [{ id: 'team', kind: 'paid', cycle: 'monthly', fee: 299, includedCredits: 150, flexPrice: 4 }],
  meters: [
    {
      id: 'image',
      unit: 'image',
      runs: 'hosted',
      rates: [
        { from: '2020-01-01', credits: 1, per: 100 },
        { from: '2026-02-01', credits: 2, per: 100 },
      ],
    },
  ],
  timeline: [
    { at: '2026-01-01', do: 'subscribe', plan: 'team' },
    { at: '2026-01-05', do: 'buy-prepaid', credits: 20, unitPrice: 3, id: 'lot' },
    { at: '2026-01-20', do: 'set-flex', enabled: false },
  ],
  usage: {
    events: [
      { at: '2026-01-10', credits: 177.5, id: 'jan' },
      { at: '2026-02-03', meter: 'image', quantity: 1000, id: 'feb' },
    ],
  },
});
const invoices = `number,issuedAt,kind,credits,unitPrice,amount
1,2026-01-01T00:00:00Z,subscription,150,,299.00
2,2026-01-05T00:00:00Z,prepaid,20,3,60.00
3,2026-02-01T00:00:00Z,flex,8,4,32.00
3,2026-02-01T00:00:00Z,subscription,150,,299.00
`;

describe.each(transports)('a finding, $name', (transport) => {
  let host: StartedHost;
  let folder: string;
  beforeEach(async () => {
    host = await startHost(transport);
    folder = mkdtempSync(join(tmpdir(), 'drawdown-workspace-'));
    mkdirSync(join(folder, 'theirs'));
    writeFileSync(join(folder, terms), scenario);
    await host.call('workspace.open', { folder });
  });
  afterEach(async () => {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (files: Partial<RpcParams<'audit.run'>>) =>
    host.call('audit.run', {
      job: 'j',
      terms,
      usage: null,
      ledger: null,
      invoices: null,
      map: null,
      head: null,
      ...files,
    });

  async function exported(change: (text: string) => string = (text) => text): Promise<string> {
    const ledger = await host.call('ledger.write', { path: terms });
    const { path } = await host.call('ledger.export', { path: ledger.path, format: 'csv' });
    const text = change(readFileSync(join(folder, path), 'utf8'));
    writeFileSync(join(folder, 'theirs/rows.csv'), text);
    return text;
  }

  it('stands in a list beside the rows and the lines of invoices, ordered and filtered as a grid looks at them', async () => {
    await exported((rows) => rows.replace(',177.5,150,20,7.5,0,', ',177.5,140,20,17.5,0,'));
    writeFileSync(join(folder, 'theirs/invoices.csv'), `${invoices}4,2026-02-09T00:00:00Z,prepaid,7,3,21.00\n`);
    const view = await run({ ledger: { path: 'theirs/rows.csv' }, invoices: { path: 'theirs/invoices.csv' } });
    const { auditId, findingCount, tieOutCount } = view;
    const open = (list: 'findings' | 'rows' | 'tie-out' | 'bad-rows') =>
      host.call('rows.open', { source: { auditId, list } });
    expect((await open('findings')).total).toBe(findingCount);
    expect((await open('rows')).total).toBe(view.rows);
    expect((await open('tie-out')).total).toBe(tieOutCount.lines);
    expect((await open('bad-rows')).total).toBe(0);

    const source = { auditId, list: 'findings' } as const;
    const filters = [{ column: 'code', text: '=draw-order' }];
    const arranged = await host.call('rows.arrange', { job: 'a', source, sort: [], filters });
    if (!('view' in arranged)) throw new Error('the filter can be read');
    const { rows } = await host.call('rows.page', { source, view: arranged.view, from: 0, count: 10 });
    const { columns } = await open('findings');
    const cell = (id: string) => rows[0]!.cells[columns.findIndex((column) => column.id === id)];
    const finding = view.findings.find(({ code }) => code === 'draw-order')!;
    expect(rows[0]!.row).toBe(finding.index + 1);
    expect([cell('row'), cell('at'), cell('actual')]).toEqual([String(finding.row), finding.at, finding.actual]);

    const untied = await host.call('rows.arrange', {
      job: 'b',
      source: { auditId, list: 'tie-out' },
      sort: [],
      filters: [{ column: 'tied', text: '="not tied"' }],
    });
    expect(untied).toMatchObject({ shown: tieOutCount.lines - tieOutCount.tied });
    expect(tieOutCount.lines).toBeGreaterThan(tieOutCount.tied);
    expect(await host.refused('rows.open', { source: { auditId: 'gone', list: 'rows' } })).toBe('unknown-audit');
  });

  it('of a file shows the row as it stands there, its neighbours, and the due row beside it', async () => {
    const text = await exported((rows) => rows.replace(',177.5,150,20,7.5,0,', ',177.5,140,20,17.5,0,'));
    const view = await run({ ledger: { path: 'theirs/rows.csv' } });
    const finding = view.findings.find(({ code }) => code === 'draw-order')!;
    const page = await host.call('audit.rows', { auditId: view.auditId, row: finding.row!, before: 2, after: 1 });
    expect(page).toMatchObject({ asInFile: true, total: view.rows, from: finding.row! - 2 });
    expect(page.columns).toEqual(text.split('\n')[0]!.split(','));
    const lines = text.split('\n');
    expect(page.rows.map(({ row, line, cells }) => [row, line, cells.join(',')])).toEqual(
      [-2, -1, 0, 1].map((by) => [finding.row! + by, finding.row! + 1 + by, lines[finding.row! + by]]),
    );
    const { beside, why, places } = await host.call('audit.reason', { auditId: view.auditId, finding: finding.index });
    const cell = (cells: readonly string[] | null, column: string) => cells?.[beside!.columns.indexOf(column)];
    expect([cell(beside!.actual, 'included'), cell(beside!.due, 'included')]).toEqual(['140', '150']);
    const off = beside!.columns.filter((_, index) => beside!.differs[index]);
    expect(off).toEqual(['included', 'flex']);
    expect(why?.arithmetic).toContain('177.5 = 150 included + 20 prepaid + 7.5 Flex');
    expect(places.map(({ path }) => path)).toEqual(['timeline[0]', 'plans[0]']);
  });

  it('of an upload is shown from what was put in, and rows that could not be read stand among their neighbours', async () => {
    const text = await exported((rows) => {
      const bad = rows.replace(',177.5,150,20,7.5,0,', ',177.5,140,20,17.5,0,');
      const at = bad.split('\n').findIndex((line) => line.includes(',177.5,'));
      return bad.split('\n').toSpliced(at, 0, 'no,row,"at all').join('\r\n');
    });
    const { upload } = await host.call('upload.begin', { name: 'theirs.csv' });
    await host.call('upload.append', { upload, base64: Buffer.from(text).toString('base64') });
    const view = await run({ ledger: { upload } });
    const { row } = view.findings.find(({ code }) => code === 'draw-order')!;
    const page = await host.call('audit.rows', { auditId: view.auditId, row: row!, before: 1, after: 0 });
    expect(page.rows.map((each) => each.row)).toEqual([row! - 1, null, row]);
    expect(page.rows.at(-1)!.cells).toContain('17.5');
  });

  it('of a rate leads to the meter and its rate of that day', async () => {
    await exported((rows) => rows.replace(',1000,20,20,', ',1000,10,10,'));
    const view = await run({ ledger: { path: 'theirs/rows.csv' } });
    const finding = view.findings.find(({ code }) => code === 'rate')!;
    const { places, why } = await host.call('audit.reason', { auditId: view.auditId, finding: finding.index });
    expect(places[0]).toEqual({ title: 'Meter image, its rate of that day', path: 'meters[0].rates[1]' });
    expect(JSON.stringify(why)).toContain('2 credits per 100 image');
  });

  it('of a missing purchase leads to the entry of the timeline that ordered it', async () => {
    await exported((rows) => {
      const lines = rows.split('\n').filter((line) => !line.includes(',purchase,'));
      return lines.join('\n');
    });
    const view = await run({ ledger: { path: 'theirs/rows.csv' } });
    const finding = view.findings.find(({ code }) => code === 'missing-purchase')!;
    const reason = await host.call('audit.reason', { auditId: view.auditId, finding: finding.index });
    expect(reason.places[0]).toEqual({ title: 'Timeline, 2026-01-05: prepaid purchase lot', path: 'timeline[1]' });
    expect(reason.beside).toMatchObject({ actual: null });
    expect(reason.beside?.due).toContain('20');
  });

  it('of an invoice gives the sum of the line that is due', async () => {
    writeFileSync(join(folder, 'theirs/invoices.csv'), invoices);
    writeFileSync(
      join(folder, 'theirs/usage.csv'),
      'at,meter,quantity,credits,id\n2026-01-10T00:00:00Z,,,177.5,jan\n2026-02-03T00:00:00Z,image,1000,,feb\n',
    );
    const view = await run({ usage: { path: 'theirs/usage.csv' }, invoices: { path: 'theirs/invoices.csv' } });
    const [finding] = view.findings;
    const { why, beside, places } = await host.call('audit.reason', { auditId: view.auditId, finding: finding!.index });
    expect(why?.arithmetic).toBe('7 × $4 = $28.00');
    expect(beside).toBeNull();
    expect(places.map(({ path }) => path)).toContain('plans[0]');
  });

  it('cannot be asked of another audit, nor of rows that are not there', async () => {
    await exported();
    const { auditId, rows } = await run({ ledger: { path: 'theirs/rows.csv' } });
    const around = { auditId, before: 1, after: 1 };
    expect(await host.refused('audit.rows', { ...around, row: rows + 1 })).toBe('unknown-row');
    expect(await host.refused('audit.rows', { ...around, auditId: 'none', row: 1 })).toBe('unknown-audit');
    expect(await host.refused('audit.reason', { auditId, finding: 0 })).toBe('unknown-finding');
    rmSync(join(folder, 'theirs/rows.csv'));
    const page = await host.call('audit.rows', { ...around, row: 1 });
    expect(page).toMatchObject({ asInFile: false, rows: [{ row: 1 }, { row: 2 }] });
  });
});
