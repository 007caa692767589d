import { describe, expect, it } from 'vitest';
import { arrange } from '../../../../../main/host/rows/arrange.ts';
import { columnTests } from '../../../../../main/host/rows/columnTests.ts';
import { findCells } from '../../../../../main/host/rows/findCells.ts';
import type { RowsOf } from '../../../../../main/host/rows/rowsOf.ts';
import { createWork } from '../../../../../main/host/rows/work.ts';
import { ok } from '../../../../../shared/base/result.ts';

const columns = [
  { id: 'seq', kind: 'number' },
  { id: 'kind', kind: 'text' },
  { id: 'credits', kind: 'number' },
] as const;

function rowsOf(cells: readonly (readonly string[])[]): RowsOf {
  return {
    columns,
    total: cells.length,
    async *blocks() {
      for (let from = 0; from < cells.length; from += 3)
        yield cells.slice(from, from + 3).map((row) => (column: number) => row[column]!);
    },
    at: (positions) =>
      Promise.resolve(ok(Array.from(positions, (position) => ({ row: position + 1, cells: cells[position]! })))),
  };
}

const rows = rowsOf([
  ['1', 'grant', '150'],
  ['2', 'use', '7'],
  ['3', 'use', '10.5'],
  ['4', 'purchase', ''],
  ['5', 'use', '7'],
]);
const atOnce = { turn: () => null };
const numbers = (order: Uint32Array) => Array.from(order, (position) => position + 1);

function tests(filters: readonly { column: string; text: string }[]) {
  const read = columnTests(columns, filters);
  if ('faults' in read) throw new Error(read.faults[0]!.message);
  return read.tests;
}

describe('rows that are arranged', () => {
  it('stand by value, alike ones as they stood, empty ones last, either way', async () => {
    const by = async (descending: boolean) =>
      numbers(await arrange(rows, { sort: [{ column: 'credits', descending }], tests: [] }, atOnce));
    expect(await by(false)).toEqual([2, 5, 3, 1, 4]);
    expect(await by(true)).toEqual([1, 3, 2, 5, 4]);
  });

  it('stand by further columns where the first are alike', async () => {
    const sort = [
      { column: 'kind', descending: true },
      { column: 'credits', descending: true },
    ];
    expect(numbers(await arrange(rows, { sort, tests: [] }, atOnce))).toEqual([3, 2, 5, 4, 1]);
  });

  it('are those that pass every filter, in the wanted order', async () => {
    const passed = tests([
      { column: 'kind', text: '=use' },
      { column: 'credits', text: '<10.5' },
    ]);
    const sort = [{ column: 'seq', descending: true }];
    expect(numbers(await arrange(rows, { sort, tests: passed }, atOnce))).toEqual([5, 2]);
  });

  it('tell every filter that cannot be read', () => {
    const read = columnTests(columns, [
      { column: 'kind', text: '"use' },
      { column: 'credits', text: '>x' },
    ]);
    expect('faults' in read && read.faults.map(({ column, code }) => [column, code])).toEqual([
      ['kind', 'unclosed-quote'],
      ['credits', 'not-a-number'],
    ]);
  });

  it('are given up where nobody waits for them, and tell how far they are until then', async () => {
    const many = rowsOf(Array.from({ length: 5000 }, (_, row) => [`${row}`, 'use', `${(row * 7919) % 4999}`]));
    const told: number[] = [];
    let now = 0;
    const work = createWork({
      clock: { now: () => (now += 60) },
      check() {
        if (told.length > 3) throw new Error('given up');
      },
      tell: (_, share) => told.push(share),
    });
    const sort = [{ column: 'credits', descending: false }];
    await expect(arrange(many, { sort, tests: [] }, work)).rejects.toThrow('given up');
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.every((share) => share >= 0 && share <= 1)).toBe(true);
  });
});

describe('a search in rows', () => {
  const find = (text: string, order: Uint32Array | null = null, matchCase = false) =>
    findCells(rows, { text, matchCase, columns: [0, 1, 2], order }, atOnce);

  it('counts all cells that hold the text and goes from one to the next, around the end', async () => {
    const found = await find('7');
    expect(found.count).toBe(2);
    const first = found.next({ position: -1, column: -1 }, 1)!;
    expect(first).toEqual({ position: 1, column: 2, ordinal: 1 });
    const second = found.next(first, 1)!;
    expect(second).toEqual({ position: 4, column: 2, ordinal: 2 });
    expect(found.next(second, 1)).toEqual(first);
    expect(found.next(first, -1)).toEqual(second);
    expect(found.next({ position: 1, column: 1 }, 1)).toEqual(first);
  });

  it('follows the order in which the rows are shown, and leaves out what is filtered out', async () => {
    const found = await find('use', Uint32Array.of(4, 3, 1));
    expect(found.count).toBe(2);
    expect(found.next({ position: -1, column: -1 }, 1)?.position).toBe(0);
    expect(found.next({ position: 0, column: 1 }, 1)?.position).toBe(2);
  });

  it('minds the case of text where that is wanted', async () => {
    expect((await find('USE')).count).toBe(3);
    expect((await find('USE', null, true)).count).toBe(0);
    expect((await find('nowhere')).next({ position: -1, column: -1 }, 1)).toBeNull();
  });

  it('tells the cells of many columns apart', async () => {
    const wide = Array.from({ length: 70 }, (_, column) => ({ id: `c${column}`, kind: 'text' as const }));
    const cells = wide.map((_, column) => (column === 31 || column === 32 || column === 69 ? 'x' : 'y'));
    const rowsOfWide: RowsOf = {
      columns: wide,
      total: 2,
      async *blocks() {
        yield [0, 1].map(() => (column: number) => cells[column]!);
      },
      at: () => Promise.resolve(ok([])),
    };
    const search = { text: 'x', matchCase: true, columns: wide.map((_, at) => at), order: null };
    const found = await findCells(rowsOfWide, search, atOnce);
    const seen = [];
    let at = found.next({ position: -1, column: -1 }, 1)!;
    for (; seen.length < 6; at = found.next(at, 1)!) seen.push(`${at.position}:${at.column}:${at.ordinal}`);
    expect(seen).toEqual(['0:31:1', '0:32:2', '0:69:3', '1:31:4', '1:32:5', '1:69:6']);
    expect(found.next({ position: -1, column: -1 }, -1)).toEqual({ position: 1, column: 69, ordinal: 6 });
  });
});
