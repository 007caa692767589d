import { rowColumns, type LedgerRow } from '../../ledger/row.ts';

/** A ledger row as a line of NDJSON, with its line end: `seq` a number, the rest exact text, in the order of the header. */
export function rowNdjson(row: LedgerRow): string {
  return `${rowJson(row)}\n`;
}

/** A ledger row as JSON: the columns of the header and nothing else. */
export function rowJson(row: LedgerRow): string {
  return JSON.stringify(Object.fromEntries(rowColumns.map((column) => [column, row[column]])));
}
