import { asciiText } from '../../base/asciiText.ts';
import { isPlainByte } from './plainText.ts';

const comma = 44;
const lineFeed = 10;
const quote = 34;
const backslash = 92;
const brace = 125;
const zero = 48;
const point = 46;

/** How a member's value may stand there: as text, as a number without sign, or as true or false. */
export interface MemberForm {
  readonly text: boolean;
  readonly bare: 'none' | 'whole' | 'decimal' | 'truth';
}

interface Member {
  /** What stands before its value, from the end of the one before. */
  readonly lead: Uint8Array;
  readonly form: MemberForm;
  /** Its column, or -1 where it is none. */
  readonly column: number;
}

/**
 * Rewrites lines of flat JSON objects as rows of CSV with the same cells, so that one reader serves both. All lines have the members of
 * the first, in its order and with its blanks; no cell has an escape, or a comma where that would count. Whatever is not so is left to
 * the slower reader.
 */
export class PlainJson {
  /** Columns that the rows have. */
  readonly columns: readonly string[];
  private readonly members: readonly Member[];
  private readonly from: Int32Array;
  private readonly until: Int32Array;
  private readonly quoted: number;

  /** `columns` are in the order of the CSV, and all there; `quoted` is one whose text may have commas. */
  private constructor(columns: readonly string[], members: readonly Member[], quoted: number) {
    this.columns = columns;
    this.members = members;
    this.quoted = quoted;
    this.from = new Int32Array(columns.length);
    this.until = new Int32Array(columns.length);
  }

  /** Learns the members from a file's first line. Null where it is not plain, names a member twice, or one that has no form. */
  static of(
    line: string,
    formOf: (name: string) => MemberForm | null,
    order: readonly string[] | null = null,
    quotedColumn: string | null = null,
  ): PlainJson | null {
    const found = membersOf(line);
    if (!found) return null;
    const names = found.map(({ name }) => name);
    const columns = order ?? names;
    const forms = names.map(formOf);
    if (new Set(names).size < names.length || forms.includes(null)) return null;
    if (!columns.every((column) => names.includes(column))) return null;
    const members = found.map(({ name, lead }, index) => {
      return { lead: bytesOf(lead), form: forms[index]!, column: columns.indexOf(name) };
    });
    return new PlainJson(columns, members, quotedColumn === null ? -1 : columns.indexOf(quotedColumn));
  }

  /** Writes the lines at `[from, until)` as rows at `into` of `out`, where there is room for them; gives the end, or -1 where a line is not plain. */
  rewrite(
    bytes: Uint8Array,
    { from, until }: { readonly from: number; readonly until: number },
    out: Uint8Array,
    into: number,
  ): number {
    let at = from;
    let end = into;
    while (at < until) {
      at = this.readLine(bytes, at);
      if (at < 0) return -1;
      end = this.writeRow(bytes, out, end);
    }
    return end;
  }

  /** Finds the cells of a line; gives where the next begins, or -1. */
  private readLine(bytes: Uint8Array, place: number): number {
    const { members, from, until } = this;
    let at = place;
    for (let index = 0; index < members.length; index++) {
      const { lead, form, column } = members[index]!;
      for (let each = 0; each < lead.length; each++) if (bytes[at + each] !== lead[each]) return -1;
      at += lead.length;
      const isText = bytes[at] === quote;
      const start = isText ? at + 1 : at;
      const end = isText ? this.textEnd(bytes, start, column) : bareEnd(bytes, start, form.bare);
      if (end < 0 || (isText && !form.text)) return -1;
      if (column >= 0) {
        from[column] = start;
        until[column] = end;
      }
      at = isText ? end + 1 : end;
    }
    return bytes[at] === brace && bytes[at + 1] === lineFeed ? at + 2 : -1;
  }

  private textEnd(bytes: Uint8Array, from: number, column: number): number {
    const mayHaveCommas = column < 0 || column === this.quoted;
    let at = from;
    for (let code = bytes[at]!; code !== quote; code = bytes[++at]!) {
      if (code === backslash || !(isPlainByte(code) || (mayHaveCommas && code === comma))) return -1;
    }
    return at;
  }

  private writeRow(bytes: Uint8Array, out: Uint8Array, into: number): number {
    const { from, until, quoted } = this;
    let end = into;
    for (let column = 0; column < from.length; column++) {
      const isQuoted = column === quoted;
      if (isQuoted) out[end++] = quote;
      for (let at = from[column]!; at < until[column]!; at++) out[end++] = bytes[at]!;
      if (isQuoted) out[end++] = quote;
      out[end++] = comma;
    }
    out[end - 1] = lineFeed;
    return end;
  }
}

/** Where a value without quotes ends; -1 where it is none of its form. */
function bareEnd(bytes: Uint8Array, from: number, bare: MemberForm['bare']): number {
  let at = from;
  if (bare === 'truth') {
    const text = asciiText(bytes, from, from + 5);
    return text.startsWith('true') ? from + 4 : text === 'false' ? from + 5 : -1;
  }
  while (isDigit(bytes[at]!)) at += 1;
  if (at === from || (bytes[from] === zero && at > from + 1)) return -1;
  if (bare === 'decimal' && bytes[at] === point) {
    const decimals = ++at;
    while (isDigit(bytes[at]!)) at += 1;
    if (at === decimals) return -1;
  }
  return bare === 'none' || (bare === 'whole' && at - from > 15) ? -1 : at;
}

function isDigit(code: number): boolean {
  return (code ^ zero) < 10;
}

/** The members of a flat object in a line, and what stands before their values. */
function membersOf(line: string): { readonly name: string; readonly lead: string }[] | null {
  const member = /([{,] ?"([A-Za-z]+)": ?)(?:"[^"\\]*"|[-.\w]+)/y;
  const members: { name: string; lead: string }[] = [];
  let end = 0;
  for (let found = member.exec(line); found; found = member.exec(line)) {
    const isFirst = members.length === 0;
    if (found[1]!.startsWith('{') !== isFirst) return null;
    members.push({ name: found[2]!, lead: found[1]! });
    end = member.lastIndex;
  }
  return members.length > 0 && line.slice(end) === '}' ? members : null;
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}
