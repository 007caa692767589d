import { err, ok, type Result } from '../../shared/base/result.ts';
import type { SearchMatch } from '../../shared/rpc/searchViews.ts';

/** What to look for in texts. */
export interface SearchPattern {
  readonly text: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  readonly regex: boolean;
}

/** The expression that finds a pattern, or what is wrong with it in words. */
export function expressionOf({ text, matchCase, wholeWord, regex }: SearchPattern): Result<RegExp, string> {
  const source = regex ? text : text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const whole = wholeWord ? String.raw`(?<![\p{L}\p{N}_])(?:${source})(?![\p{L}\p{N}_])` : source;
  const flags = matchCase ? 'g' : 'gi';
  try {
    return ok(new RegExp(whole, `${flags}u`));
  } catch (error) {
    // Expressions that are only right without full Unicode, such as `\-`.
    const plain = wholeWord ? String.raw`\b(?:${source})\b` : source;
    try {
      return ok(new RegExp(plain, flags));
    } catch {
      return err(error instanceof Error ? error.message : String(error));
    }
  }
}

const mostBefore = 40;
const mostAfter = 160;

/** Finds an expression in each line of a text, up to `most` places, and counts the others. */
export function searchText(
  text: string,
  expression: RegExp,
  most: number,
): { readonly matches: readonly SearchMatch[]; readonly more: number } {
  const matches: SearchMatch[] = [];
  let more = 0;
  let line = 0;
  for (let from = 0; from <= text.length;) {
    const end = text.indexOf('\n', from);
    const until = end === -1 ? text.length : end;
    const content = text.slice(from, text[until - 1] === '\r' ? until - 1 : until);
    line += 1;
    expression.lastIndex = 0;
    for (let match = expression.exec(content); match; match = expression.exec(content)) {
      if (match[0] === '') expression.lastIndex += 1;
      else if (matches.length < most) matches.push(matchAt(content, { line, from, at: match.index, found: match[0] }));
      else more += 1;
    }
    from = until + 1;
  }
  return { matches, more };
}

interface Found {
  readonly line: number;
  /** Where the line begins in the text. */
  readonly from: number;
  readonly at: number;
  readonly found: string;
}

function matchAt(content: string, { line, from, at, found }: Found): SearchMatch {
  const before = content.slice(0, at).trimStart();
  const after = content.slice(at + found.length);
  return {
    line,
    column: at + 1,
    offset: from + at,
    length: found.length,
    before: before.length > mostBefore ? `…${before.slice(-mostBefore)}` : before,
    text: found.length > mostAfter ? `${found.slice(0, mostAfter)}…` : found,
    after: after.length > mostAfter ? `${after.slice(0, mostAfter)}…` : after,
  };
}
