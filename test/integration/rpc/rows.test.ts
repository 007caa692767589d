import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rowColumns } from '../../../shared/ledger/row.ts';
import { cellOrder } from '../../../renderer/contrib/ledger/gridColumns.ts';
import { scenarioOf } from '../../support/growth.ts';
import { startHost, transports, type StartedHost } from '../../support/rpcTransports.ts';

const path = 'acme.scenario.json';
/** 40 uses, of which every fourth is of 30 minutes and the others of an hour more. */
const events = Array.from({ length: 40 }, (_, index) => ({
  at: `2026-01-${String(2 + (index % 20)).padStart(2, '0')}T0${Math.floor(index / 20)}:00:00Z`,
  meter: 'training',
  quantity: index % 4 === 0 ? 30 : 90,
  id: `job-${index}`,
}));
const scenario = JSON.stringify(scenarioOf({ usage: { events } }));

describe.each(transports)('rows as a grid looks at them, $name', (transport) => {
  let host: StartedHost;
  let folder: string;
  beforeEach(async () => {
    host = await startHost(transport);
    folder = mkdtempSync(join(tmpdir(), 'drawdown-workspace-'));
    writeFileSync(join(folder, path), scenario);
    await host.call('workspace.open', { folder });
  });
  afterEach(async () => {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('of a bill and of its ledger are the same, in every order, page by page', async () => {
    const { bill } = await host.call('bill.compute', { path, text: scenario });
    await host.call('ledger.write', { path });
    const sources = [{ runId: bill!.runId }, { ledger: 'acme.ledger' }];
    const sort = [{ column: 'credits', descending: true }];
    const pages = [];
    for (const source of sources) {
      const opened = await host.call('rows.open', { source });
      expect(opened).toMatchObject({ total: bill!.rowCount });
      expect(opened.columns.map(({ id }) => id)).toEqual(rowColumns);
      const arranged = await host.call('rows.arrange', { job: 'a', source, sort, filters: [] });
      if (!('view' in arranged)) throw new Error('there is no filter');
      const rows = [];
      for (let from = 0; from < arranged.shown; from += 7) {
        const page = await host.call('rows.page', { source, view: arranged.view, from, count: 7 });
        rows.push(...page.rows);
      }
      expect(rows).toHaveLength(bill!.rowCount);
      const plain = await host.call('rows.page', { source, view: null, from: 0, count: 2000 });
      expect([...rows].sort((a, b) => a.row - b.row)).toEqual(plain.rows);
      pages.push(rows);
    }
    expect(pages[0]).toEqual(pages[1]);
    const uses = pages[0]!.filter(({ cells }) => cells[2] === 'use').map(({ cells }) => cells[6]);
    expect(uses).toEqual([...Array<string>(30).fill('3'), ...Array<string>(10).fill('1')]);
  });

  it('are filtered, found and placed, and bad filters are told with their places', async () => {
    const { bill } = await host.call('bill.compute', { path, text: scenario });
    const source = { runId: bill!.runId };
    const filters = [
      { column: 'kind', text: '=use' },
      { column: 'credits', text: '<2' },
    ];
    const arranged = await host.call('rows.arrange', { job: 'a', source, sort: [], filters });
    if (!('view' in arranged)) throw new Error('the filters can be read');
    expect(arranged.shown).toBe(10);
    const { view } = arranged;
    const page = await host.call('rows.page', { source, view, from: 0, count: 10 });
    expect(await host.call('rows.place', { view, row: page.rows[3]!.row })).toEqual({ position: 3, folded: null });
    expect(await host.call('rows.place', { view, row: 1 })).toBeNull();

    const { found, count } = await host.call('rows.find', {
      job: 'f',
      source,
      view,
      text: 'JOB-',
      matchCase: false,
      columns: ['id', 'meter'],
    });
    expect(count).toBe(10);
    const first = await host.call('rows.nextFound', { found, after: { position: -1, column: -1 }, step: 1 });
    expect(first).toEqual({ position: 0, column: 0, ordinal: 1, row: page.rows[0]!.row });

    const bad = await host.call('rows.arrange', {
      job: 'a',
      source,
      sort: [],
      filters: [{ column: 'credits', text: '>lots' }],
    });
    expect(bad).toMatchObject({ faults: [{ column: 'credits', code: 'not-a-number', from: 1, until: 5 }] });
  });

  it('in groups are headers with exact sums, and the rows of those that are unfolded', async () => {
    const { bill } = await host.call('bill.compute', { path, text: scenario });
    await host.call('ledger.write', { path });
    const whole = { folded: true, except: [] };
    const pages = [];
    for (const source of [{ runId: bill!.runId }, { ledger: 'acme.ledger' }]) {
      const arranged = await host.call('rows.arrange', {
        job: 'a',
        source,
        sort: [{ column: 'credits', descending: true }],
        filters: [],
        group: { column: 'kind', folds: whole },
      });
      if (!('view' in arranged)) throw new Error('there is no filter');
      const { view, groups } = arranged;
      expect(arranged).toMatchObject({ shown: bill!.rowCount, lines: groups!.count });
      const folded = await host.call('rows.page', { source, view, from: 0, count: 100 });
      const use = folded.rows.findIndex(({ group }) => group?.label === 'use');
      expect(folded.rows[use]).toMatchObject({ row: 0, group: { rows: 40, folded: true } });
      expect(folded.rows[use]!.cells.slice(2, 7)).toEqual(['use', '', '', '', '100']);

      // Unfolded, its rows follow by falling credits, each with where its header is.
      const folds = { folded: true, except: ['use'] };
      expect(await host.call('rows.fold', { view, folds, at: use })).toEqual({ lines: groups!.count + 40, at: use });
      const unfolded = await host.call('rows.page', { source, view, from: use, count: 41 });
      expect(unfolded.rows[0]!.group).toMatchObject({ label: 'use', folded: false });
      const uses = unfolded.rows.slice(1);
      expect(uses.every(({ under, cells }) => under === use && cells[2] === 'use')).toBe(true);
      expect([uses[0]!.cells[6], uses[39]!.cells[6]]).toEqual(['3', '1']);

      // A row is placed where it stands, or at the header of its group; a line is followed as groups are folded.
      const row = uses[4]!.row;
      expect(await host.call('rows.place', { view, row })).toEqual({ position: use + 5, folded: null });
      expect(await host.call('rows.fold', { view, folds: whole, at: use + 5 })).toMatchObject({ at: use });
      expect(await host.call('rows.place', { view, row })).toEqual({ position: use, folded: 'use' });
      pages.push([folded.rows, unfolded.rows]);

      // Found in a group that is folded: at its header, with the number of the row itself.
      const search = { job: 'f', source, view, text: 'job-3', matchCase: false, columns: ['id'] };
      const { found, count } = await host.call('rows.find', search);
      expect(count).toBe(11);
      const first = await host.call('rows.nextFound', { found, after: { position: -1, column: -1 }, step: 1 });
      expect(first).toMatchObject({ position: use, ordinal: 1 });
      await host.call('rows.fold', { view, folds, at: null });
      const place = await host.call('rows.place', { view, row: first!.row });
      const next = await host.call('rows.nextFound', {
        found,
        after: { position: place!.position, column: 0 },
        step: 1,
      });
      expect(next).toMatchObject({ ordinal: 2 });
      expect(next!.position).toBeGreaterThan(place!.position);
    }
    expect(pages[0]).toEqual(pages[1]);
  });

  it('have one cause as a group, whatever the lines of their usage', async () => {
    const { bill } = await host.call('bill.compute', { path, text: scenario });
    const source = { runId: bill!.runId };
    const group = { column: 'cause', folds: { folded: true, except: [] } };
    const arranged = await host.call('rows.arrange', { job: 'a', source, sort: [], filters: [], group });
    const { view } = 'view' in arranged ? arranged : { view: '' };
    const { rows } = await host.call('rows.page', { source, view, from: 0, count: 100 });
    expect(rows.map(({ group }) => group)).toContainEqual({ label: 'usage.events', rows: 40, folded: true });
  });

  it('are grouped by months of the zone of their scenario', async () => {
    const zoned = JSON.stringify(scenarioOf({ timeZone: 'Asia/Tokyo', usage: { events } }));
    const { bill } = await host.call('bill.compute', { path, text: zoned });
    const group = { column: 'at', folds: { folded: true, except: [] } };
    const wish = { job: 'a', source: { runId: bill!.runId }, sort: [], filters: [], group };
    expect(await host.call('rows.arrange', wish)).toMatchObject({ groups: { zone: 'Asia/Tokyo' } });
  });

  it('of the arrangement before last are no longer kept', async () => {
    const { bill } = await host.call('bill.compute', { path, text: scenario });
    const source = { runId: bill!.runId };
    const arranged = async (descending: boolean) => {
      const sort = [{ column: 'credits', descending }];
      const made = await host.call('rows.arrange', { job: 'a', source, sort, filters: [] });
      return 'view' in made ? made.view : '';
    };
    const views = [await arranged(true), await arranged(false), await arranged(true)];
    const page = { source, from: 0, count: 1 };
    expect(await host.refused('rows.page', { ...page, view: views[0]! })).toBe('unknown-view');
    for (const view of views.slice(1))
      expect(await host.call('rows.page', { ...page, view })).toMatchObject({ from: 0 });
  });

  it('of what is not there are refused', async () => {
    const nothing = { sort: [], filters: [] };
    expect(await host.refused('rows.open', { source: { runId: 'none' } })).toBe('unknown-run');
    expect(await host.refused('rows.open', { source: { ledger: 'none.ledger' } })).toBe('missing');
    const { bill } = await host.call('bill.compute', { path, text: scenario });
    const source = { runId: bill!.runId };
    const sort = [{ column: 'colour', descending: false }];
    expect(await host.refused('rows.arrange', { job: 'a', source, ...nothing, sort })).toBe('unknown-column');
    const group = { column: 'colour', folds: { folded: true, except: [] } };
    expect(await host.refused('rows.arrange', { job: 'a', source, ...nothing, group })).toBe('unknown-column');
    const plain = await host.call('rows.arrange', { job: 'a', source, ...nothing });
    const { view } = 'view' in plain ? plain : { view: '' };
    expect(await host.refused('rows.fold', { view, folds: group.folds, at: null })).toBe('not-grouped');
    expect(await host.refused('rows.page', { source, view: 'none', from: 0, count: 1 })).toBe('unknown-view');
    const after = { position: -1, column: -1 };
    expect(await host.refused('rows.nextFound', { found: 'none', after, step: 1 })).toBe('unknown-search');
    expect(await host.call('rows.cancel', { job: 'a' })).toEqual({ cancelled: false });
  });
});

it('the ledger grid takes cells in the order in which the host gives them', () => {
  expect(cellOrder).toEqual(rowColumns);
});
