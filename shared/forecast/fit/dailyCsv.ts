import type { Diagnostic } from '../../base/diagnostic.ts';
import { parseLocalDate } from '../../calendar/instant.ts';
import { dayMs } from '../../calendar/month.ts';
import type { DailyHistory } from './dailyHistory.ts';

/** A series by day as read from a file, or what is wrong with it. */
export interface DailySeries {
  readonly history: DailyHistory | null;
  readonly diagnostics: readonly Diagnostic[];
}

const mostDays = 36_525;
const decimal = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;
const unknown = new Set(['', 'NA', 'NaN', 'null']);

/**
 * Reads a series by day: a CSV with a header, a column `date` and one column of quantities, in any order of days. Days
 * that are missing, empty or NA are unknown. Faults have the codes missing-column, ragged-row, bad-date, bad-quantity,
 * negative, duplicate-day, no-rows and too-long, and their line.
 */
export function readDailyCsv(text: string): DailySeries {
  const faults: Diagnostic[] = [];
  const report = (code: string, line: number, message: string): null => {
    const place = { line, column: 1, offset: 0, length: 0 };
    if (faults.length < 100) faults.push({ code, severity: 'error', path: '', place, message });
    return null;
  };
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const columns = readHeader(lines[0] ?? '', report);
  if (!columns) return { history: null, diagnostics: faults };
  const days = new Map<number, number>();
  lines.forEach((line, index) => {
    if (index > 0 && line.trim() !== '')
      readRow(line, columns, days, (code, message) => report(code, index + 1, message));
  });
  if (days.size === 0 && faults.length === 0) report('no-rows', 1, 'There is no day with a quantity.');
  const history = faults.length === 0 ? historyOf(days) : null;
  if (faults.length === 0 && !history) report('too-long', 1, `The days lie more than ${mostDays} days apart.`);
  return { history, diagnostics: faults };
}

interface Columns {
  readonly separator: string;
  readonly count: number;
  readonly date: number;
  readonly quantity: number;
}

function readHeader(line: string, report: (code: string, line: number, message: string) => null): Columns | null {
  const separator = [',', ';', '\t'].find((sign) => line.includes(sign)) ?? ',';
  const names = fieldsOf(line, separator);
  const date = names.findIndex((name) => /^(date|day)$/i.test(name));
  const quantity = names.findIndex((name, index) => index !== date && name !== '');
  if (date >= 0 && quantity >= 0 && names.length === 2) return { separator, count: names.length, date, quantity };
  return report('missing-column', 1, 'A series by day has a header with two columns: date, and one of quantities.');
}

function fieldsOf(line: string, separator: string): string[] {
  return line.split(separator).map((field) => field.trim().replace(/^"(.*)"$/, '$1'));
}

function readRow(
  line: string,
  { separator, count, date, quantity }: Columns,
  days: Map<number, number>,
  report: (code: string, message: string) => null,
): void {
  const fields = fieldsOf(line, separator);
  if (fields.length !== count) return void report('ragged-row', `This line has ${fields.length} fields, not ${count}.`);
  const day = parseLocalDate(fields[date]!);
  const written = fields[quantity]!;
  if (day === null) return void report('bad-date', `This is no date such as 2026-01-31: ${fields[date]!.slice(0, 40)}`);
  if (unknown.has(written)) return;
  if (!decimal.test(written)) return void report('bad-quantity', `This is no number: ${written.slice(0, 40)}`);
  if (Number(written) < 0) return void report('negative', `A quantity is not negative: ${written.slice(0, 40)}`);
  if (days.has(day)) return void report('duplicate-day', `The day ${fields[date]} stands twice.`);
  days.set(day, Number(written));
}

function historyOf(days: ReadonlyMap<number, number>): DailyHistory | null {
  let [first, last] = [Infinity, -Infinity];
  for (const day of days.keys()) [first, last] = [Math.min(first, day), Math.max(last, day)];
  const count = Math.round((last - first) / dayMs) + 1;
  if (count > mostDays) return null;
  const quantities = new Float64Array(count).fill(NaN);
  for (const [day, quantity] of days) quantities[Math.round((day - first) / dayMs)] = quantity;
  return { from: first, quantities };
}
