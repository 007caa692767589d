import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import * as nodePath from 'node:path';
import type { SearchMatch } from '../../shared/rpc/searchViews.ts';
import { assert } from '../../shared/base/assert.ts';
import { expressionOf, searchText, type SearchPattern } from './searchText.ts';

/** What is looked for, in which folder. */
export interface SearchTask {
  readonly folder: string;
  readonly pattern: SearchPattern;
  /** Most places in one file. */
  readonly most: number;
}

/** A file of the folder, or its text as it is being edited. */
export interface SearchPart {
  readonly path: string;
  readonly text: string | null;
}

/** What was found in a file, or why it was left aside. */
export type SearchPiece =
  { readonly matches: readonly SearchMatch[]; readonly more: number } | { readonly aside: string };

/** Largest file that is searched. */
export const mostBytes = 50_000_000;

const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** Opens a search: its parts are files, each searched in one go. */
export function openSearch({ folder, pattern, most }: SearchTask): (part: SearchPart) => SearchPiece {
  const expression = expressionOf(pattern);
  assert(expression.ok, 'the expression was read before');
  return ({ path, text }) => {
    const read = text === null ? readText(folder, path) : { text };
    return 'aside' in read ? read : searchText(read.text, expression.value, most);
  };
}

function readText(folder: string, path: string): { readonly text: string } | { readonly aside: string } {
  try {
    const absolute = realpathSync(nodePath.join(folder, path));
    if (!absolute.startsWith(folder + nodePath.sep)) return { aside: 'a link leads out of the folder' };
    const bytes = readAll(absolute);
    if (bytes === null) return { aside: `larger than ${mostBytes / 1e6} MB` };
    if (bytes.subarray(0, 8000).includes(0)) return { aside: 'no text' };
    return { text: new TextDecoder().decode(bytes) };
  } catch (error) {
    return { aside: `cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})` };
  }
}

/** The bytes of an ordinary file, or null where there are too many. */
function readAll(absolute: string): Uint8Array | null {
  const file = openSync(absolute, flags);
  try {
    const stat = fstatSync(file);
    assert(stat.isFile(), 'only ordinary files are listed');
    if (stat.size > mostBytes) return null;
    const bytes = new Uint8Array(stat.size);
    let done = 0;
    for (let read = 1; read > 0 && done < bytes.length; done += read)
      read = readSync(file, bytes, done, bytes.length - done, done);
    return bytes.subarray(0, done);
  } finally {
    closeSync(file);
  }
}
