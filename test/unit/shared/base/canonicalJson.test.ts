import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../shared/base/canonicalJson.ts';

describe('the canonical form of JSON', () => {
  it("is the one of RFC 8785's example", () => {
    const value: unknown = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
        '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    );
    expect(canonicalJson(value as never)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it("sorts keys by their UTF-16 units, as in the RFC's second example", () => {
    const value = { '€': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 };
    const text = canonicalJson(value);
    expect(Object.keys(JSON.parse(text) as object).sort()).toEqual(Object.keys(value).sort());
    expect(text.match(/\d(?=[,}])/g)?.join('')).toBe('2467153');
  });

  it('has no form for numbers that are not finite, nor for half a surrogate pair', () => {
    expect(() => canonicalJson({ a: NaN })).toThrow('finite');
    expect(() => canonicalJson(['\ud800'])).toThrow('Unicode');
    expect(canonicalJson(-0)).toBe('0');
  });

  it('leaves out members that are undefined and keeps hostile keys as plain ones', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
    expect(canonicalJson(JSON.parse('{"__proto__":{"x":1}}') as never)).toBe('{"__proto__":{"x":1}}');
  });
});
