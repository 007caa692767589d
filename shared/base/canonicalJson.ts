import { assert } from './assert.ts';

/** A value that JSON can hold. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

type JsonObject = { readonly [key: string]: JsonValue | undefined };

const wellFormed = 'text is well-formed Unicode';
const needsEscape = /["\\\u0000-\u001f\ud800-\udfff]/;

/**
 * The canonical text of a JSON value (RFC 8785): keys in the order of their UTF-16 units, no white space, numbers and text
 * as ECMAScript writes them. Members that are undefined are left out. Numbers that are not finite and text with a lone
 * surrogate have no canonical form: they are bugs of the caller.
 */
export function canonicalJson(value: JsonValue): string {
  return ownText(value) ?? JSON.stringify(value);
}

/** The canonical text of a value in which keys stand in another order; null where it is what `JSON.stringify` gives, which is far quicker. */
function ownText(value: JsonValue): string | null {
  switch (typeof value) {
    case 'string':
      assert(value.isWellFormed(), wellFormed);
      return null;
    case 'number':
      assert(Number.isFinite(value), 'a number in JSON is finite');
      return null;
    case 'boolean':
      return null;
    default:
      if (value === null) return null;
      return Array.isArray(value) ? ownItems(value) : ownMembers(value as JsonObject);
  }
}

function ownItems(items: readonly JsonValue[]): string | null {
  const texts: string[] = [];
  let done = 0;
  for (let at = 0; at < items.length; at++) {
    const own = ownText(items[at]!);
    if (own === null) continue;
    if (done < at) texts.push(plainItems(items.slice(done, at)));
    texts.push(own);
    done = at + 1;
  }
  if (done === 0) return null;
  if (done < items.length) texts.push(plainItems(items.slice(done)));
  return `[${joined(texts)}]`;
}

function plainItems(items: readonly JsonValue[]): string {
  return JSON.stringify(items).slice(1, -1);
}

function ownMembers(object: JsonObject): string | null {
  const keys = Object.keys(object);
  const sorted = isInOrder(keys) ? keys : keys.toSorted();
  let isPlain = sorted === keys;
  const owns: (string | null)[] = [];
  for (const key of sorted) {
    assert(key.isWellFormed(), wellFormed);
    const member = object[key];
    const own = member === undefined ? null : ownText(member);
    if (own !== null) isPlain = false;
    owns.push(own);
  }
  return isPlain ? null : `{${joined(memberTexts(object, sorted, owns))}}`;
}

function isInOrder(keys: readonly string[]): boolean {
  for (let at = 1; at < keys.length; at++) if (keys[at - 1]! > keys[at]!) return false;
  return true;
}

function memberTexts(object: JsonObject, keys: readonly string[], owns: readonly (string | null)[]): string[] {
  const texts: string[] = [];
  for (const [at, key] of keys.entries()) {
    const member = object[key];
    if (member !== undefined) texts.push(`${canonicalText(key)}:${owns[at] ?? plainText(member)}`);
  }
  return texts;
}

function plainText(value: JsonValue): string {
  return typeof value === 'string'
    ? canonicalText(value)
    : typeof value === 'number'
      ? String(value)
      : JSON.stringify(value);
}

const longText = 10_000;

/** With commas between. Long ones are not copied: they may stand inside a hundred others. */
function joined(texts: readonly string[]): string {
  const hasLong = texts.some((text) => text.length > longText);
  return hasLong ? texts.reduce((before, text) => `${before},${text}`) : texts.join(',');
}

/** Whether a text, or each of several put together, is its own canonical form but for the quotes. */
export function needsNoEscape(text: string): boolean {
  return !needsEscape.test(text);
}

/** The canonical form of one text, in quotes. A lone surrogate is a bug of the caller. */
export function canonicalText(text: string): string {
  if (!needsEscape.test(text)) return `"${text}"`;
  assert(text.isWellFormed(), wellFormed);
  return JSON.stringify(text);
}
