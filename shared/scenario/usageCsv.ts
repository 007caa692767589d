import { nearest } from './nearest.ts';
import { usageFields, type UsageCells, type UsageField, type UsageSink } from './usageSink.ts';

/** Takes the fields of one record of a CSV file. */
export interface CsvTaker {
  take(fields: readonly string[], line: number): void;
}

/** Reads the header of a usage CSV, then each record by it. */
export function usageCsv(sink: UsageSink): CsvTaker {
  let columns: readonly (UsageField | null)[] | null = null;
  const cells = emptyCells();
  return {
    take(fields, line) {
      if (!columns) {
        columns = readHeader(sink, fields, line);
        return;
      }
      if (fields.length === 1 && fields[0] === '') return;
      if (fields.length !== columns.length) {
        sink.fault(line, 'ragged-row', `${fields.length} fields`, `${columns.length} fields, as the header has`);
        return;
      }
      for (let index = 0; index < fields.length; index++) {
        const column = columns[index];
        if (column) cells[column] = fields[index]!;
      }
      sink.add(cells, line);
    },
  };
}

/** Cells of a row that states nothing. */
export function emptyCells(): UsageCells {
  return { at: '', meter: '', quantity: '', credits: '', id: '', calls: '', whole: '', billable: '' };
}

function readHeader(sink: UsageSink, names: readonly string[], line: number): (UsageField | null)[] {
  const seen = new Set<string>();
  const columns = names.map((name) => {
    const field = usageFields.find((known) => known === name) ?? null;
    const expected = `a header of ${usageFields.join(', ')}`;
    if (!field) sink.fault(line, 'unknown-column', name, expected, nearest(name, usageFields));
    else if (seen.has(name)) sink.fault(line, 'duplicate-column', name, 'each column once');
    seen.add(name);
    return field;
  });
  if (!seen.has('at')) missing(sink, 'at', line);
  if (!seen.has('credits')) for (const name of ['meter', 'quantity']) if (!seen.has(name)) missing(sink, name, line);
  return columns;
}

function missing(sink: UsageSink, name: string, line: number): void {
  sink.fault(line, 'missing-column', '', `the column ${name}: a header at,meter,quantity,id or at,credits,id`);
}
