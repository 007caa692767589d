import { assert } from './assert.ts';

/** A value that JSON can hold. */
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined };

const needsEscape = /["\\\u0000-\u001f\ud800-\udfff]/;
const loneSurrogate = /\p{Surrogate}/u;

/**
 * The canonical text of a JSON value (RFC 8785): keys in the order of their UTF-16 units, no white space, numbers and text
 * as ECMAScript writes them. Members that are undefined are left out. Numbers that are not finite and text with a lone
 * surrogate have no canonical form: they are bugs of the caller.
 */
export function canonicalJson(value: JsonValue): string {
  if (typeof value === 'string') return canonicalText(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members: string[] = [];
  for (const [key, member] of Object.entries(value).sort(byKey)) {
    if (member !== undefined) members.push(`${canonicalText(key)}:${canonicalJson(member)}`);
  }
  return `{${members.join(',')}}`;
}

/** Whether a text, or each of several put together, is its own canonical form but for the quotes. */
export function needsNoEscape(text: string): boolean {
  return !needsEscape.test(text);
}

/** The canonical form of one text, in quotes. A lone surrogate is a bug of the caller. */
export function canonicalText(text: string): string {
  if (!needsEscape.test(text)) return `"${text}"`;
  assert(!loneSurrogate.test(text), 'text is well-formed Unicode');
  return JSON.stringify(text);
}

function canonicalNumber(value: number): string {
  assert(Number.isFinite(value), 'a number in JSON is finite');
  return JSON.stringify(value);
}

function byKey([left]: [string, unknown], [right]: [string, unknown]): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
