import type { KeyRow } from './keyRows.ts';

/** The keys as a table for a spreadsheet. */
export function keysCsv(rows: readonly KeyRow[]): string {
  const cells = rows.map((row) => [row.title, row.command.id, row.keys, row.when, row.binding?.source ?? '']);
  const lines = [['Command', 'Id', 'Key', 'When', 'Source'], ...cells];
  return `\uFEFF${lines.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`;
}

/** A cell that a spreadsheet could take for a formula, such as the key `-`, stays text. */
function quoted(cell: string): string {
  const safe = /^[=+\-@]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
