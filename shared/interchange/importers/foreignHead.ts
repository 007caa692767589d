import { err, ok, type Result } from '../../base/result.ts';
import type { AuditMapping } from '../auditMapping.ts';
import { readCsvHeader } from './csvHeader.ts';
import type { CsvRecord } from './csvRecords.ts';
import { ForeignRecords, isJsonText } from './foreignRecords.ts';
import { describeImportFault } from './importFault.ts';

/** What the head of a foreign export shows: its columns by name, and its first rows. */
export interface ForeignHead {
  /** Null for lines of JSON. */
  readonly delimiter: AuditMapping['delimiter'] | null;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const delimiters = [',', ';', '\t', '|'] as const;
const rowsLooked = 200;

/**
 * Reads the head of a foreign table from its first characters: lines of JSON, or a CSV at the delimiter that cuts them most evenly, or at a
 * given one.
 * `whole` tells that nothing follows. The error says in plain words why no map could help.
 */
export function readForeignHead(
  text: string,
  { whole, delimiter = null }: { readonly whole: boolean; readonly delimiter?: AuditMapping['delimiter'] | null },
): Result<ForeignHead, string> {
  const plain = text.replace(/^\uFEFF/, '');
  if (plain.trim() === '') return err('The file is empty.');
  if (isOtherJson(plain)) return err(otherJson);
  const splits = (isJsonText(plain) ? [null] : delimiter === null ? delimiters : [delimiter]).map((each) => {
    const records = recordsOf(plain, each);
    return { delimiter: each, records: whole || records.length < 2 ? records : records.slice(0, -1) };
  });
  const best = splits.reduce((a, b) => (evenness(b.records) > evenness(a.records) ? b : a));
  const [header, ...records] = best.records;
  if (!header) return err('The file is empty.');
  const columns = readCsvHeader(header);
  if (!columns.ok) return err(describeImportFault(columns.error));
  if (columns.value.length < 2) return err('The file has one column only: nothing tells its values apart.');
  const rows = records.filter(({ cells }) => cells.length === columns.value.length).slice(0, rowsLooked);
  return ok({ delimiter: best.delimiter, columns: columns.value, rows: rows.map(({ cells }) => cells) });
}

function recordsOf(text: string, delimiter: AuditMapping['delimiter'] | null): readonly CsvRecord[] {
  const records = new ForeignRecords(delimiter ?? ',');
  return [...records.push(text), ...records.end()];
}

const otherJson = 'The file holds JSON that is none of ours, and a map reads tables: CSV, or one JSON object a line.';

/** A list, or an object that goes over several lines. */
function isOtherJson(text: string): boolean {
  const [first = ''] = text.trimStart().split(/\r?\n/, 1);
  return first.startsWith('[') || (first.startsWith('{') && !first.trimEnd().endsWith('}'));
}

/** Share of the first records that have as many cells as the header, where these are several; more cells break a tie. */
function evenness(records: readonly CsvRecord[]): number {
  const looked = records.slice(0, rowsLooked);
  const cells = looked[0]?.cells.length ?? 0;
  if (cells < 2) return 0;
  return looked.filter((record) => record.cells.length === cells).length / looked.length + cells / 1e6;
}
