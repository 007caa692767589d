import { describe, expect, it } from 'vitest';
import { recordLimit } from '../../../../../shared/interchange/importers/csvRecords.ts';
import { JsonRecords } from '../../../../../shared/interchange/importers/jsonRecords.ts';

function recordsOf(text: string, wanted: readonly string[] = [], piece = 7) {
  const split = new JsonRecords(wanted);
  const records = [];
  for (let at = 0; at < text.length; at += piece) records.push(...split.push(text.slice(at, at + piece)));
  return { records: [...records, ...split.end()], unseen: split.unseen() };
}
const cellsOf = (text: string, wanted?: readonly string[]) => recordsOf(text, wanted).records.map(({ cells }) => cells);

describe('lines of JSON as a table', () => {
  it('take the names from their members, in any order, and leave cells empty where a line lacks one', () => {
    expect(cellsOf('{"a":"x","b":1}\r\n\n{"c":true,"a":null}\n')).toEqual([
      ['a', 'b', 'c'],
      ['x', '1', ''],
      ['', '', 'true'],
    ]);
  });

  it('keep numbers by their text, without exponents', () => {
    expect(cellsOf('{"n":0.10,"m":12345678901234567.000000001,"e":1.5e-7}')[1]).toEqual([
      '0.10',
      '12345678901234567.000000001',
      '0.00000015',
    ]);
  });

  it('name what lies deeper with points', () => {
    expect(cellsOf('{"data":{"credits":2,"tags":["a","b"]}}')).toEqual([
      ['data.credits', 'data.tags.0', 'data.tags.1'],
      ['2', 'a', 'b'],
    ]);
    expect(recordsOf('{"a.b":1,"a":{"b":2}}').records[1]).toMatchObject({ fault: 'two members are named a.b' });
  });

  it('know a wanted member that only a late line has, and tell one that none has', () => {
    const text = `${'{"at":1}\n'.repeat(500)}{"at":2,"prepaid":3}\n`;
    const { records, unseen } = recordsOf(text, ['at', 'prepaid', 'flex'], 4096);
    expect(records[0]!.cells).toEqual(['at', 'prepaid', 'flex']);
    expect(records.at(-1)).toEqual({ line: 501, cells: ['2', '3', ''], fault: null, text: '' });
    expect(unseen).toEqual(['flex']);
  });

  it('that cannot be read are told with their line, and reading goes on', () => {
    const { records } = recordsOf('{"a":1}\n{"a":\n[1]\n{"a":1,"a":2}\n{"a":3}');
    expect(records.map(({ line, fault }) => [line, fault?.split(' at ')[0] ?? null])).toEqual([
      [1, null],
      [1, null],
      [2, 'not JSON: json-unfinished'],
      [3, 'not a JSON object'],
      [4, 'not JSON: json-duplicate-key'],
      [5, null],
    ]);
  });

  it('hold no line that is longer than a record may be', () => {
    const long = `{"a":"${'x'.repeat(3 * recordLimit)}"}\n{"a":"y"}\n`;
    const { records } = recordsOf(long, [], 100_000);
    expect(records.slice(1).map(({ line, cells, fault }) => [line, cells, fault?.slice(0, 11)])).toEqual([
      [1, [], 'longer than'],
      [2, ['y'], undefined],
    ]);
    expect(records[1]!.text).toHaveLength(200);
  });
});
