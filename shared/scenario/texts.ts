import type { z } from 'zod';
import { parseLocalDate } from '../calendar/instant.ts';
import { zoneOf, type Zone } from '../calendar/zone.ts';
import { catalogs } from '../catalog/catalogs.ts';
import { nearest } from './nearest.ts';
import { scalar, ScalarFault, textScalar, wrongKind } from './scalar.ts';
import { timeReader } from './timeReader.ts';

const readTime = timeReader(zoneOf('UTC')!);
const controls = /[\u0000-\u001f\u007f]/;
const inherited = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

/** Free text in one line, not empty, at most 500 characters. */
export function lineText(): z.ZodType<string, unknown> {
  const expected = 'one line of text, 1 to 500 characters';
  return textScalar({ code: 'bad-text', expected, json: { minLength: 1, maxLength: 500 } }, (text) =>
    text.trim() !== '' && text.length <= 500 && !controls.test(text) ? text : null,
  );
}

/** An identity: text of 1 to 200 characters, no spaces around it, no name that every object inherits. */
export function identity(): z.ZodType<string, unknown> {
  const expected = 'an identity: 1 to 200 characters without spaces around them';
  return textScalar({ code: 'bad-id', expected, json: { minLength: 1, maxLength: 200 } }, (text) =>
    isIdentity(text) ? text : null,
  );
}

/** Whether text may stand as an identity. */
export function isIdentity(text: string): boolean {
  return text !== '' && text.length <= 200 && text === text.trim() && !controls.test(text) && !inherited.has(text);
}

/** A time as written, its form checked; which instant it is depends on the scenario's zone. @rule R1 */
export function time(): z.ZodType<string, unknown> {
  const expected = 'a date 2026-01-31, a time 2026-01-31T09:30, or one with Z or an offset, from 1970 to 2099';
  return textScalar({ code: 'bad-time', expected }, (text) => (readTime(text) === null ? null : text));
}

/** A local date as written, its form checked. */
export function localDate(): z.ZodType<string, unknown> {
  const expected = 'a date such as 2026-01-31, from 1970 to 2099';
  return textScalar({ code: 'bad-time', expected }, (text) => (parseLocalDate(text) === null ? null : text));
}

/** An IANA time zone. @rule R1 */
export function timeZone(): z.ZodType<Zone, unknown> {
  const expected = 'an IANA time zone such as America/New_York';
  return scalar({ type: 'string' }, (node) => {
    if (node.kind !== 'string') return wrongKind(`text: ${expected}`);
    const zone = zoneOf(node.value);
    if (zone) return zone;
    const near = nearest(node.value, Intl.supportedValuesOf('timeZone'));
    return new ScalarFault('unknown-zone', 'There is no such time zone.', expected, near);
  });
}

/** A currency by its three capital letters. */
export function currency(): z.ZodType<string, unknown> {
  const expected = 'a currency as three capital letters, such as USD';
  return textScalar({ code: 'bad-currency', expected, json: { pattern: '^[A-Z]{3}$' } }, (text) =>
    /^[A-Z]{3}$/.test(text) ? text : null,
  );
}

/** The id of a built-in catalog. */
export function catalogId(): z.ZodType<string, unknown> {
  const ids = catalogs.map(({ id }) => id);
  return scalar({ type: 'string', enum: ids }, (node) => {
    if (node.kind !== 'string') return wrongKind('text: the id of a catalog');
    if (ids.includes(node.value)) return node.value;
    const expected = `one of ${ids.join(', ')}`;
    return new ScalarFault('unknown-catalog', 'There is no such catalog.', expected, nearest(node.value, ids));
  });
}

/** A file inside the scenario's folder, with `/`. */
export function insidePath(): z.ZodType<string, unknown> {
  const expected = 'a path inside the scenario’s folder, with /, without ..';
  return textScalar({ code: 'bad-path', expected, json: { maxLength: 1024 } }, (text) =>
    isInside(text) ? text : null,
  );
}

function isInside(path: string): boolean {
  if (path === '' || path.length > 1024 || controls.test(path) || /[\\:]/.test(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

/** A SHA-256 digest in lower-case hex. */
export function sha256(): z.ZodType<string, unknown> {
  const json = { pattern: '^[0-9a-f]{64}$' };
  return textScalar({ code: 'bad-digest', expected: 'a SHA-256 digest: 64 digits of 0-9 a-f', json }, (text) =>
    /^[0-9a-f]{64}$/.test(text) ? text : null,
  );
}
