import { describe, expect, it } from 'vitest';
import { depthLimit, JsonNumber, readExactJson } from '../../../../../shared/interchange/importers/exactJson.ts';

describe('exact JSON', () => {
  it('keeps numbers by their text (F28)', () => {
    const value = readExactJson('{"t": 1790812800100000001, "x": [1e-05, -0]}');
    expect(value.ok && value.value).toEqual(
      new Map<string, unknown>([
        ['t', new JsonNumber('1790812800100000001')],
        ['x', [new JsonNumber('1e-05'), new JsonNumber('-0')]],
      ]),
    );
  });

  it.each([
    ['"a\\"b\\\\"', 'a"b\\'],
    ['"\\u00e9\\n"', 'é\n'],
    [' true ', true],
    ['null', null],
    ['[]', []],
    ['{}', new Map()],
  ])('reads %s', (text, value) => expect(readExactJson(text)).toEqual({ ok: true, value }));

  it('refuses a key that would reach a prototype', () => {
    expect(readExactJson('{"__proto__": {"polluted": true}}')).toMatchObject({ ok: false });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each([
    '',
    '{',
    '[1,]',
    '{"a":1,}',
    '{"a":1,"a":2}',
    '[1 2]',
    '01',
    '1.',
    '.5',
    '+1',
    'NaN',
    '0x10',
    '"a',
    '"\\"',
    '"\t"',
    '"\\x"',
    "'a'",
    '1 1',
    '// c\n1',
    'tru',
  ])('refuses %j', (text) => expect(readExactJson(text)).toMatchObject({ ok: false }));

  it('quotes nothing of a text that it refuses', () => {
    for (const text of ['{"rf_SECRET": 1, "rf_SECRET": 2}', '{"k": rf_SECRET}', '"rf_SECRET', '{"rf_SECRET" 1}']) {
      expect(JSON.stringify(readExactJson(text))).not.toContain('SECRET');
    }
  });

  it('refuses nesting past the limit without deep calls', () => {
    expect(readExactJson('['.repeat(depthLimit) + ']'.repeat(depthLimit))).toMatchObject({ ok: true });
    expect(readExactJson('['.repeat(200_000))).toMatchObject({ ok: false });
  });
});
