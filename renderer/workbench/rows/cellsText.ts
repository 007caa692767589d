import type { CellKind } from '../../../shared/base/rows/cellKind.ts';

/** Cells to copy: text by row and column, null where the cell is not selected. */
export interface CopiedCells {
  readonly titles: readonly string[] | null;
  readonly kinds: readonly CellKind[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** Beginnings that a spreadsheet takes for a formula, their full-width forms included. */
const formula = /^[=+\-@＝＋－＠]/;

/** Cells as tab-separated text, as spreadsheets paste it; texts that would run as a formula are quoted out. */
export function cellsAsTsv({ titles, kinds, rows }: CopiedCells): string {
  const lines = rows.map((row) => row.map((cell, at) => plain(cell, kinds[at]!)).join('\t'));
  return [...(titles ? [titles.join('\t')] : []), ...lines].join('\n');
}

/** Cells as a table, in which texts stay texts: no id loses its zeros, no text runs as a formula. */
export function cellsAsHtml({ titles, kinds, rows }: CopiedCells): string {
  const head = titles ? `<tr>${titles.map((title) => `<th>${escaped(title)}</th>`).join('')}</tr>` : '';
  const body = rows.map((row) => `<tr>${row.map((cell, at) => htmlCell(cell ?? '', kinds[at]!)).join('')}</tr>`);
  return `<meta charset="utf-8"><table>${head}${body.join('')}</table>`;
}

function plain(cell: string | null, kind: CellKind): string {
  const text = (cell ?? '').replace(/[\t\r\n]+/g, ' ');
  return kind === 'text' && formula.test(text) ? `'${text}` : text;
}

function htmlCell(cell: string, kind: CellKind): string {
  if (kind !== 'text') return `<td>${escaped(cell)}</td>`;
  return `<td style="mso-number-format:'\\@'">${escaped(plain(cell, kind))}</td>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
