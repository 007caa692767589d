import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalFault } from '../../../../shared/base/canonicalFault.ts';
import { canonicalJson, type JsonValue } from '../../../../shared/base/canonicalJson.ts';

/** RFC 8785, word for word: members sorted by their keys' UTF-16 units, all else as ECMAScript writes it. */
function canonical(value: JsonValue): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member!)}`).join(',')}}`;
}

const key = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('10', '9', '-1', '__proto__', '', 'a', 'b', '\ue000', '😀'),
);
const values = fc.letrec<{ readonly value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.constantFrom(null, true, 0, '\u2028', '"\\\n'),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('value'), { maxLength: 6 }),
    fc.uniqueArray(fc.tuple(key, tie('value')), { maxLength: 6, selector: ([name]) => name }).map(Object.fromEntries),
  ) as fc.Arbitrary<JsonValue>,
})).value;

it('the canonical form is that of the RFC, in whatever order keys come', () => {
  fc.assert(
    fc.property(values, (value) => {
      expect(canonicalJson(value)).toBe(canonical(value));
    }),
  );
});

it('the canonical form of long texts in many levels is the same', () => {
  const long = { b: ['x'.repeat(12_000), { 10: 1, 9: '\n' }, 'y'.repeat(12_000)], a: 'z'.repeat(12_000) };
  const value: JsonValue = [1, { z: long, c: [long, 2] }, [long]];
  expect(canonicalJson(value)).toBe(canonical(value));
});

/** Whether each text and number has a form that all programs agree on, asked of the flat list of them. */
function hasFault(value: unknown, depth = 0): boolean {
  if (depth > 100) return true;
  if (typeof value === 'string') return isCut(value);
  if (typeof value === 'number') return Math.abs(value) === Infinity || Object.is(value, -0);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, member]) => isCut(name) || hasFault(member, depth + 1));
}

function isCut(text: string): boolean {
  try {
    encodeURIComponent(text);
    return false;
  } catch {
    return true;
  }
}

const leaves = fc.constantFrom(
  '1',
  '-0',
  '1e999',
  '"\\ud800"',
  '"\\ud83d\\ude00"',
  '{"\\udc00":1}',
  '"a"',
  'null',
  '[{}]',
);
const around = fc.constantFrom(['[', ']'], ['{"a":', '}'], ['[0,', ',"x"]'], ['{"b":{},"a":', '}']);

it('a fault is told wherever it stands, and nothing else is (F28)', () => {
  fc.assert(
    fc.property(leaves, around, fc.constantFrom(0, 1, 3, 98, 99, 100, 101), (leaf, [open, close], levels) => {
      const value: unknown = JSON.parse(open!.repeat(levels) + leaf + close!.repeat(levels));
      expect(canonicalFault(value) !== null).toBe(hasFault(value));
    }),
  );
});
