import { amountColumns } from '../../../shared/ledger/ledgerColumns.ts';
import { rowColumns, type LedgerRow, type RowColumn } from '../../../shared/ledger/row.ts';
import type { CellsRow, RowsColumn } from '../../../shared/rpc/rowViews.ts';
import type { CellsOfRow } from './rowsOf.ts';

/** What rows add up to; balances after a row add up to nothing. */
export const addedColumns: ReadonlySet<string> = new Set(['credits', 'included', 'prepaid', 'flex', 'blocked']);

const figures: ReadonlySet<RowColumn> = new Set(['seq', 'quantity', ...amountColumns]);

/** The columns of a ledger's rows, as they are ordered and filtered. */
export const ledgerColumns: readonly RowsColumn[] = rowColumns.map((id) => ({
  id,
  kind: id === 'at' ? 'instant' : figures.has(id) ? 'number' : 'text',
  ...(addedColumns.has(id) ? { isAmount: true } : {}),
}));

/** Usage of one file, or stated one by one, has one cause as a group, whatever its lines. */
export const ledgerGroups = {
  cause: (cell: string) => cell.replace(/:\d+$|(?<=^usage\.events)\[\d+\]$/, ''),
};

export function cellsOfLedgerRow(row: LedgerRow): CellsOfRow {
  return (column) => String(row[rowColumns[column]!]);
}

export function cellsRow(row: LedgerRow): CellsRow {
  return { row: row.seq, cells: rowColumns.map((column) => String(row[column])) };
}
