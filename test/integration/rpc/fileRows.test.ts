import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startHost, transports, type StartedHost } from '../../support/rpcTransports.ts';

const path = 'usage/jan.csv';
const source = { file: path };

describe.each(transports)('a file of rows as a grid, $name', (transport) => {
  let host: StartedHost;
  let folder: string;
  beforeEach(async () => {
    host = await startHost(transport);
    folder = mkdtempSync(join(tmpdir(), 'drawdown-workspace-'));
    mkdirSync(join(folder, 'usage'));
    await host.call('workspace.open', { folder });
  });
  afterEach(async () => {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (text: string, name = path) => writeFileSync(join(folder, name), text);
  const page = (from: number, count: number, view: string | null = null) =>
    host.call('rows.page', { source, view, from, count });

  it('has its columns by name, with what they hold, and the line of each row', async () => {
    write(
      'at;meter;quantity;at;\n2026-01-02T00:00:00Z;"a;b";7;x;1\n\n2026-01-03T00:00:00Z;"two\nlines";-1.50;;y\nz;1;2;3;4',
    );
    const opened = await host.call('rows.open', { source });
    expect(opened.total).toBe(3);
    expect(opened.columns).toEqual([
      { id: 'Line', kind: 'number' },
      { id: 'at', kind: 'text' },
      { id: 'meter', kind: 'text' },
      { id: 'quantity', kind: 'number', isAmount: true, isCount: true },
      { id: 'at (2)', kind: 'text' },
      { id: 'Column 5', kind: 'text' },
    ]);
    expect((await page(0, 10)).rows).toEqual([
      { row: 1, cells: ['2', '2026-01-02T00:00:00Z', 'a;b', '7', 'x', '1'] },
      { row: 2, cells: ['4', '2026-01-03T00:00:00Z', 'two·lines', '-1.50', '', 'y'] },
      { row: 3, cells: ['6', 'z', '1', '2', '3', '4'] },
    ]);
  });

  it('is ordered by time and by figure, and read back from anywhere', async () => {
    const lines = Array.from({ length: 3000 }, (_, row) => {
      const at = new Date(Date.UTC(2026, 0, 1) + ((row * 7919) % 3000) * 60_000).toISOString();
      return `${at},e${row},${(row * 31) % 1000}`;
    });
    write(`\uFEFFat,id,quantity\r\n${lines.join('\r\n')}\r\n`);
    const { columns } = await host.call('rows.open', { source });
    expect(columns.map(({ kind }) => kind)).toEqual(['number', 'instant', 'text', 'number']);
    const sort = [{ column: 'at', descending: true }];
    const filters = [{ column: 'quantity', text: '>=500' }];
    const arranged = await host.call('rows.arrange', { job: 'a', source, sort, filters });
    if (!('view' in arranged)) throw new Error('the filter can be read');
    const wanted = lines
      .map((line, at) => [String(at + 2), ...line.split(',')])
      .filter((cells) => Number(cells[3]) >= 500)
      .sort((a, b) => (a[1]! < b[1]! ? 1 : -1));
    expect(arranged.shown).toBe(wanted.length);
    const { rows } = await page(200, 900, arranged.view);
    expect(rows.map(({ cells }) => cells)).toEqual(wanted.slice(200, 1100));
  });

  it('may be lines of JSON, of which one that cannot be read shows as it stands', async () => {
    write(
      '{"Line":1,"credits":2e1,"tag":{"a":"x"}}\n{"credits":1.5}\n{"credits":\n{"tag":{"a":"y"},"Line":4}\n',
      'usage/a.ndjson',
    );
    const json = { file: 'usage/a.ndjson' };
    const { columns } = await host.call('rows.open', { source: json });
    expect(columns.map(({ id }) => id)).toEqual(['Line', 'Line (2)', 'credits', 'tag.a']);
    const { rows } = await host.call('rows.page', { source: json, view: null, from: 1, count: 3 });
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['2', '', '1.5', ''],
      ['3', '{"credits":', '', ''],
      ['4', '4', '', 'y'],
    ]);
  });

  it('never shows keys', async () => {
    write('at,api_key,note\n2026-01-01,abc,password=hunter2\n');
    const { rows } = await page(0, 1);
    expect(rows[0]!.cells).toEqual(['2', '2026-01-01', '[redacted]', 'password=[redacted]']);
  });

  it('has no sum of money of several currencies', async () => {
    write('team,BillingCurrency,BilledCost,images\na,USD,1.50,2\na,EUR,2,3\nb,EUR,4.25,1\nb,EUR,0.05,1\n');
    const group = { column: 'team', folds: { folded: true, except: [] } };
    const arranged = await host.call('rows.arrange', { job: 'a', source, sort: [], filters: [], group });
    if (!('view' in arranged)) throw new Error('there is no filter');
    const { rows } = await host.call('rows.page', { source, view: arranged.view, from: 0, count: 9 });
    expect(rows.map(({ cells, group: header }) => [cells, header?.mixed])).toEqual([
      [['', 'a', '', '', '5'], [3]],
      [['', 'b', '', '4.3', '2'], undefined],
    ]);
  });

  it('that was changed is looked through anew; rows of before are not mixed with it', async () => {
    write('a,b\n1,2\n3,4\n');
    const arranged = await host.call('rows.arrange', {
      job: 'a',
      source,
      sort: [{ column: 'a', descending: true }],
      filters: [],
    });
    if (!('view' in arranged)) throw new Error('there is no filter');
    write('a,b\n10,20\n30,40\n50,60\n');
    expect((await page(0, 10)).total).toBe(3);
    expect(await host.refused('rows.page', { source, view: arranged.view, from: 0, count: 2 })).toBe('file-changed');
  });

  it('is refused where its rows cannot be told', async () => {
    write('');
    expect(await host.refused('rows.open', { source })).toBe('empty-file');
    write('a,b\r1,2\r3,4\r');
    expect(await host.refused('rows.open', { source })).toBe('line-ends');
    expect(await host.refused('rows.open', { source: { file: '../elsewhere.csv' } })).toBe('outside');
    expect(await host.refused('rows.open', { source: { file: 'usage/none.csv' } })).toBe('missing');
  });
});
