import { decimalValue } from './decimalValue.ts';
import type { JsonMembers, JsonValue } from './jsonValue.ts';

type Column = 'at' | 'meter' | 'quantity' | 'credits' | 'calls' | 'id';
const columns: readonly string[] = ['at', 'meter', 'quantity', 'credits', 'calls', 'id'] satisfies Column[];
const otherNames: Readonly<Record<string, Column>> = { date: 'at', time: 'at', timestamp: 'at', amount: 'quantity' };

/**
 * Usage events from cells copied out of a spreadsheet or a CSV file. A header row names the columns; without one they are
 * `at, credits`, or `at, meter, quantity, id`. Cells that fit no column's form are kept as they are, for the decoder to explain.
 */
export function pastedEvents(text: string): JsonMembers[] {
  const rows = text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => cellsOf(line, delimiterOf(text)));
  const header = rows[0] && headerOf(rows[0]);
  const layout = header ?? guessLayout(rows[0] ?? []);
  return rows.slice(header ? 1 : 0).map((cells) => eventOf(cells, layout));
}

function delimiterOf(text: string): string {
  return ['\t', ';'].find((candidate) => text.includes(candidate)) ?? ',';
}

function cellsOf(line: string, delimiter: string): string[] {
  const cell = delimiter === ',' ? /("(?:[^"]|"")*"|[^,]*)(?:,|$)/g : null;
  const raw = cell ? [...line.matchAll(cell)].map((match) => match[1]!).slice(0, -1) : line.split(delimiter);
  if (cell && (line.endsWith(',') || raw.length === 0)) raw.push('');
  return raw.map((text) => {
    const trimmed = text.trim();
    return /^".*"$/s.test(trimmed) ? trimmed.slice(1, -1).replaceAll('""', '"') : trimmed;
  });
}

function headerOf(cells: readonly string[]): (Column | null)[] | null {
  const names = cells.map((cell) => {
    const name = cell.toLowerCase();
    return columns.includes(name) ? (name as Column) : (otherNames[name] ?? null);
  });
  return names.includes('at') ? names : null;
}

function guessLayout(cells: readonly string[]): Column[] {
  const second = cells[1] ?? '';
  return /^[-\d.,\s]*$/.test(second) ? ['at', 'credits', 'id'] : ['at', 'meter', 'quantity', 'id'];
}

function eventOf(cells: readonly string[], layout: readonly (Column | null)[]): JsonMembers {
  const event: Record<string, JsonValue | undefined> = {};
  layout.forEach((column, index) => {
    const cell = cells[index] ?? '';
    if (!column || cell === '') return;
    if (column === 'at') event[column] = withoutSpace(cell);
    else if (column === 'meter' || column === 'id') event[column] = cell;
    else event[column] = decimalValue(withoutGroups(cell), false);
  });
  return event;
}

/** Spreadsheets write `2026-01-03 10:15`. */
function withoutSpace(cell: string): string {
  return cell.replace(/^(\d{4}-\d{2}-\d{2}) +(\d)/, '$1T$2');
}

/** `1,234,567` and `1,234.5` can be read in one way alone; `1,234` cannot, and is kept. */
function withoutGroups(cell: string): string {
  return /^-?\d{1,3}(,\d{3}){2,}(\.\d+)?$|^-?\d{1,3}(,\d{3})+\.\d+$/.test(cell) ? cell.replaceAll(',', '') : cell;
}
