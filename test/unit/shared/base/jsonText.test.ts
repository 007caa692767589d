import { describe, expect, it } from 'vitest';
import { plainValue } from '../../../../shared/base/jsonNode.ts';
import { formatPath, nodeAt, parsePath, pathAt } from '../../../../shared/base/jsonPath.ts';
import { defaultJsonLimits, readJsonText } from '../../../../shared/base/jsonText.ts';

const faultsOf = (text: string) => readJsonText(text).faults.map(({ code, path }) => `${code} ${path}`.trim());

describe('a JSON text', () => {
  it('is read with its numbers as text', () => {
    const { root, faults } = readJsonText('{"a": [1.10, "x", true, null], "b": 9007199254740993}');
    expect(faults).toEqual([]);
    expect(nodeAt(root!, ['a', 0]).node).toMatchObject({ kind: 'number', text: '1.10' });
    expect(nodeAt(root!, ['b']).node).toMatchObject({ text: '9007199254740993' });
  });

  it('may begin with a byte order mark and use any newline', () => {
    const { faults, placeAt } = readJsonText('\uFEFF{\r\n"a": 1,\r"b": 2,\n"c": 3}');
    expect(faults).toEqual([]);
    expect(placeAt(['a'])).toMatchObject({ line: 2, column: 6 });
    expect(placeAt(['b'])).toMatchObject({ line: 3 });
    expect(placeAt(['c'])).toMatchObject({ line: 4, column: 6, length: 1 });
  });

  it('gives places of keys, and of what comes nearest to a missing value', () => {
    const { placeAt } = readJsonText('{\n  "a": { "b": 1 }\n}');
    expect(placeAt(['a'], 'key')).toEqual({ line: 2, column: 3, offset: 4, length: 3 });
    expect(placeAt(['a', 'c'])).toEqual({ line: 2, column: 8, offset: 9, length: 1 });
  });
});

describe('faults of a JSON text (F26)', () => {
  it.each([
    ['', 'json-empty'],
    [' \n ', 'json-empty'],
    ['{"a": 1,}', 'json-trailing-comma'],
    ['[1,]', 'json-trailing-comma [1]'],
    ['{"a": 1 /* x */}', 'json-comment'],
    ['{"a": 1 // x\n}', 'json-comment'],
    ['{"a": NaN}', 'json-token a'],
    ['{"a": -Infinity}', 'json-number a'],
    ['{"a": \'x\'}', 'json-token a'],
    ['{"a": 01}', 'json-number a'],
    ['{"a": 0x10}', 'json-number a'],
    ['{"a": 1.}', 'json-number a'],
    ['{"a": "\u0001"}', 'json-character a'],
    ['{"a": "\\u0000"}', 'json-character a'],
    ['{"a": "\\ud800"}', 'json-character a'],
    ['{"a": "\ud800"}', 'json-character a'],
    ['{"a": "\\x"}', 'json-character a'],
    ['{"a": "x', 'json-unfinished a'],
    ['{"a": 1', 'json-unfinished'],
    ['{"a": 1, "a": 2}', 'json-duplicate-key a'],
    ['{"a": 1, "\\u0061": 2}', 'json-duplicate-key a'],
    ['{"__proto__": 1}', 'json-key __proto__'],
    ['{"a": {"constructor": {"prototype": 1}}}', 'json-key a.constructor'],
    ['{"a" 1}', 'json-colon-missing a'],
    ['{"a": 1 "b": 2}', 'json-comma-missing'],
    ['[1 2]', 'json-comma-missing [1]'],
    ['{1: 2}', 'json-key-missing'],
    ['{"a": }', 'json-value-missing a'],
    ['{"a": 1]', 'json-bracket'],
    [',', 'json-separator'],
    ['{} {}', 'json-after-end'],
  ])('%j is refused as %s', (text, expected) => {
    expect(faultsOf(text)).toContain(expected);
  });

  it('are all reported, each with its place', () => {
    const { faults } = readJsonText('{\n "a": 1, "a": 2,\n "b": NaN,\n "c": [1,],\n "__proto__": 0\n}');
    expect(faults.map(({ code, place }) => `${place!.line}:${place!.column} ${code}`)).toEqual([
      '2:10 json-duplicate-key',
      '3:7 json-token',
      '4:10 json-trailing-comma',
      '5:2 json-key',
    ]);
  });

  it('end at a limit of depth, without exhausting the stack', () => {
    expect(faultsOf('['.repeat(200_000))[0]).toMatch(/^json-depth/);
    expect(faultsOf('{"a":'.repeat(200_000))[0]).toMatch(/^json-depth/);
    expect(faultsOf('['.repeat(100) + ']'.repeat(100))).toEqual([]);
    expect(faultsOf('['.repeat(101) + ']'.repeat(101))[0]).toMatch(/^json-depth/);
  });

  it('are listed up to a limit', () => {
    const { faults } = readJsonText(`[${'NaN,'.repeat(2000)}1]`);
    expect(faults).toHaveLength(501);
    expect(faults.at(-1)!.code).toBe('too-many-faults');
  });

  it('tell of a text that is too long before it is read', () => {
    const limits = { ...defaultJsonLimits, length: 10 };
    expect(readJsonText('[1, 2, 3, 4]', limits)).toMatchObject({ root: null, faults: [{ code: 'json-size' }] });
  });

  it('tell of more values than are read, in the place where reading ended (F36)', () => {
    const limits = { ...defaultJsonLimits, values: 4 };
    expect(readJsonText('[1, 2, 3]', limits)).toMatchObject({ faults: [], broken: false });
    const { root, broken, faults } = readJsonText('[1, 2, {"a": 3}, 4, 5, }', limits);
    expect([root, broken]).toEqual([null, true]);
    expect(faults).toMatchObject([{ code: 'json-size', expected: 'at most 4 values', place: { column: 18 } }]);
  });

  it('tell of more keys in one object than anything has (F36)', () => {
    const keys = Array.from({ length: 100_001 }, (_, index) => `"k${index}":1`);
    expect(readJsonText(`{${keys.slice(1).join(',')}}`).faults).toEqual([]);
    const { root, faults } = readJsonText(`{${keys.join(',')},,,}`);
    expect(root).toBeNull();
    expect(faults).toMatchObject([{ code: 'json-size', expected: 'at most 100000 keys in one object' }]);
  });

  it('leave no trace in the prototype of objects', () => {
    const { root } = readJsonText('{"__proto__": {"polluted": true}, "a": 1}');
    expect(plainValue(root!)).toEqual({ a: 1 });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('a JSON path', () => {
  it.each([
    ['timeline[2].plan', ['timeline', 2, 'plan']],
    ['', []],
    ['["odd key"][0]', ['odd key', 0]],
    ['a["b\\"c"]', ['a', 'b"c']],
  ])('%s is written and read', (text, steps) => {
    expect(formatPath(steps)).toBe(text);
    expect(parsePath(text)).toEqual(steps);
  });

  it('that is none is refused', () => {
    expect(parsePath('a[')).toBeNull();
    expect(parsePath('a b')).toBeNull();
  });

  it('is found from an offset', () => {
    const text = '{"a": [1, {"b": 22}]}';
    const { root } = readJsonText(text);
    expect(pathAt(root!, text.indexOf('22') + 1)).toEqual(['a', 1, 'b']);
    expect(pathAt(root!, text.indexOf('"b"') + 1)).toEqual(['a', 1, 'b']);
    expect(pathAt(root!, 0)).toEqual([]);
  });
});
