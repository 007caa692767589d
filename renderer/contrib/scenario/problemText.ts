import type { Diagnostic } from '../../../shared/base/diagnostic.ts';

/** A problem in one line: what is wrong, what was expected, what was probably meant. */
export function problemText({ message, expected, suggestion }: Diagnostic): string {
  const wanted = expected && !message.includes(expected) ? ` Expected ${expected}.` : '';
  const meant = suggestion && !message.includes(suggestion) ? ` Did you mean “${suggestion}”?` : '';
  return `${/[.!?]$/.test(message) ? message : `${message}.`}${wanted}${meant}`;
}
