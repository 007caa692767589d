import { createScanner, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { Diagnostic, Place } from '../../../shared/base/diagnostic.ts';
import { lineTable } from '../../../shared/base/lineTable.ts';

/** A JSON text with comments: its root where it holds the kind of value that it should, and what is wrong with it. */
export interface ReadText {
  readonly root: Node | null;
  readonly problems: readonly Diagnostic[];
}

/** Longest text that is read, in UTF-16 units, and how deep it may be: the parser goes a call deeper with each level. */
const limits = { length: 1_000_000, depth: 100, problems: 500 };

/** Reads a text that should hold an object or a list. */
export function readJsonText(text: string, wanted: 'object' | 'array'): ReadText {
  if (text.length > limits.length)
    return refusedText('json-size', placeIn(text, 0, 0), 'The text is too long to read.');
  const deep = tooDeepAt(text);
  if (deep !== null) return refusedText('json-depth', placeIn(text, deep, 1), 'It is nested too deep.');
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const problems = errors
    .slice(0, limits.problems)
    .map(({ error, offset, length }) =>
      problem(
        'json',
        '',
        placeIn(text, offset, length),
        printParseErrorCode(error).replace(/([a-z])([A-Z])/g, '$1 $2'),
      ),
    );
  if (root?.type === wanted) return { root, problems };
  const message = wanted === 'object' ? 'The file holds no object { … }.' : 'The file holds no list [ … ].';
  return { root: null, problems: [problem('json', '', placeIn(text, 0, 1), message), ...problems] };
}

function refusedText(code: string, place: Place, message: string): ReadText {
  return { root: null, problems: [problem(code, '', place, message)] };
}

/** Tokens by the scanner's numbers: its enum is one that only its own compiler can read. */
const token = { openBrace: 1, closeBrace: 2, openBracket: 3, closeBracket: 4, end: 17 } as const;

/** Where the first value stands that is too deep; null where none is. */
function tooDeepAt(text: string): number | null {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let kind: number = scanner.scan(); kind !== token.end; kind = scanner.scan()) {
    if (kind === token.openBrace || kind === token.openBracket) depth += 1;
    else if (kind === token.closeBrace || kind === token.closeBracket) depth -= 1;
    if (depth > limits.depth) return scanner.getTokenOffset();
  }
  return null;
}

/** Whether an edit of the text would leave the rest of it as it is. */
export function isSound({ root, problems }: ReadText): boolean {
  return root !== null && problems.length === 0;
}

export function placeOf(text: string, { offset, length }: Node): Place {
  return placeIn(text, offset, length);
}

/** One text is read at a time, and asked for many places. */
let lines = { of: '', table: lineTable('') };

function placeIn(text: string, offset: number, length: number): Place {
  if (lines.of !== text) lines = { of: text, table: lineTable(text) };
  return lines.table.place(offset, offset + length);
}

export function problem(
  code: string,
  path: string,
  place: Place,
  message: string,
  more: Partial<Diagnostic> = {},
): Diagnostic {
  return { code, severity: 'error', path, place, message, ...more };
}

/** The text with one more child at the end of an object or a list, on a line of its own. */
export function withChild(text: string, { offset, children = [] }: Node, written: string): string {
  const line = `\n  ${written.replaceAll('\n', '\n  ')}`;
  const last = children.at(-1);
  const at = last ? last.offset + last.length : offset + 1;
  const [before, after] = [text.slice(0, at), text.slice(at)];
  if (last) return `${before},${line}${after}`;
  return before + line + (/^[ \t]*\r?\n/.test(after) ? '' : '\n') + after;
}

/** The text without one child of an object or a list: its line goes with it, comments around it stay. */
export function withoutChild(text: string, { children = [] }: Node, at: number): string {
  const child = children[at];
  if (!child) return text;
  const end = child.offset + child.length;
  const comma = /^\s*,/.exec(text.slice(end))?.[0].length ?? 0;
  const lineStart = text.lastIndexOf('\n', child.offset - 1) + 1;
  const lineEnd = /^[ \t]*\r?\n/.exec(text.slice(end + comma))?.[0].length ?? 0;
  const whole = text.slice(lineStart, child.offset).trim() === '' && lineEnd > 0;
  const rest = text.slice(end + comma + (whole ? lineEnd : 0));
  const before = text.slice(0, whole ? lineStart : child.offset);
  const previous = children[at - 1];
  if (comma > 0 || !previous) return before + rest;
  // The last one goes: the comma that led to it goes too.
  const cut = previous.offset + previous.length;
  return before.slice(0, cut) + before.slice(cut).replace(/^\s*,/, '') + rest;
}
