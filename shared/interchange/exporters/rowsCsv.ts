import { rowColumns, type LedgerRow, type RowColumn } from '../../ledger/row.ts';
import { csvDecimal, csvText } from './csvCell.ts';

/** The header of exported ledger rows, with its line end. */
export const rowsCsvHeader = `${rowColumns.join(',')}\n`;

const texts: ReadonlySet<RowColumn> = new Set(['at', 'kind', 'id', 'meter', 'rule', 'cause', 'flags']);

/** A ledger row as a line of CSV, with its line end. */
export function rowCsv(row: LedgerRow): string {
  const cells = rowColumns.map((column) =>
    texts.has(column) ? csvText(String(row[column])) : csvDecimal(String(row[column])),
  );
  return `${cells.join(',')}\n`;
}
