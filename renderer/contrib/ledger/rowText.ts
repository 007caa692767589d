import { rowColumns, type LedgerRow, type RowColumn } from '../../../shared/ledger/row.ts';

const textColumns: ReadonlySet<RowColumn> = new Set(['id', 'meter', 'rule', 'cause', 'flags']);

/** Rows as tab-separated text with a header, as spreadsheets paste it; cells that would run as a formula are quoted out. */
export function rowsAsTsv(rows: readonly LedgerRow[], columns: readonly RowColumn[] = rowColumns): string {
  const lines = rows.map((row) => columns.map((column) => cellText(row, column)).join('\t'));
  return [columns.join('\t'), ...lines].join('\n');
}

function cellText(row: LedgerRow, column: RowColumn): string {
  const text = String(row[column]).replace(/[\t\r\n]+/g, ' ');
  return textColumns.has(column) && /^[=+\-@]/.test(text) ? `'${text}` : text;
}
