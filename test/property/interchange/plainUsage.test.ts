import { isAscii } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneOf } from '../../../shared/calendar/zone.ts';
import { PlainUsage } from '../../../shared/interchange/importers/plainUsage.ts';
import { plainSlack } from '../../../shared/interchange/importers/plainText.ts';
import { usageBlock } from '../../../shared/scenario/usageBlock.ts';
import { usageFileReader } from '../../../shared/scenario/usageFile.ts';
import { usageFields, type UsageField } from '../../../shared/scenario/usageSink.ts';

const zone = zoneOf('America/New_York')!;

/** What a vendor may write in a cell: right, of another form, or wrong. */
const cells: Readonly<Record<UsageField, readonly string[]>> = {
  at: [
    '2026-01-31T09:30:00Z',
    '2026-07-01T23:59:59.250Z',
    '2026-02-01',
    '2026-03-08T02:30',
    '2026-01-01T00:00:00+02:00',
  ],
  meter: ['training', 'inference', 'a b', 'x', '', '"gpt"'],
  quantity: [
    '1',
    '0',
    '0.5',
    '12.50',
    '123456789',
    '1.123456789',
    '',
    '',
    '007',
    '1e3',
    '-1',
    '1234567890',
    '.5',
    '5.',
  ],
  credits: ['', '', '', '1', '0.000000001', '12.5', '0.0000000005', '9007199.3', '-2', '1,5'],
  id: ['job-1', 'job-22', '', 'a1 b2', 'constructor', 'toString', ' x1', 'x ', "'=1", '=1', 'j'.repeat(201), 'ü'],
  calls: ['', '1', '3', '0', '03', '2147483648', 'x'],
  whole: ['', 'true', 'false', 'yes'],
  billable: ['', 'true', 'false', 'TRUE'],
};

const files = fc.record({
  columns: fc.shuffledSubarray([...usageFields], { minLength: 2 }),
  ends: fc.constantFrom('\n', '\n', '\r\n', '\r'),
  rows: fc.array(
    fc.record(
      Object.fromEntries(usageFields.map((field) => [field, fc.nat()])) as Record<UsageField, fc.Arbitrary<number>>,
    ),
    { maxLength: 12 },
  ),
  /** How many of a column's cells are drawn from: with few of them all rows are right. */
  variety: fc.constantFrom(2, 3, 20),
});
type File = typeof files extends fc.Arbitrary<infer T> ? T : never;

function textOf({ columns, ends, rows, variety }: File): string {
  const lines = rows.map((row) =>
    columns.map((column) => {
      const some = cells[column].slice(0, variety);
      return some[row[column] % some.length]!;
    }),
  );
  return [columns, ...lines].map((line) => `${line.join(',')}${ends}`).join('');
}

function readPlain(text: string) {
  const bytes = Buffer.from(text);
  const usage = new PlainUsage(zone);
  const block = usageBlock();
  if (!isAscii(bytes)) return null;
  usage.open(Buffer.concat([bytes, Buffer.alloc(plainSlack)]), 0, bytes.length);
  usage.fill(block);
  if (!usage.plain) return null;
  return Array.from({ length: block.count }, (_, row) => ({
    at: block.at[row],
    meter: usage.meterIds[block.meter[row]!],
    mantissa: block.mantissa[row],
    scale: block.scale[row],
    calls: block.calls[row],
    flags: block.flags[row],
    id: bytes.toString('latin1', block.idFrom[row], block.idUntil[row]),
  }));
}

function readSlowly(text: string) {
  const reader = usageFileReader('usage.csv', zone);
  reader.push(text);
  const { rows, diagnostics } = reader.end();
  expect(diagnostics).toEqual([]);
  return Array.from({ length: rows.count }, (_, row) => ({
    at: rows.at[row],
    meter: rows.meterIds[rows.meter[row]!],
    mantissa: rows.mantissa[row],
    scale: rows.scale[row],
    calls: rows.calls[row],
    flags: rows.flags[row],
    id: rows.ids[row],
  }));
}

describe('a usage file read from bytes', () => {
  it('is read as from text wherever it is plain', () => {
    let plain = 0;
    fc.assert(
      fc.property(files, (file) => {
        const text = textOf(file);
        const read = readPlain(text);
        if (!read) return;
        plain += read.length > 0 ? 1 : 0;
        expect(read).toEqual(readSlowly(text));
      }),
      { numRuns: 1500 },
    );
    expect(plain).toBeGreaterThan(30);
  });

  it.each([
    ['at,meter,quantity,id', '2026-01-31T09:30:00Z,training,95.5,job-1'],
    ['at,credits,id', '2026-01-31T09:30:00.125Z,0.000000001,'],
    ['id,billable,whole,calls,quantity,meter,at', 'job-1,false,true,3,0,training,2026-01-31'],
    ['at,meter,quantity,credits,id', '2026-03-08T02:30,,,12.50,a b'],
  ])('is plain as a vendor writes it: %s', (header, row) => {
    for (const ends of ['\n', '\r\n']) {
      const text = `${header}${ends}${row}${ends}`;
      expect(readPlain(text)).toEqual(readSlowly(text));
      expect(readPlain(text)).toHaveLength(1);
    }
  });
});
