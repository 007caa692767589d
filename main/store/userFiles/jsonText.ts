import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { Diagnostic, Place } from '../../../shared/base/diagnostic.ts';

/** A JSON text with comments: its root where it holds the kind of value that it should, and what is wrong with it. */
export interface ReadText {
  readonly root: Node | null;
  readonly problems: readonly Diagnostic[];
}

/** Reads a text that should hold an object or a list. */
export function readJsonText(text: string, wanted: 'object' | 'array'): ReadText {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const problems = errors.map(({ error, offset, length }) =>
    problem('json', '', placeIn(text, offset, length), printParseErrorCode(error).replace(/([a-z])([A-Z])/g, '$1 $2')),
  );
  if (root?.type === wanted) return { root, problems };
  const message = wanted === 'object' ? 'The file holds no object { … }.' : 'The file holds no list [ … ].';
  return { root: null, problems: [problem('json', '', placeIn(text, 0, 1), message), ...problems] };
}

/** Whether an edit of the text would leave the rest of it as it is. */
export function isSound({ root, problems }: ReadText): boolean {
  return root !== null && problems.length === 0;
}

export function placeOf(text: string, { offset, length }: Node): Place {
  return placeIn(text, offset, length);
}

function placeIn(text: string, offset: number, length: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset, length };
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
