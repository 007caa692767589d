import { gridColumns } from './gridColumns.ts';
import type { LedgerRow, RowColumn } from './ledgerRow.ts';

const textColumns: ReadonlySet<RowColumn> = new Set(['id', 'meter', 'rule', 'cause', 'flags']);

const shownColumns = gridColumns.map(({ id }) => id);

/** Rows as tab-separated text with a header, as spreadsheets paste it; cells that would run as a formula are quoted out. */
export function rowsAsTsv(rows: readonly LedgerRow[], columns: readonly RowColumn[] = shownColumns): string {
  const lines = rows.map((row) => columns.map((column) => cellText(row, column)).join('\t'));
  return [columns.join('\t'), ...lines].join('\n');
}

function cellText(row: LedgerRow, column: RowColumn): string {
  const text = String(row[column]).replace(/[\t\r\n]+/g, ' ');
  return textColumns.has(column) && /^[=+\-@]/.test(text) ? `'${text}` : text;
}
