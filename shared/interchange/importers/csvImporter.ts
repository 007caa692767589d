import { err, ok, type Result } from '../../base/result.ts';
import type { CsvMapping, UsageRow } from '../mapping.ts';
import type { ImportBatch, Refusal } from './batch.ts';
import { readCsvHeader } from './csvHeader.ts';
import { makeCsvSplitter, type CsvRecord } from './csvRecords.ts';
import { makeCsvRowReader, type CsvRowReader } from './csvRowReader.ts';
import type { ImportFault } from './importFault.ts';

/**
 * Usage rows of a CSV file whose text comes in pieces: one batch a piece, so memory does not grow with the file. The
 * header and the mapping are checked before the first batch. Refused rows are reported and passed over, never half taken.
 */
export async function importCsv(
  text: AsyncIterable<string>,
  mapping: CsvMapping,
): Promise<Result<AsyncGenerator<ImportBatch>, ImportFault>> {
  const pieces = splitPieces(text, mapping.delimiter);
  let first = await pieces.next();
  while (!first.done && first.value.length === 0) first = await pieces.next();
  if (first.done) return err({ code: 'empty-file' });
  const [header, ...records] = first.value;
  const columns = readCsvHeader(header!);
  const reader = columns.ok ? makeCsvRowReader(columns.value, mapping) : columns;
  if (reader.ok) return ok(readBatches(records, pieces, reader.value));
  await pieces.return(undefined);
  return reader;
}

async function* splitPieces(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<CsvRecord[]> {
  const splitter = makeCsvSplitter(delimiter);
  for await (const piece of text) yield splitter.push(piece);
  yield splitter.end();
}

async function* readBatches(
  head: readonly CsvRecord[],
  pieces: AsyncGenerator<CsvRecord[]>,
  reader: CsvRowReader,
): AsyncGenerator<ImportBatch> {
  try {
    yield readBatch(head, reader);
    for await (const records of pieces) yield readBatch(records, reader);
  } finally {
    // Who stops at the first batch lets go of the file, too.
    await pieces.return(undefined);
  }
}

function readBatch(records: readonly CsvRecord[], reader: CsvRowReader): ImportBatch {
  const rows: UsageRow[] = [];
  const refused: Refusal[] = [];
  for (const record of records) {
    const result = reader(record);
    if (result.ok) rows.push(...result.value);
    else refused.push({ row: result.error, count: 1 });
  }
  return { read: records.length, rows, refused, free: false };
}
