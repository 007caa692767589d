import type { ChartColumn, ChartData } from './chartData.ts';

/** The figures as CSV (RFC 4180), undisturbed by grouping; cells that a spreadsheet would run as formulas are made harmless. */
export function csvText({ columns, rows, currency }: ChartData): string {
  const header = columns.map((column) => cell(titleOf(column, currency)));
  const lines = rows.map((row) => row.map(cell).join(','));
  return [header.join(','), ...lines].map((line) => `${line}\r\n`).join('');
}

function titleOf({ title, kind }: ChartColumn, currency: string): string {
  return kind === 'money' ? `${title} (${currency})` : kind === 'credits' ? `${title} (credits)` : title;
}

function cell(text: string): string {
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  const safe = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
