import { expect, it } from 'vitest';
import { canonicalFault } from '../../../../shared/base/canonicalFault.ts';
import { canonicalJson, type JsonValue } from '../../../../shared/base/canonicalJson.ts';

it.each([
  ['{"a":["\\ud800"]}', 'a text holds half of a surrogate pair'],
  ['{"\\udc00x":1}', 'a key holds half of a surrogate pair'],
  ['[1e400]', 'a number is too large'],
  ['{"a":-0}', 'a number is minus zero'],
  [`${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'it is nested deeper than 100 levels'],
])('what is parsed of %.20s has no canonical form (F28)', (text, fault) => {
  expect(canonicalFault(JSON.parse(text))).toBe(fault);
});

it('whatever else JSON holds has one', () => {
  const value: JsonValue = [null, true, 1.5e300, '😀', { '': {}, é: [] }, JSON.parse('[[[[]]]]')];
  expect(canonicalFault(value)).toBeNull();
  expect(JSON.parse(canonicalJson(value))).toEqual(value);
});
