import { err, ok, type Result } from '../../base/result.ts';
import { zoneOf } from '../../calendar/zone.ts';
import type { CsvMapping, RefusedRow, UsageRow } from '../mapping.ts';
import type { CsvRecord } from './csvRecords.ts';
import type { ImportFault } from './importFault.ts';
import { readQuantity } from './readQuantity.ts';
import { readTime } from './readTime.ts';
import { isSecretName, looksSecret, redacted, shownText } from './redact.ts';

/** Reads one record of a CSV: all of its usage rows, or the one reason why none of them is taken. */
export type CsvRowReader = (record: CsvRecord) => Result<readonly UsageRow[], RefusedRow>;

interface Bad {
  readonly column: string;
  readonly reason: string;
}
type Amount = { readonly meter: string; readonly quantity: string; readonly credits: string };
type AmountReader = (cells: readonly string[]) => Result<readonly Amount[], Bad>;

const unprintable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

/** A reader for files with these columns, or why the mapping does not fit them. */
export function makeCsvRowReader(columns: readonly string[], mapping: CsvMapping): Result<CsvRowReader, ImportFault> {
  const fault = mappingFault(columns, mapping);
  if (fault) return err(fault);
  const zone = zoneOf(mapping.timeZone);
  if (!zone) return err({ code: 'zone-unknown', zone: mapping.timeZone });
  const timeAt = columns.indexOf(mapping.time.column);
  const idAt = mapping.id === null ? -1 : columns.indexOf(mapping.id);
  const amounts = amountReader(columns, mapping);
  const secrets = columns.map(isSecretName);

  const read = (record: CsvRecord): Result<readonly UsageRow[], Bad> => {
    const { cells, fault: broken } = record;
    if (broken !== null) return err({ column: '', reason: broken });
    if (isHeader(cells, columns)) return err({ column: '', reason: 'the header stands here again' });
    if (cells.length !== columns.length) {
      return err({ column: '', reason: `the row has ${cells.length} cells, the header ${columns.length}` });
    }
    const time = readTime(cells[timeAt]!, mapping.time.kind, zone);
    if (!time.ok) return err({ column: mapping.time.column, reason: time.error });
    const id = idAt < 0 ? '' : cells[idAt]!;
    if (looksSecret(id)) return err({ column: mapping.id!, reason: 'the identity looks like an API key' });
    if (unprintable.test(id)) return err({ column: mapping.id!, reason: 'the identity holds an invisible character' });
    const found = amounts(cells);
    if (!found.ok) return found;
    const at = new Date(time.value).toISOString();
    const several = found.value.length > 1 && id !== '';
    return ok(
      found.value.map((amount) => ({
        at,
        ...amount,
        id: several ? `${id}/${amount.meter}` : id,
        billable: true,
        line: record.line,
      })),
    );
  };

  return ok((record) => {
    const rows = read(record);
    if (rows.ok) return rows;
    const { column, reason } = rows.error;
    return err({
      line: record.line,
      column,
      reason,
      text: textOf(record, mapping.delimiter, secrets),
      kind: 'refused',
    });
  });
}

function isHeader(cells: readonly string[], columns: readonly string[]): boolean {
  return cells.length === columns.length && cells.every((cell, index) => cell.trim() === columns[index]);
}

function textOf(record: CsvRecord, delimiter: string, secrets: readonly boolean[]): string {
  const hidden = secrets.includes(true);
  if (record.fault !== null || (hidden && record.cells.length !== secrets.length)) {
    return hidden ? redacted : shownText(record.text || record.cells.join(delimiter));
  }
  return shownText(record.cells.map((cell, index) => (secrets[index] ? redacted : cell)).join(delimiter));
}

/** The columns that a mapping reads, by name. */
export function mappedColumns({ time, quantity, id }: CsvMapping): string[] {
  const amounts =
    quantity.kind === 'wide'
      ? quantity.columns.map((each) => each.column)
      : quantity.kind === 'long'
        ? [quantity.meterColumn, quantity.quantityColumn]
        : [quantity.column];
  return [time.column, ...amounts, ...(id === null ? [] : [id])];
}

function mappingFault(columns: readonly string[], mapping: CsvMapping): ImportFault | null {
  for (const column of mappedColumns(mapping)) {
    if (!columns.includes(column)) return { code: 'column-unknown', column, columns };
    if (isSecretName(column)) return { code: 'column-secret', column };
  }
  return null;
}

function amountReader(columns: readonly string[], { quantity, decimalComma }: CsvMapping): AmountReader {
  const read = (cells: readonly string[], at: number): Result<string, Bad> => {
    const amount = readQuantity(cells[at]!, decimalComma);
    return amount.ok ? amount : err({ column: columns[at]!, reason: amount.error });
  };
  switch (quantity.kind) {
    case 'credits': {
      const at = columns.indexOf(quantity.column);
      return (cells) => {
        const credits = read(cells, at);
        return credits.ok ? ok([{ meter: '', quantity: '', credits: credits.value }]) : credits;
      };
    }
    case 'long': {
      const at = columns.indexOf(quantity.quantityColumn);
      const meterAt = columns.indexOf(quantity.meterColumn);
      const meters = new Map(quantity.meters.map(({ value, meter }) => [value, meter]));
      return (cells) => {
        const value = cells[meterAt]!.trim();
        if (value === '') return err({ column: quantity.meterColumn, reason: 'the meter is empty' });
        if (looksSecret(value)) return err({ column: quantity.meterColumn, reason: 'the meter looks like an API key' });
        if (unprintable.test(value)) {
          return err({ column: quantity.meterColumn, reason: 'the meter holds an invisible character' });
        }
        const amount = read(cells, at);
        return amount.ok ? ok([{ meter: meters.get(value) ?? value, quantity: amount.value, credits: '' }]) : amount;
      };
    }
    case 'wide': {
      const feeds = quantity.columns.map(({ column, meter }) => ({ at: columns.indexOf(column), meter }));
      return (cells) => {
        const amounts: Amount[] = [];
        for (const { at, meter } of feeds) {
          const amount = read(cells, at);
          if (!amount.ok) return amount;
          amounts.push({ meter, quantity: amount.value, credits: '' });
        }
        return ok(amounts);
      };
    }
  }
}
