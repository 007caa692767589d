import type { JsonPath } from '../edit/jsonValue.ts';
import type { Draft } from './draft.ts';

/** A draft that knows what was read from it. */
export interface WatchedDraft {
  readonly draft: Draft;
  /** Whether all that was read stands in a newer draft as well, and nothing is wrong with it: then this one may go on standing for it. */
  standsFor(newer: Draft): boolean;
}

/**
 * Watches which members of the document are read. `onBehind` is called where one is read for the first time after it has changed
 * in the newer draft that this one stands for.
 */
export function watchDraft(source: Draft, onBehind: () => void): WatchedDraft {
  const members = new Set<string>();
  let readsAllProblems = false;
  let newest = source;
  const stands = (member: string) => sameMember(source, newest, member);
  const note = ([member]: JsonPath) => {
    if (typeof member !== 'string' || members.has(member)) return;
    members.add(member);
    if (newest !== source && !stands(member)) onBehind();
  };
  const draft: Draft = {
    ...source,
    get problems() {
      readsAllProblems = true;
      return source.problems;
    },
    at: (path) => (note(path), source.at(path)),
    under: (path) => (note(path), source.under(path)),
  };
  return {
    draft,
    standsFor(newer) {
      newest = newer;
      if (source === newer) return true;
      if (source.document !== newer.document || source.locked !== newer.locked) return false;
      if (readsAllProblems && source.problems.length + newer.problems.length > 0) return false;
      return [...members].every(stands);
    },
  };
}

/** Where something is wrong it may be another: what mends it can depend on any part of the text. */
function sameMember(before: Draft, after: Draft, member: string): boolean {
  if (before.under([member]).length + after.under([member]).length > 0) return false;
  return textOf(before, member) === textOf(after, member);
}

function textOf({ text, at }: Draft, member: string): string | null {
  const node = at([member]);
  return node ? text.slice(node.offset, node.offset + node.length) : null;
}
