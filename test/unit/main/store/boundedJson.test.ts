import { describe, expect, it } from 'vitest';
import { boundedJson } from '../../../../main/store/boundedJson.ts';

describe('a JSON file of ours (F36)', () => {
  it('is read as any, whatever marks its texts hold', () => {
    const value = { 'a,[{:"': [',,,', '\\', '\\"', { b: -1.5 }], c: null };
    expect(boundedJson(JSON.stringify(value))).toEqual(value);
    const text = ',[{:"\\'.repeat(1_000_000);
    expect(boundedJson(JSON.stringify({ text }))).toEqual({ text });
  });

  it.each([
    ['numbers', `{"x":[${'1,'.repeat(1_100_000)}1]}`],
    ['lists', '['.repeat(1_100_001)],
    ['members', `{"x":[${'{"a":1},'.repeat(550_001)}1]}`],
    ['texts', `["a\\\\"${',"\\"[,"'.repeat(1_100_000)}]`],
  ])('of more than 1.1 million %s is refused before it is read', (_what, text) => {
    expect(() => boundedJson(text)).toThrow('it holds more than 1100000 values');
  });

  const several = (count: number, each: (index: number) => string) =>
    Array.from({ length: count }, (_, at) => each(at));

  it('of as many values as a scenario may have is read, whatever else stands in a manifest', () => {
    const events = several(333_333, (at) => `{ "at": "2026-01-01", "credits": ${at} }`).join(',\n');
    const value = boundedJson(`{ "segments": [], "scenario": [${events}] }`) as { readonly scenario: unknown[] };
    expect(value.scenario).toHaveLength(333_333);
  });

  it.each([
    ['in one object', `{${several(20_001, (at) => `"k${at}":1`).join(',')}}`],
    ['in objects of their own', `[${several(20_001, (at) => `{"k${at}" : 1}`).join(',')}]`],
    [
      'in their order alone',
      `[${several(11_000, (at) => `{"a${at % 100}":{"x":1},"b${(at / 100) | 0}":1,"c":1}`).join(',')}]`,
    ],
  ])('of more than 20,000 keys that differ %s is refused before it is read', (_what, text) => {
    expect(() => boundedJson(text)).toThrow('it holds more than 20000 different keys');
  });

  it('of few keys is read, however often they come and wherever objects end', () => {
    const value = several(30_000, (at) => (at % 2 ? '{"a":{"b":1,"c":[{"d":2}]},"e":3}' : '{"e":{},"a":":}{"}'));
    expect(boundedJson(`[${value.join(',')}]`)).toHaveLength(30_000);
  });

  it('that is no JSON is refused as such', () => {
    expect(() => boundedJson('{"x":')).toThrow(SyntaxError);
  });
});
