import { canonicalText } from '../../base/canonicalJson.ts';
import { rowColumns, type LedgerRow } from '../../ledger/row.ts';

/** A ledger row as a line of NDJSON, with its line end: `seq` a number, the rest exact text, in the order of the header. */
export function rowNdjson(row: LedgerRow): string {
  return `${rowJson(row)}\n`;
}

const names = rowColumns.map((column, index) => `${index === 0 ? '{' : ','}"${column}":`);

/** A ledger row as JSON: the columns of the header and nothing else. */
export function rowJson(row: LedgerRow): string {
  let json = '';
  for (let index = 0; index < rowColumns.length; index++) {
    const cell = row[rowColumns[index]!];
    json += names[index]! + (typeof cell === 'number' ? cell : canonicalText(cell));
  }
  return `${json}}`;
}
