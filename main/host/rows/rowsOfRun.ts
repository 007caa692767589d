import { ok } from '../../../shared/base/result.ts';
import type { Run } from '../../../shared/engine/outcome.ts';
import { ledgerCells, ledgerRowsAt, rowCount } from '../../../shared/engine/rows.ts';
import { rowColumns } from '../../../shared/ledger/row.ts';
import type { CellsRow } from '../../../shared/rpc/rowViews.ts';
import { cellsRow, ledgerColumns, ledgerGroups } from './ledgerColumns.ts';
import { blockRows, type CellsOfRow, type RowsOf } from './rowsOf.ts';

/** The rows that a run's bill rests on. */
export function rowsOfRun(run: Run): RowsOf {
  const total = rowCount(run);
  return {
    columns: ledgerColumns,
    groupLabels: ledgerGroups,
    total,
    zone: run.program.zone,
    async *blocks() {
      for (let from = 1; from <= total; from += blockRows)
        yield cellsFrom(run, from, Math.min(from + blockRows, total + 1));
    },
    async at(positions) {
      const rising = positions.toSorted();
      const seqs = rising.map((position) => position + 1);
      const rows = new Map<number, CellsRow>();
      for (const row of ledgerRowsAt(run, seqs)) rows.set(row.seq - 1, cellsRow(row));
      return ok(Array.from(positions, (position) => rows.get(position)!));
    },
  };
}

function* cellsFrom(run: Run, from: number, until: number): Generator<CellsOfRow> {
  for (const cells of ledgerCells(run, from, until)) yield (column) => cells(rowColumns[column]!);
}
