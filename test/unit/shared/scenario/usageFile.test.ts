import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneOf } from '../../../../shared/calendar/zone.ts';
import { usageFlag } from '../../../../shared/engine/program.ts';
import { UsageSink } from '../../../../shared/scenario/usageSink.ts';
import { usageFileReader } from '../../../../shared/scenario/usageFile.ts';

function read(text: string, { zone = 'UTC', piece = Infinity } = {}) {
  const reader = usageFileReader('usage/jan.csv', zoneOf(zone)!);
  for (let at = 0; at < text.length; at += piece) reader.push(text.slice(at, at + piece));
  const { rows, diagnostics } = reader.end();
  const list = Array.from({ length: rows.count }, (_, row) => ({
    at: new Date(rows.at[row]!).toISOString(),
    meter: rows.meter[row]! < 0 ? null : rows.meterIds[rows.meter[row]!],
    amount: `${rows.mantissa[row]}e-${rows.scale[row]}`,
    calls: rows.calls[row],
    flags: rows.flags[row],
    line: rows.line[row],
    id: rows.ids[row],
  }));
  return { list, faults: diagnostics.map(({ code, place }) => `${code} ${place?.line ?? ''}`.trim()), diagnostics };
}

describe('a usage file', () => {
  it('is read as far as there is room for its ids', () => {
    const sink = new UsageSink('usage/jan.csv', zoneOf('UTC')!, 30);
    const cells = { at: '2026-01-05', meter: '', quantity: '', credits: '1', calls: '', whole: '', billable: '' };
    for (let line = 1; line <= 4; line++) sink.add({ ...cells, id: 'x'.repeat(9) + line }, line);
    expect(sink.rows().count).toBe(3);
    expect(sink.diagnostics).toMatchObject([{ code: 'too-much-text', place: { line: 4 } }]);
  });
});

it('a usage file names at most 100,000 meters', () => {
  const lines = Array.from({ length: 100_001 }, (_, meter) => `2026-01-05,m${meter},1\n`);
  expect(read(`at,meter,quantity\n${lines.join('')}`).faults).toEqual(['too-many-meters 100002']);
});

describe('a usage CSV', () => {
  it('gives meter and quantity', () => {
    const { list, faults } = read(
      'at,meter,quantity,id\n2026-01-03T10:15:00Z,training,95.5,job-1\n2026-01-04,gpt,1000000,\n',
    );
    expect(faults).toEqual([]);
    expect(list).toEqual([
      { at: '2026-01-03T10:15:00.000Z', meter: 'training', amount: '955e-1', calls: 1, flags: 0, line: 2, id: 'job-1' },
      { at: '2026-01-04T00:00:00.000Z', meter: 'gpt', amount: '1000000e-0', calls: 1, flags: 0, line: 3, id: '' },
    ]);
  });

  it('or credits, rounded half-even to nine decimals', () => {
    const { list } = read('at,credits,id\n2026-01-04,12.5,\n2026-01-05,0.0000000025,x');
    expect(list.map(({ meter, amount }) => [meter, amount])).toEqual([
      [null, '12500000000e-9'],
      [null, '2e-9'],
    ]);
  });

  it('reads local times in the scenario’s zone, to the millisecond', () => {
    const times = [
      '2026-03-08T02:30:00',
      '2026-07-01T12:00:00.1239999',
      '2026-07-01T12:00:00+02:00',
      '2026-07-01 12:00',
    ];
    const { list } = read(`at,credits\n${times.map((time) => `${time},1`).join('\n')}`, { zone: 'America/New_York' });
    expect(list.map(({ at }) => at)).toEqual([
      '2026-03-08T07:30:00.000Z',
      '2026-07-01T16:00:00.123Z',
      '2026-07-01T10:00:00.000Z',
      '2026-07-01T16:00:00.000Z',
    ]);
  });

  it('may state calls, whole and billable, in any order of columns', () => {
    const { list } = read(
      'id,calls,whole,billable,quantity,meter,at\na,3,true,false,1,m,2026-01-01\nb,,,,1,m,2026-01-01\n',
    );
    expect(list.map(({ calls, flags }) => [calls, flags])).toEqual([
      [3, usageFlag.whole | usageFlag.free],
      [1, 0],
    ]);
  });

  it('may quote fields, even over lines, and end lines in any way', () => {
    const text =
      '\uFEFF"at","meter","quantity","id"\r\n2026-01-01,"a ""b"", c",1,"x"\r2026-01-02,m,2,y\n\n"2026-01-03","m","3",z';
    const { list, faults } = read(text);
    expect(faults).toEqual([]);
    expect(list.map(({ meter, id, line }) => [meter, id, line])).toEqual([
      ['a "b", c', 'x', 2],
      ['m', 'y', 3],
      ['m', 'z', 5],
    ]);
  });

  it('is the same whatever pieces it comes in', () => {
    const text =
      '\uFEFFat,meter,quantity,id\r\n2026-01-01,"a ""b"",\r\n c",1.25,"x"\r\n2026-01-02,m,2,y\r2026-01-03,m,bad,z\n2026-01-04,m,4,"w"';
    const whole = read(text);
    expect(whole.list).toHaveLength(3);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: text.length }), (piece) => {
        expect(read(text, { piece })).toEqual(whole);
      }),
    );
  });
});

describe('a usage NDJSON', () => {
  it('has the names of the header, its numbers read by their text', () => {
    const { list, faults } = read(
      '{"at":"2026-01-01","meter":"m","quantity":0.1,"id":"a"}\n{"at":"2026-01-02","credits":"2.5","whole":true}\n\n{"at":"2026-01-03","meter":"m","quantity":1.5e3,"calls":2,"billable":false}',
    );
    expect(faults).toEqual([]);
    expect(list.map(({ meter, amount, calls, flags, line }) => [meter, amount, calls, flags, line])).toEqual([
      ['m', '1e-1', 1, 0, 1],
      [null, '2500000000e-9', 1, usageFlag.whole, 2],
      ['m', '1500e-0', 2, usageFlag.free, 4],
    ]);
  });

  it.each([
    ['{"at":"2026-01-01","credits":1', 'bad-record 1'],
    ['{"at":"2026-01-01","credits":1,}', 'bad-record 1'],
    ['{"at":"2026-01-01","credits":NaN}', 'bad-record 1'],
    ['{"at":"2026-01-01","credits":[1]}', 'bad-record 1'],
    ['{"at":"2026-01-01","credits":1} x', 'bad-record 1'],
    ['{"at":"2026-01-01","credits":1,"credits":2}', 'json-duplicate-key 1'],
    ['{"at":"2026-01-01","__proto__":1}', 'unknown-key 1'],
    ['{"credits":1}', 'bad-time 1'],
    ['{}', 'bad-time 1'],
  ])('%s is refused as %s', (text, fault) => {
    expect(read(text).faults).toEqual([fault]);
  });
});

describe('a fault of a usage file', () => {
  const row = (text: string) => `at,meter,quantity,id\n2026-01-01,m,1,a\n${text}\n`;
  it.each([
    ['', 'empty-file 1'],
    ['at,meter,qty,id\n', 'unknown-column 1'],
    ['at,meter,id\n', 'missing-column 1'],
    ['meter,quantity\n', 'missing-column 1'],
    ['at,at,credits\n', 'duplicate-column 1'],
    [row('2026-01-01,m,1'), 'ragged-row 3'],
    [row('soon,m,1,b'), 'bad-time 3'],
    [row('2026-02-30T00:00:00Z,m,1,b'), 'bad-time 3'],
    [row('2026-01-01T24:00:00Z,m,1,b'), 'bad-time 3'],
    [row('2026-01-01,m,-1,b'), 'negative 3'],
    [row('2026-01-01,m,1e3,b'), 'amount-text 3'],
    [row('2026-01-01,m, 1,b'), 'amount-text 3'],
    [row('2026-01-01,m,0.0000000001,b'), 'out-of-range 3'],
    [row('2026-01-01,m,9007199254740993,b'), 'out-of-range 3'],
    [row('2026-01-01,,1,b'), 'usage-form 3'],
    [row('2026-01-01,m,,b'), 'usage-form 3'],
    [row('2026-01-01,m,1, b'), 'bad-id 3'],
    [row('2026-01-01,"m"x,1,b'), 'bad-quote 3'],
    [row('2026-01-01,"m,1,b'), 'line-length 3'],
    ['at,credits\n2026-01-01,9007199.3\n', 'out-of-range 2'],
    ['at,credits,calls\n2026-01-01,1,0\n', 'wrong-type 2'],
    ['at,credits,whole\n2026-01-01,1,yes\n', 'wrong-type 2'],
  ])('%j is %s', (text, fault) => {
    expect(read(text).faults).toContain(fault);
  });

  it('names file and line, and does not hide the good rows', () => {
    const { list, diagnostics } = read('at,meter,quantity,id\n2026-01-01,m,x,a\n2026-01-02,m,1,b\n2026-01-03,m,y,c\n');
    expect(list.map(({ id }) => id)).toEqual(['b']);
    expect(diagnostics.map(({ file, place, actual }) => [file, place!.line, actual])).toEqual([
      ['usage/jan.csv', 2, 'x'],
      ['usage/jan.csv', 4, 'y'],
    ]);
  });

  it('ends a field without closing quote after a million characters', () => {
    const reader = usageFileReader('a.csv', zoneOf('UTC')!);
    reader.push('at,credits\n"');
    for (let piece = 0; piece < 20; piece++) reader.push('x'.repeat(100_000));
    expect(reader.end().diagnostics.map(({ code }) => code)).toEqual(['line-length']);
  });
});
