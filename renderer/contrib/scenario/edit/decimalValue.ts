import type { JsonValue } from './jsonValue.ts';

const jsonNumber = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

export function isPlainNumber(text: string): boolean {
  return jsonNumber.test(text);
}

/**
 * What a typed amount becomes in the document: a JSON number with exactly the digits that were typed, or text where it is
 * no number (so that nothing typed is lost, and the decoder says what is wrong) or where the amount was text before.
 */
export function decimalValue(typed: string, asText: boolean): JsonValue | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  return isPlainNumber(text) && !asText ? { number: text } : text;
}
