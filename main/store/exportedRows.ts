import { rowCsv, rowsCsvHeader } from '../../shared/interchange/exporters/rowsCsv.ts';
import { rowsJsonComma, rowsJsonEnd, rowsJsonStart } from '../../shared/interchange/exporters/rowsJson.ts';
import { rowJson, rowNdjson } from '../../shared/interchange/exporters/rowsNdjson.ts';
import type { LedgerRow } from '../../shared/ledger/row.ts';
import { textBlock } from './textBlock.ts';
import type { VerifiedLedger } from './verifiedRows.ts';

export type ExportFormat = 'json' | 'ndjson' | 'csv';

/** The rows of a ledger in one of their formats, as pieces of a file. A piece is valid until the next one is asked for. */
export async function* exportedRows(
  { manifest, rows }: VerifiedLedger,
  format: ExportFormat,
): AsyncGenerator<Uint8Array> {
  const block = textBlock();
  if (format === 'csv') block.add(rowsCsvHeader);
  if (format === 'json') block.add(rowsJsonStart({ ...manifest, rowCount: manifest.rows }));
  const write = format === 'csv' ? rowCsv : format === 'ndjson' ? rowNdjson : jsonRow;
  for await (const batch of rows()) {
    for (const row of batch) block.add(write(row));
    yield block.take();
  }
  if (format === 'json') block.add(rowsJsonEnd);
  yield block.take();
}

function jsonRow(row: LedgerRow): string {
  return (row.seq === 1 ? '' : rowsJsonComma) + rowJson(row);
}
