import { describe, expect, it } from 'vitest';
import { boundedJson } from '../../../../main/store/boundedJson.ts';

describe('a JSON file of ours', () => {
  it('is read as any, whatever marks its texts hold', () => {
    const value = { 'a,[{:"': [',,,', '\\', '\\"', { b: -1.5 }], c: null };
    expect(boundedJson(JSON.stringify(value))).toEqual(value);
    const text = ',[{:"\\'.repeat(1_000_000);
    expect(boundedJson(JSON.stringify({ text }))).toEqual({ text });
  });

  it.each([
    ['numbers', `{"x":[${'1,'.repeat(3_000_000)}1]}`],
    ['lists', '['.repeat(3_000_001)],
    ['members', `{"x":[${'{"a":1},'.repeat(1_000_001)}1]}`],
  ])('of more than three million %s is refused before it is read', (_what, text) => {
    expect(() => boundedJson(text)).toThrow('it holds more than 3000000 values');
  });

  it('that is no JSON is refused as such', () => {
    expect(() => boundedJson('{"x":')).toThrow(SyntaxError);
  });
});
