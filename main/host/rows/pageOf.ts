import { ok, type Result } from '../../../shared/base/result.ts';
import type { CellsPage, CellsRow } from '../../../shared/rpc/rowViews.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import type { GroupLines } from './groupLines.ts';
import type { LookedAt } from './keptViews.ts';
import type { RowsOf } from './rowsOf.ts';

interface Range {
  readonly from: number;
  readonly count: number;
}

/** Lines `[from, from + count)` of an arrangement, as far as there are any. */
export async function pageOf({ rows, order, lines }: LookedAt, wanted: Range): Promise<Result<CellsPage, RpcError>> {
  const total = lines?.count ?? order?.length ?? rows.total;
  const from = Math.min(wanted.from, total);
  const range = { from, count: Math.min(wanted.count, total - from) };
  const read = lines ? await groupedPage(rows, order!, lines, range) : await rows.at(positionsOf(order, range));
  return read.ok ? ok({ from, total, rows: read.value }) : read;
}

function positionsOf(order: Uint32Array | null, { from, count }: Range): Uint32Array {
  return order?.slice(from, from + count) ?? Uint32Array.from({ length: count }, (_, place) => from + place);
}

async function groupedPage(
  rows: RowsOf,
  order: Uint32Array,
  lines: GroupLines,
  { from, count }: Range,
): Promise<Result<readonly CellsRow[], RpcError>> {
  const shown = Array.from({ length: count }, (_, at) => lines.at(from + at));
  const places = shown.flatMap(({ place }) => (place === null ? [] : [order[place]!]));
  const read = await rows.at(Uint32Array.from(places));
  if (!read.ok) return read;
  let next = 0;
  return ok(
    shown.map(({ group, place }) =>
      place === null ? headerOf(rows, lines, group) : { ...read.value[next++]!, under: lines.headerLine(group) },
    ),
  );
}

function headerOf({ columns }: RowsOf, { groups, isFolded }: GroupLines, group: number): CellsRow {
  const { labels, starts, column, sum, isMixed } = groups;
  const label = labels[group]!;
  const mixed = [...columns.keys()].filter((at) => isMixed(group, at));
  return {
    row: 0,
    cells: columns.map((_, at) => (at === column ? label : sum(group, at))),
    group: {
      label,
      rows: starts[group + 1]! - starts[group]!,
      folded: isFolded(group),
      ...(mixed.length > 0 ? { mixed } : {}),
    },
  };
}
