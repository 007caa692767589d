import { ok } from '../../../shared/base/result.ts';
import type { Zone } from '../../../shared/calendar/zone.ts';
import type { RowsColumn } from '../../../shared/rpc/rowViews.ts';
import { blockRows, type CellsOfRow, type RowsOf } from './rowsOf.ts';

/** Rows by their cells. */
export interface List {
  readonly columns: readonly RowsColumn[];
  readonly total: number;
  readonly zone?: Zone;
  /** The cells of the row at a position, in the order of the columns. */
  cells(position: number): readonly string[];
}

/** Rows that are all in memory. */
export function rowsOfList({ columns, total, zone, cells }: List): RowsOf {
  return {
    columns,
    total,
    ...(zone ? { zone } : {}),
    async *blocks() {
      for (let from = 0; from < total; from += blockRows) yield block(cells, from, Math.min(total, from + blockRows));
    },
    at: async (positions) => ok(Array.from(positions, (position) => ({ row: position + 1, cells: cells(position) }))),
  };
}

function* block(cells: List['cells'], from: number, until: number): Generator<CellsOfRow> {
  for (let position = from; position < until; position++) {
    const row = cells(position);
    yield (column) => row[column]!;
  }
}
