import { expect, it } from 'vitest';
import { defaultJsonLimits } from '../../../../shared/base/jsonText.ts';
import { strictJson } from '../../../../shared/base/strictJson.ts';

it('a strict text gives its value, with or without a mark before it', () => {
  expect(strictJson('{"a":[1,"2",null]}')).toEqual({ ok: true, value: { a: [1, '2', null] } });
  expect(strictJson('\uFEFF{"a":1}')).toEqual({ ok: true, value: { a: 1 } });
});

it.each([
  ['{\n"a":1,\n"a":2}', /^line 3: /],
  ['{"__proto__":{"polluted":true}}', /^line 1: /],
  ['{"a":1,}', /^line 1: /],
  ['', /./],
  ['"a text that is too long"', /too long/],
])('%j is refused, with its line (F26)', (text, words) => {
  const read = strictJson(text, { ...defaultJsonLimits, length: 40 - (text.startsWith('"') ? 30 : 0) });
  expect(read).toEqual({ ok: false, error: expect.stringMatching(words) });
});
