import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textPieces, type TextEncoding } from '../../../main/host/import/textPieces.ts';
import { importCsv } from '../../../shared/interchange/importers/csvImporter.ts';
import { guessCsvMapping, readCsvHead } from '../../../shared/interchange/importers/guessCsv.ts';
import { usageHeader, usageLine } from '../../../shared/interchange/importers/usageText.ts';
import type { CsvMapping, UsageRow } from '../../../shared/interchange/mapping.ts';

const instant = fc
  .integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2099, 11, 31) })
  .map((ms) => new Date(ms).toISOString());
const letters = 'a b X Y 0 1 , ; " - _ . é € 😀'.split(' ').concat(' ', '\t', '\n', "'");
const name = fc
  .string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 })
  .map((text) => text.trim())
  .filter((text) => text !== '');
const quantity = fc
  .tuple(fc.nat(), fc.nat({ max: 999_999 }))
  .map(([whole, fraction]) => `${whole}.${String(fraction).padStart(6, '0')}`.replace(/\.?0+$/, '') || '0')
  .map((text) => (text === '' ? '0' : text));
const record = fc.record({ at: instant, meter: name, quantity, id: fc.oneof(fc.constant(''), name) });

interface Writing {
  readonly delimiter: ',' | ';' | '\t';
  readonly lineEnd: string;
  readonly lastLineEnd: boolean;
  readonly quoteAll: boolean;
  readonly decimalComma: boolean;
  readonly encoding: TextEncoding;
  readonly mark: boolean;
  readonly piece: number;
}
const writing: fc.Arbitrary<Writing> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  lastLineEnd: fc.boolean(),
  quoteAll: fc.boolean(),
  decimalComma: fc.boolean(),
  encoding: fc.constantFrom<TextEncoding>('utf-8', 'utf-16le', 'utf-16be'),
  mark: fc.boolean(),
  piece: fc.integer({ min: 1, max: 40 }),
});
type Row = typeof record extends fc.Arbitrary<infer Value> ? Value : never;

function csvText(rows: readonly Row[], { delimiter, lineEnd, lastLineEnd, quoteAll, decimalComma }: Writing): string {
  const cell = (text: string) => (quoteAll || /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map((row) => {
    const amount = decimalComma ? row.quantity.replace('.', ',') : row.quantity;
    return [row.at, row.meter, amount, row.id].map(cell).join(delimiter);
  });
  return ['at,meter,quantity,id'.replaceAll(',', delimiter), ...lines].join(lineEnd) + (lastLineEnd ? lineEnd : '');
}

async function* bytePieces(text: string, { encoding, mark, piece }: Writing): AsyncGenerator<Uint8Array> {
  const marked = (mark ? '\ufeff' : '') + text;
  const bytes = Buffer.from(marked, encoding === 'utf-8' ? 'utf8' : 'utf16le');
  if (encoding === 'utf-16be') bytes.swap16();
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
}

async function rowsOf(text: AsyncIterable<string>, mapping: CsvMapping): Promise<UsageRow[]> {
  const batches = await importCsv(text, mapping);
  if (!batches.ok) throw new Error(batches.error.code);
  const rows: UsageRow[] = [];
  for await (const batch of batches.value) {
    expect(batch.refused).toEqual([]);
    rows.push(...batch.rows);
  }
  return rows;
}

const mapping: CsvMapping = {
  format: 'csv',
  delimiter: ',',
  time: { column: 'at', kind: 'iso' },
  timeZone: 'UTC',
  quantity: { kind: 'long', meterColumn: 'meter', quantityColumn: 'quantity', meters: [] },
  id: 'id',
  decimalComma: false,
};
const plain = ({ at, meter, quantity: amount, id }: UsageRow | Row) => ({ at, meter, quantity: amount, id });

describe('rows written as CSV', () => {
  it('are the rows that come back, in any delimiter, encoding, line end and cut (F40)', async () => {
    const property = fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 8 }), writing, async (rows, how) => {
      const text = textPieces(bytePieces(csvText(rows, how), how), how.encoding);
      const read = await rowsOf(text, { ...mapping, delimiter: how.delimiter, decimalComma: how.decimalComma });
      expect(read.map(plain)).toEqual(rows.map(plain));
    });
    await fc.assert(property, { numRuns: 300 });
  });

  it('as a usage file are read by the guessed mapping as they are', async () => {
    const property = fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 8 }), async (rows) => {
      const shape = { of: 'meters', free: false } as const;
      const usage = rows.map((row) => ({ ...row, credits: '', billable: true, line: 1 }));
      const text = usageHeader(shape) + usage.map((row) => usageLine(row, shape)).join('');
      const head = readCsvHead(text, { whole: true, delimiter: ',' });
      if (!head.ok) throw new Error(head.error.code);
      const guessed = guessCsvMapping(head.value, 'UTC');
      async function* whole() {
        yield text;
      }
      const read = await rowsOf(whole(), { ...mapping, time: guessed.time });
      expect(read.map(plain)).toEqual(rows.map(plain));
    });
    await fc.assert(property, { numRuns: 200 });
  });
});
