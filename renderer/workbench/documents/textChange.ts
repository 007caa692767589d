import type { Step } from '../../platform/documents.ts';

type Change = Pick<Step, 'at' | 'removed' | 'inserted'>;

/** The one stretch in which two texts differ. */
export function textChange(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  let at = 0;
  while (at < shorter && before.charCodeAt(at) === after.charCodeAt(at)) at++;
  let tail = 0;
  while (
    tail < shorter - at &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  return { at, removed: before.slice(at, before.length - tail), inserted: after.slice(at, after.length - tail) };
}

/** The text with the change made. */
export function applyChange(text: string, { at, removed, inserted }: Change): string {
  return text.slice(0, at) + inserted + text.slice(at + removed.length);
}

/** The text with the change taken back. */
export function revertChange(text: string, { at, removed, inserted }: Change): string {
  return text.slice(0, at) + removed + text.slice(at + inserted.length);
}
