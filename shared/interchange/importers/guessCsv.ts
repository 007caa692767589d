import { ok, type Result } from '../../base/result.ts';
import { assert } from '../../base/assert.ts';
import { zoneOf, type Zone } from '../../calendar/zone.ts';
import type { CsvMapping } from '../mapping.ts';
import { readCsvHeader } from './csvHeader.ts';
import { splitCsv, type CsvRecord } from './csvRecords.ts';
import type { ImportFault } from './importFault.ts';
import { readQuantity } from './readQuantity.ts';
import { readTime, type TimeKind } from './readTime.ts';
import { isSecretName } from './redact.ts';

/** What the head of a CSV file shows. */
export interface CsvHead {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly delimiter: CsvMapping['delimiter'];
}

/** A column with its first values. */
interface Column {
  readonly name: string;
  readonly values: readonly string[];
}

const rowsLooked = 200;
const delimiters = [',', ';', '\t'] as const;

/**
 * The columns and first rows of a CSV, from its first characters, at the delimiter that cuts them most evenly, or at one
 * that is given. `whole` tells that nothing follows; else the last record is not looked at, for it may be cut.
 */
export function readCsvHead(
  text: string,
  { whole, delimiter }: { readonly whole: boolean; readonly delimiter: CsvMapping['delimiter'] | null },
): Result<CsvHead, ImportFault> {
  const best = bestSplit(text, { whole, delimiters: delimiter === null ? delimiters : [delimiter] });
  const [header, ...records] = best.records;
  if (!header) return { ok: false, error: { code: 'empty-file' } };
  const columns = readCsvHeader(header);
  if (!columns.ok) return columns;
  const rows = records.filter(({ cells }) => cells.length === columns.value.length).slice(0, rowsLooked);
  return ok({ columns: columns.value, rows: rows.map(({ cells }) => cells), delimiter: best.delimiter });
}

/** The delimiter that cuts the first characters of a CSV most evenly. `whole` is as for `readCsvHead`. */
export function guessDelimiter(text: string, whole: boolean): CsvMapping['delimiter'] {
  return bestSplit(text, { whole, delimiters }).delimiter;
}

function bestSplit(
  text: string,
  wanted: { readonly whole: boolean; readonly delimiters: readonly CsvMapping['delimiter'][] },
) {
  const splits = wanted.delimiters.map((delimiter) => {
    const records = splitCsv(text, delimiter);
    return { delimiter, records: wanted.whole || records.length < 2 ? records : records.slice(0, -1) };
  });
  return splits.reduce((a, b) => (evenness(b.records) > evenness(a.records) ? b : a));
}

/** Share of the first records that have as many cells as the header, where these are several; more cells break a tie. */
function evenness(records: readonly CsvRecord[]): number {
  const looked = records.slice(0, rowsLooked);
  const cells = looked[0]?.cells.length ?? 0;
  if (cells < 2) return 0;
  return looked.filter((record) => record.cells.length === cells).length / looked.length + cells / 1e6;
}

/** The mapping that the names and values of the columns suggest. It fits the file, and the user corrects it. */
export function guessCsvMapping({ columns, rows, delimiter }: CsvHead, timeZone: string): CsvMapping {
  const zone = zoneOf(timeZone) ?? zoneOf('UTC');
  assert(zone !== null, 'UTC is a time zone');
  const open = columns
    .map((name, index) => ({ name, values: rows.map((row) => row[index]!).filter((value) => value.trim() !== '') }))
    .filter(({ name }) => !isSecretName(name));
  const time = guessTime(open, zone) ?? { column: open[0]?.name ?? columns[0]!, kind: 'iso' as const };
  const others = open.filter(({ name }) => name !== time.column);
  const decimalComma = delimiter !== ',' && others.some(({ values }) => isDecimalComma(values));
  const numeric = others.filter(({ values }) => isNumeric(values, decimalComma));
  const id = guessId(others, rows.length);
  const quantity = guessQuantity({ others, numeric, rows: rows.length }, id, time.column);
  return { format: 'csv', delimiter, time, timeZone, quantity, id, decimalComma };
}

const timeName = /^(at|ts|when|date|day)$|time|date|timestamp|created|started|period.?start/i;
const idName =
  /^(id|uuid|guid|key)$|(request|event|job|trace|record|row|transaction|message|idempotency)[-_ ]?(id|key)$|uuid/i;
const plainId = /^(id|uuid|guid)$/i;
const meterName =
  /^(meter|metric|sku|feature|product|service|event|event[-_ ]?(type|name)|type|model|resource|name|operation)$/i;
const quantityName =
  /^(quantity|qty|amount|count|value|units?|usage|number|total|consumed|seconds|minutes|images|tokens)$|quantity/i;
const notUsage = new Set(
  'price cost rate fee balance latency status code version id row index line no nr seq lat lon'.split(' '),
);

/** Of the columns whose values all read as times, one that is named like a time, else the first. */
function guessTime(columns: readonly Column[], zone: Zone): CsvMapping['time'] | null {
  const found: CsvMapping['time'][] = [];
  for (const { name, values } of columns) {
    const kind = timeKinds.find((each) => fits(values, each, zone));
    if (kind && (kind === 'iso' || timeName.test(name))) found.push({ column: name, kind });
  }
  return found.find(({ column }) => timeName.test(column)) ?? found[0] ?? null;
}

const timeKinds: readonly TimeKind[] = ['iso', 'nanoseconds', 'milliseconds', 'seconds'];

/** Nine values in ten read as times of one kind; Unix times must lie after 2000, which tells their units apart. */
function fits(values: readonly string[], kind: TimeKind, zone: Zone): boolean {
  if (values.length === 0) return false;
  const read = values.filter((value) => {
    const time = readTime(value, kind, zone);
    return time.ok && (kind === 'iso' || time.value >= Date.UTC(2000, 0, 1));
  });
  return read.length >= values.length * 0.9;
}

function isNumeric(values: readonly string[], decimalComma: boolean): boolean {
  const read = values.filter((value) => readQuantity(value, decimalComma).ok);
  return values.length > 0 && read.length >= values.length * 0.5;
}

function isDecimalComma(values: readonly string[]): boolean {
  return values.some((value) => /^\d+,\d+$/.test(value.trim())) && !values.some((value) => value.includes('.'));
}

/**
 * A column named like an identity whose values are all there and differ. One that is plainly called an id may lack some or
 * repeat a few: leaving it out would count a row twice that came twice.
 */
function guessId(columns: readonly Column[], rows: number): string | null {
  const named = columns.filter(({ name }) => idName.test(name));
  const unique = named.find(({ values }) => values.length === rows && new Set(values).size === rows);
  const plain = named.find(({ name, values }) => plainId.test(name) && new Set(values).size > values.length / 2);
  return (unique ?? plain)?.name ?? null;
}

interface Candidates {
  readonly others: readonly Column[];
  readonly numeric: readonly Column[];
  readonly rows: number;
}

function guessQuantity({ others, numeric, rows }: Candidates, id: string | null, time: string): CsvMapping['quantity'] {
  const amounts = numeric.filter(({ name }) => name !== id);
  const credits = amounts.find(({ name }) => /^credits?$|credits?[-_ ]?used|total[-_ ]?credits/i.test(name));
  if (credits) return { kind: 'credits', column: credits.name };
  const meter = others.find((column) => meterName.test(column.name) && !numeric.includes(column));
  const amount = amounts.find(({ name }) => quantityName.test(name));
  if (meter && amount) {
    const values = [...new Set(meter.values.map((value) => value.trim()))].slice(0, 50);
    const meters = values.map((value) => ({ value, meter: meterIdOf(value) }));
    return { kind: 'long', meterColumn: meter.name, quantityColumn: amount.name, meters };
  }
  const full = amounts.filter(({ name, values }) => values.length >= rows * 0.5 && !isNotUsage(name));
  const fed = full.length > 0 ? full : others.slice(-1);
  const columns = (fed.length > 0 ? fed.map(({ name }) => name) : [time]).map((column) => ({
    column,
    meter: meterIdOf(column),
  }));
  return { kind: 'wide', columns };
}

/** True where a word of the name says that its numbers are no usage. */
function isNotUsage(name: string): boolean {
  return meterIdOf(name)
    .split('-')
    .some((word) => notUsage.has(word));
}

/** A meter's id from a name: `ContextTokens` and `context tokens` both give `context-tokens`. */
export function meterIdOf(name: string): string {
  const words = name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1-$2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1-$2')
    .replace(/[^\p{L}\p{N}./:@]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return words === '' ? 'usage' : words.toLowerCase();
}
