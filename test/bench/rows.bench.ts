import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readFilter } from '../../shared/base/rows/readFilter.ts';
import type { SortKey } from '../../shared/base/rows/rowOrder.ts';
import { arrange, type ColumnTest } from '../../main/host/rows/arrange.ts';
import { nodeFs } from '../../main/platform/fs.ts';
import { findCells } from '../../main/host/rows/findCells.ts';
import { groupLines } from '../../main/host/rows/groupLines.ts';
import { groupRows } from '../../main/host/rows/groupRows.ts';
import { ledgerColumns } from '../../main/host/rows/ledgerColumns.ts';
import { indexFile } from '../../main/host/rows/indexFile.ts';
import { rowsOfFile } from '../../main/host/rows/rowsOfFile.ts';
import { rowsOfRun } from '../../main/host/rows/rowsOfRun.ts';
import { millionEvents } from '../support/millionEvents.ts';
import { outcomeOf } from '../support/programs.ts';
import { report } from './measure.ts';

const work = { turn: () => null };
const rows = rowsOfRun(outcomeOf(millionEvents()));

async function ms(task: () => Promise<unknown>): Promise<string> {
  const from = performance.now();
  await task();
  return `${Math.round(performance.now() - from)} ms`;
}

function sortBy(column: string): Promise<Uint32Array> {
  const sort: readonly SortKey[] = [{ column, descending: false }];
  return arrange(rows, { sort, tests: [] }, work);
}

function test(column: string, text: string): ColumnTest {
  const index = ledgerColumns.findIndex(({ id }) => id === column);
  const read = readFilter(text, ledgerColumns[index]!.kind);
  if (!read.ok) throw new Error(read.error.message);
  return { column: index, test: read.value };
}

report('rows: 1,000,000 sorted by credits', await ms(() => sortBy('credits')));
report('rows: 1,000,000 sorted by instant', await ms(() => sortBy('at')));
report('rows: 1,000,000 sorted by cause', await ms(() => sortBy('cause')));
const tests = [test('flex', '>0'), test('at', '2026-03..2026-05')];
report('rows: 1,000,000 filtered by two columns', await ms(() => arrange(rows, { sort: [], tests }, work)));
const inGroups = (group: string) => groupRows(rows, { sort: [], tests: [], group }, work);
report('rows: 1,000,000 grouped by kind, with sums', await ms(() => inGroups('kind')));
report('rows: 1,000,000 grouped by month, with sums', await ms(() => inGroups('at')));
report('rows: 1,000,000 grouped by cause, with sums', await ms(() => inGroups('cause')));
report('rows: 1,000,000 in as many groups, with sums', await ms(() => inGroups('id')));
const { groups } = await inGroups('id');
report('rows: 1,000,000 groups folded', await ms(async () => groupLines(groups, { folded: true, except: [] })));
const columns = ledgerColumns.map((_, index) => index);
const search = { text: '777', matchCase: false, columns, order: null };
report('rows: 1,000,000 searched in all columns', await ms(() => findCells(rows, search, work)));
const positions = Uint32Array.from({ length: 400 }, (_, index) => (index * 104_729) % rows.total);
report('rows: a page of 400 rows from anywhere', await ms(() => rows.at(positions)));

const folder = await mkdtemp(path.join(tmpdir(), 'drawdown-bench-'));
const at = (row: number) => new Date(Date.UTC(2026, 0, 2) + ((row * 7919) % 1_000_000) * 10_000).toISOString();
const lines = Array.from({ length: 1_000_000 }, (_, row) => `${at(row)},training,${1 + (row % 97)},e${row}`);
const file = { absolute: path.join(folder, 'million.csv'), shown: 'million.csv' };
await writeFile(file.absolute, `at,meter,quantity,id\n${lines.join('\n')}\n`);
report('rows: a file of 1,000,000 looked through', await ms(() => indexFile(nodeFs, file)));
const indexed = await indexFile(nodeFs, file);
if (!indexed.ok) throw new Error(indexed.error.message);
const ofFile = rowsOfFile(nodeFs, indexed.value, async () => true);
const byInstant = { sort: [{ column: 'at', descending: true }], tests: [] };
report('rows: a file of 1,000,000 sorted by instant', await ms(() => arrange(ofFile, byInstant, work)));
report('rows: a page of 400 rows of it from anywhere', await ms(() => ofFile.at(positions)));
await rm(folder, { recursive: true, force: true });
