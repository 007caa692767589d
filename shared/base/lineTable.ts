import type { Place } from './diagnostic.ts';

/** Offsets at which the lines of a text begin, to tell line and column of any offset. */
export interface LineTable {
  /** The place of `[from, until)`, offsets into the text. */
  place(from: number, until: number): Place;
}

/** The line table of a text; CR, LF and CRLF each end a line. The table itself is made when first asked for. */
export function lineTable(text: string): LineTable {
  let starts: number[] | null = null;
  return {
    place(from, until) {
      starts ??= lineStarts(text);
      const line = lineAt(starts, from);
      return { line: line + 1, column: from - starts[line]! + 1, offset: from, length: until - from };
    },
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
