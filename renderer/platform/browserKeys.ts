import type { KeyBinding } from './keyBindings.ts';

/** Keys that browsers do not give to a page in a tab. */
const kept: readonly RegExp[] = [
  /^(Ctrl|Meta)\+(Shift\+)?[NTW]$/,
  /^(Ctrl|Meta)\+(PageUp|PageDown|F4)$/,
  /^Ctrl\+(Shift\+)?Tab$/,
];

/** Whether a browser takes a key for its own tabs and windows, so that a page never sees it. */
export function isKeptByBrowser({ strokes: [first = ''] }: Pick<KeyBinding, 'strokes'>): boolean {
  return kept.some((key) => key.test(first));
}
