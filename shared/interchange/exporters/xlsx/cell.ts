/**
 * A cell with its type. Numbers are decimal text and written as such, so that no digit is lost on the way; a text is always a
 * string, whatever it looks like, and never a formula.
 */
export type Cell =
  | { readonly type: 'text' | 'heading'; readonly text: string }
  | { readonly type: 'credits' | 'money' | 'number'; readonly text: string }
  | { readonly type: 'instant'; readonly at: number }
  | { readonly type: 'truth'; readonly holds: boolean }
  | null;

/** The cell of a text. */
export function textCell(text: string): Cell {
  return { type: 'text', text };
}

const decimal = /^-?\d+(\.\d+)?$/;

/** The cell of an amount as decimal text; none where it is empty. Anything that is no decimal is a text. */
export function numberCell(text: string, type: 'credits' | 'money' | 'number' = 'number'): Cell {
  if (text === '') return null;
  return decimal.test(text) ? { type, text } : textCell(text);
}

/** Headings over columns. */
export function headings(names: readonly string[]): Cell[] {
  return names.map((text) => ({ type: 'heading', text }));
}

/** Indexes into the cell formats of `styles.ts`. */
export const cellStyle = { number: 0, heading: 1, text: 2, credits: 3, money: 4, instant: 5, truth: 0 } as const;

const longest = 32_767;
const dayMs = 86_400_000;
const dayOf1970 = 25_569;

/** A cell as XML at a place such as `B7`. What spreadsheets cannot hold in one cell, past 32,767 characters, is cut with a `…`. */
export function cellXml(cell: Cell, place: string): string {
  if (!cell) return '';
  const start = `<c r="${place}" s="${cellStyle[cell.type]}"`;
  switch (cell.type) {
    case 'text':
    case 'heading': {
      const text = cell.text.length > longest ? `${cell.text.slice(0, longest - 1)}…` : cell.text;
      return `${start} t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
    }
    case 'truth':
      return `${start} t="b"><v>${cell.holds ? 1 : 0}</v></c>`;
    case 'instant':
      return `${start}><v>${cell.at / dayMs + dayOf1970}</v></c>`;
    case 'credits':
    case 'money':
    case 'number':
      return `${start}><v>${cell.text}</v></c>`;
  }
}

/** Characters that XML 1.0 has no place for, carriage returns, and texts that look like their escapes. */
const escapable = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}|_(?=x[0-9A-Fa-f]{4}_)/gu;
/** All but what can stand as it is: most texts need no further look. */
const special = /[^\t\n !#-%'-;=?-^`-~\u00a0-\ud7ff]/;
const markup: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML. What XML cannot hold is written `_x0000_`, as the format has it. */
export function xmlText(text: string): string {
  if (!special.test(text)) return text;
  return text
    .replace(escapable, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>"]/g, (character) => markup[character]!);
}

/** The letters of a column, from 0: `A`, `Z`, `AA`. */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}
