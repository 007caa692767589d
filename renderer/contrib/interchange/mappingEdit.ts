import type { CsvMapping, ImportMapping } from './mapping.ts';

/** How quantities lie in a file. */
export type QuantityKind = CsvMapping['quantity']['kind'];

type Wide = Extract<CsvMapping['quantity'], { kind: 'wide' }>;
type Long = Extract<CsvMapping['quantity'], { kind: 'long' }>;

/** The mapping with another layout of quantities, keeping what carries over. `columns` are the names in the file. */
export function withQuantityKind(mapping: CsvMapping, kind: QuantityKind, columns: readonly string[]): CsvMapping {
  if (mapping.quantity.kind === kind) return mapping;
  const free = columns.filter((column) => column !== mapping.time.column && column !== mapping.id);
  const quantity = quantityColumnOf(mapping) ?? free[0] ?? '';
  const other = free.find((column) => column !== quantity) ?? '';
  if (kind === 'credits') return { ...mapping, quantity: { kind, column: quantity } };
  if (kind === 'long') {
    return { ...mapping, quantity: { kind, meterColumn: other, quantityColumn: quantity, meters: [] } };
  }
  return { ...mapping, quantity: { kind, columns: [{ column: quantity, meter: meterName(quantity) }] } };
}

function quantityColumnOf({ quantity }: CsvMapping): string | undefined {
  if (quantity.kind === 'wide') return quantity.columns[0]?.column;
  return quantity.kind === 'long' ? quantity.quantityColumn : quantity.column;
}

/** A meter's id from the name of a column: `ContextTokens` gives `context-tokens`. */
export function meterName(column: string): string {
  const name = column
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return name === '' ? 'meter' : name;
}

/** A wide mapping with a column taken up as a meter, or left out. */
export function withWideColumn(mapping: CsvMapping, column: string, taken: boolean): CsvMapping {
  const wide = wideOf(mapping);
  const others = wide.columns.filter((entry) => entry.column !== column);
  const columns = taken ? [...others, { column, meter: meterName(column) }] : others;
  return { ...mapping, quantity: { kind: 'wide', columns } };
}

/** A wide mapping with another meter fed by a column. */
export function withWideMeter(mapping: CsvMapping, column: string, meter: string): CsvMapping {
  const columns = wideOf(mapping).columns.map((entry) => (entry.column === column ? { column, meter } : entry));
  return { ...mapping, quantity: { kind: 'wide', columns } };
}

function wideOf(mapping: CsvMapping): Wide {
  return mapping.quantity.kind === 'wide' ? mapping.quantity : { kind: 'wide', columns: [] };
}

/** A long mapping in which a value of the meter column counts for another meter; the value's own name takes the entry out. */
export function withMeterOf(mapping: CsvMapping, value: string, meter: string): CsvMapping {
  if (mapping.quantity.kind !== 'long') return mapping;
  const others = mapping.quantity.meters.filter((entry) => entry.value !== value);
  const meters = meter === '' || meter === value ? others : [...others, { value, meter }];
  return { ...mapping, quantity: { ...mapping.quantity, meters } satisfies Long };
}

/** What keeps a mapping from being used, in plain words. `columns` are the names in the file. */
export function mappingFaults(mapping: CsvMapping, columns: readonly string[]): readonly string[] {
  const faults: string[] = [];
  for (const column of usedColumns(mapping)) {
    if (!columns.includes(column))
      faults.push(column === '' ? 'A column is not chosen.' : `The file has no column “${column}”.`);
  }
  if (mapping.quantity.kind === 'wide') faults.push(...wideFaults(mapping.quantity));
  return [...new Set(faults)];
}

function wideFaults({ columns }: Wide): readonly string[] {
  if (columns.length === 0) return ['No column feeds a meter: tick at least one.'];
  const unnamed = columns.filter(({ meter }) => meter.trim() === '');
  return unnamed.map(({ column }) => `Column “${column}” needs the name of a meter.`);
}

function usedColumns({ time, quantity, id }: CsvMapping): readonly string[] {
  const amounts =
    quantity.kind === 'wide'
      ? quantity.columns.map(({ column }) => column)
      : quantity.kind === 'long'
        ? [quantity.meterColumn, quantity.quantityColumn]
        : [quantity.column];
  return [time.column, ...amounts, ...(id === null ? [] : [id])];
}

/** What a column of the file is used for, in a word or two; null where it is not. */
export function columnUse(mapping: ImportMapping, column: string): string | null {
  if (mapping.format !== 'csv') return null;
  const { time, quantity, id } = mapping;
  if (column === time.column) return 'time';
  if (column === id) return 'identity';
  if (quantity.kind === 'wide') return quantity.columns.find((entry) => entry.column === column)?.meter ?? null;
  if (quantity.kind === 'credits') return column === quantity.column ? 'credits' : null;
  if (column === quantity.meterColumn) return 'meter';
  return column === quantity.quantityColumn ? 'quantity' : null;
}
