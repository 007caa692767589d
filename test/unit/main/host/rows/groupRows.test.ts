import { describe, expect, it } from 'vitest';
import { groupLines } from '../../../../../main/host/rows/groupLines.ts';
import { groupRows } from '../../../../../main/host/rows/groupRows.ts';
import { rowsOfList } from '../../../../../main/host/rows/rowsOfList.ts';
import type { RowsColumn } from '../../../../../shared/rpc/rowViews.ts';
import type { SortKey } from '../../../../../shared/base/rows/rowOrder.ts';
import { zoneOf } from '../../../../../shared/calendar/zone.ts';

const columns: readonly RowsColumn[] = [
  { id: 'at', kind: 'instant' },
  { id: 'kind', kind: 'text' },
  { id: 'credits', kind: 'number', isAmount: true },
  { id: 'left', kind: 'number' },
];
const cells = [
  ['2026-01-31T22:30:00Z', 'grant', '150', '150'],
  ['2026-01-31T23:30:00Z', 'use', '0.1', '149.9'],
  ['2026-02-10T00:00:00Z', 'use', '0.2', '149.7'],
  ['2026-02-28T23:00:00Z', '', '', '149.7'],
  ['2026-03-01T00:00:00Z', 'use', '10', '139.7'],
];
const rowsIn = (zone: string) =>
  rowsOfList({ columns, total: cells.length, zone: zoneOf(zone)!, cells: (position) => cells[position]! });
const atOnce = { turn: () => null };
const plain = { sort: [], tests: [] };

async function grouped(group: string, wish: Partial<Parameters<typeof groupRows>[1]> = {}, zone = 'UTC') {
  const { order, groups } = await groupRows(rowsIn(zone), { ...plain, ...wish, group }, atOnce);
  const rows = (at: number) => Array.from(order.slice(groups.starts[at], groups.starts[at + 1]), (place) => place + 1);
  return groups.labels.map((label, at) => [label, rows(at), groups.sum(at, 2)]);
}

describe('rows in groups', () => {
  it('stand by label, those without one last, each with the exact sum of its amounts', async () => {
    expect(await grouped('kind')).toEqual([
      ['grant', [1], '150'],
      ['use', [2, 3, 5], '10.3'],
      ['', [4], ''],
    ]);
  });

  it('add up amounts, and nothing else', async () => {
    const { groups } = await groupRows(rowsIn('UTC'), { ...plain, group: 'kind' }, atOnce);
    expect([0, 1, 2].map((group) => groups.sum(group, 3))).toEqual(['', '', '']);
  });

  it('of instants are those of a month in their zone', async () => {
    expect(await grouped('at')).toEqual([
      ['2026-01', [1, 2], '150.1'],
      ['2026-02', [3, 4], '0.2'],
      ['2026-03', [5], '10'],
    ]);
    expect((await grouped('at', {}, 'Europe/Berlin')).map(([label, rows]) => [label, rows])).toEqual([
      ['2026-01', [1]],
      ['2026-02', [2, 3]],
      ['2026-03', [4, 5]],
    ]);
  });

  it('are sorted and filtered within, and downwards where the rows are', async () => {
    const sort = [
      { column: 'kind', descending: true },
      { column: 'credits', descending: true },
    ];
    const tests = [{ column: 2, test: (cell: string) => cell !== '0.1' }];
    expect(await grouped('kind', { sort, tests })).toEqual([
      ['use', [5, 3], '10.2'],
      ['grant', [1], '150'],
      ['', [4], ''],
    ]);
  });

  const byCredits = (descending: boolean) => ({ sort: [{ column: 'credits', descending }] });

  it('stand by their sums where the rows are sorted by a column that is added up, those without one last', async () => {
    expect((await grouped('at', byCredits(false))).map(([label, , sum]) => [label, sum])).toEqual([
      ['2026-02', '0.2'],
      ['2026-03', '10'],
      ['2026-01', '150.1'],
    ]);
    expect(await grouped('kind', byCredits(true))).toEqual([
      ['grant', [1], '150'],
      ['use', [5, 3, 2], '10.3'],
      ['', [4], ''],
    ]);
    expect((await grouped('kind', byCredits(false))).map(([label]) => label)).toEqual(['use', 'grant', '']);
  });

  it('stand by their labels where their sums are alike, and where the rows are sorted by what has no sum', async () => {
    // 0.1 + 0.2 is 0.3, and the last differs from it by less than a double tells.
    const figures = [
      ['c', '0.1'],
      ['a', '0.30'],
      ['c', '0.2'],
      ['b', '0.3'],
      ['d', '0.300000000000000000001'],
    ];
    const rows = rowsOfList({
      columns: [
        { id: 'team', kind: 'text' },
        { id: 'cost', kind: 'number', isAmount: true },
        { id: 'rate', kind: 'number' },
      ],
      total: figures.length,
      cells: (position) => [...figures[position]!, String(-position)],
    });
    const labels = async (...sort: readonly SortKey[]) =>
      (await groupRows(rows, { tests: [], sort, group: 'team' }, atOnce)).groups.labels.join('');
    const cost = { column: 'cost', descending: false };
    const team = { column: 'team', descending: true };
    expect(await labels(cost)).toBe('abcd');
    expect(await labels({ ...cost, descending: true })).toBe('dabc');
    expect(await labels(cost, team)).toBe('cbad');
    expect(await labels(team, cost)).toBe('dcba');
    expect(await labels({ column: 'rate', descending: false })).toBe('abcd');
  });

  it('add up no money of several currencies, but all that is counted', async () => {
    const bills = [
      ['a', 'USD', '1', '5'],
      ['a', 'eur', '2', '5'],
      ['b', 'EUR', '3', '5'],
      ['b', 'eur', '4', '5'],
      ['b', '', '', '5'],
      ['c', '', '6', '5'],
      ['c', 'USD', '7', '5'],
    ];
    const rows = rowsOfList({
      columns: [
        { id: 'team', kind: 'text' },
        { id: 'currency', kind: 'text', isCurrency: true },
        { id: 'cost', kind: 'number', isAmount: true },
        { id: 'images', kind: 'number', isAmount: true, isCount: true },
      ],
      total: bills.length,
      cells: (position) => bills[position]!,
    });
    const sums = async (group: string) => {
      const { groups } = await groupRows(rows, { ...plain, group }, atOnce);
      return groups.labels.map((label, at) => [label, groups.sum(at, 2), groups.isMixed(at, 2), groups.sum(at, 3)]);
    };
    expect(await sums('team')).toEqual([
      ['a', '', true, '10'],
      ['b', '7', false, '15'],
      ['c', '', true, '10'],
    ]);
    expect(await sums('currency')).toEqual([
      ['EUR', '3', false, '5'],
      ['eur', '6', false, '10'],
      ['USD', '8', false, '10'],
      ['', '6', false, '10'],
    ]);
  });

  it('of figures are alike by value', async () => {
    const figures = ['1', '1.0', '10', '1.50', '2', '1.5'];
    const rows = rowsOfList({
      columns: [{ id: 'rate', kind: 'number' }],
      total: figures.length,
      cells: (position) => [figures[position]!],
    });
    const { groups } = await groupRows(rows, { ...plain, group: 'rate' }, atOnce);
    expect(groups.labels).toEqual(['1', '1.5', '2', '10']);
  });

  it('of nothing are none', async () => {
    expect(await grouped('kind', { tests: [{ column: 0, test: () => false }] })).toEqual([]);
  });
});

describe('the lines of groups', () => {
  const linesOf = async (folded: boolean, ...except: readonly string[]) =>
    groupLines((await groupRows(rowsIn('UTC'), { ...plain, group: 'kind' }, atOnce)).groups, { folded, except });

  it('are a header for each, and the rows of those that are not folded', async () => {
    const lines = await linesOf(true, 'use');
    expect(lines.count).toBe(6);
    expect(Array.from({ length: 6 }, (_, line) => lines.at(line))).toEqual([
      { group: 0, place: null },
      { group: 1, place: null },
      { group: 1, place: 1 },
      { group: 1, place: 2 },
      { group: 1, place: 3 },
      { group: 2, place: null },
    ]);
  });

  it('tell where a row stands, or the header of its folded group', async () => {
    const lines = await linesOf(false, 'grant');
    expect(lines.lineOf(0)).toEqual({ line: 0, folded: 'grant' });
    expect(lines.lineOf(3)).toEqual({ line: 4, folded: null });
    expect(lines.lineOf(4)).toEqual({ line: 6, folded: null });
  });

  it('are followed as others are folded', async () => {
    const open = await linesOf(false);
    const folded = await linesOf(true);
    expect(folded.lineFor(open.at(5))).toBe(1);
    expect(open.lineFor(folded.at(2))).toBe(6);
  });
});
