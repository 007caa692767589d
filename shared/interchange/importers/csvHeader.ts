import { err, ok, type Result } from '../../base/result.ts';
import type { CsvRecord } from './csvRecords.ts';
import type { ImportFault } from './importFault.ts';
import { shownText } from './redact.ts';

/** Columns that a file may have. */
export const columnLimit = 1000;

/** The names of the columns, outer spaces taken off, or why the record is no header. */
export function readCsvHeader(record: CsvRecord): Result<readonly string[], ImportFault> {
  if (record.fault !== null) return err({ code: 'header-unreadable', line: record.line, reason: record.fault });
  const columns = record.cells.map((cell) => cell.trim());
  if (columns.length > columnLimit)
    return err({ code: 'columns-too-many', columns: columns.length, limit: columnLimit });
  const unnamed = columns.indexOf('');
  if (unnamed >= 0) return err({ code: 'column-unnamed', column: unnamed + 1 });
  const value = columns.find(isValue);
  if (value !== undefined) return err({ code: 'header-missing', column: shownText(value) });
  const second = columns.findIndex((name, index) => columns.indexOf(name) < index);
  if (second < 0) return ok(columns);
  const column = columns[second]!;
  return err({
    code: 'column-duplicate',
    column: shownText(column),
    first: columns.indexOf(column) + 1,
    second: second + 1,
  });
}

/** A number or a time where a name should stand shows a file without a header. */
function isValue(text: string): boolean {
  return /^[+-]?\d+([.,]\d+)?$|^\d{4}-\d{2}-\d{2}/.test(text);
}
