import { describe, expect, it } from 'vitest';
import { zoneOf } from '../../../../../shared/calendar/zone.ts';
import { rowCsv, rowsCsvHeader } from '../../../../../shared/interchange/exporters/rowsCsv.ts';
import { rowNdjson } from '../../../../../shared/interchange/exporters/rowsNdjson.ts';
import { ledgerRowsReader, type LedgerRowsReader } from '../../../../../shared/interchange/importers/ledgerRows.ts';
import { emptyLedgerCells, LedgerSink } from '../../../../../shared/interchange/importers/ledgerSink.ts';
import { ledgerRow } from '../../../../support/ledgerRows.ts';

const utc = zoneOf('UTC')!;
const rows = [
  ledgerRow({ seq: 1, kind: 'grant', credits: '150', included: '150', includedAfter: '150', rule: 'R5', cause: '1' }),
  ledgerRow({
    seq: 2,
    id: 'job-1',
    meter: 'training',
    quantity: '95.50',
    credits: '3.183333333',
    included: '3.183333333',
  }),
  ledgerRow({
    seq: 3,
    id: 'job-2',
    meter: 'training',
    quantity: '7',
    credits: '0',
    flags: 'free calls=3',
    at: '2026-02-28T23:59:59.125Z',
  }),
  ledgerRow({ seq: 4, kind: 'expire', credits: '146.816666667', included: '-146.816666667' }),
  ledgerRow({ seq: 5, id: 'odd, "id"', credits: '9007199.25474099' }),
  ledgerRow({ seq: 6, id: '=SUM(A1)', credits: '1' }),
  ledgerRow({ seq: 7, id: 'grün', credits: '1' }),
];
const csv = rowsCsvHeader + rows.map(rowCsv).join('');

function read(reader: LedgerRowsReader) {
  const ended = reader.end();
  if (!ended.ok) throw new Error(ended.error);
  return ended.value;
}

/** Ids and meters that no system should have made: with NUL, line ends, tabs, and halves of characters. */
const unfit = ['a\u0000b', 'a\nb', '\ta', 'a\u007f', '\ud800', 'a\udc00'];

function fromText(text: string) {
  const reader = ledgerRowsReader(utc);
  reader.push(text);
  return read(reader);
}

/** As a file comes: in pieces of bytes, and as text from the first line that is not plain. */
function fromBytes(text: string, piece = 64) {
  const reader = ledgerRowsReader(utc);
  const bytes = new TextEncoder().encode(text);
  let rest = 0;
  for (let until = Math.max(piece, rowsCsvHeader.length); ; until += piece) {
    const { taken, plain } = reader.pushBytes(bytes.slice(rest, until));
    rest += taken;
    if (!plain || until >= bytes.length) break;
  }
  reader.push(new TextDecoder().decode(bytes.slice(rest)));
  return read(reader);
}

describe('exported rows', () => {
  it('are read to the last nanocredit, flags, milliseconds and odd ids included', () => {
    const { rows: columns, badRowCount } = fromText(csv);
    expect(badRowCount).toBe(0);
    expect(columns.ids).toEqual(rows.map(({ id }) => id));
    expect([...columns.amounts.included].slice(0, 4)).toEqual([150e9, 3_183_333_333, NaN, -146_816_666_667]);
    expect(columns.amounts.credits[4]).toBe(9_007_199_254_740_990);
    expect([columns.quantity[1], columns.quantityScale[1]]).toEqual([955, 1]);
    expect([columns.flags[2], columns.calls[2], columns.at[2]]).toEqual([2, 3, Date.UTC(2026, 1, 28, 23, 59, 59, 125)]);
  });

  it.each([csv, csv.replaceAll('\n', '\r\n'), csv.slice(0, -1), rowsCsvHeader])(
    'are the same from bytes as from text',
    (text) => {
      expect(fromBytes(text)).toEqual(fromText(text));
      expect(fromBytes(text, 10_000)).toEqual(fromText(text));
    },
  );

  it('are the same from NDJSON', () => {
    const { rows: columns } = fromText(rows.map(rowNdjson).join(''));
    const { line: _, ...same } = fromText(csv).rows;
    expect(columns).toMatchObject(same);
  });

  it.each([
    ['at', '2026-02-30T00:00:00Z'],
    ['kind', 'usage'],
    ['seq', '-1'],
    ['credits', '1e3'],
    ['credits', '1,5'],
    ['flex', '0.0000000001'],
    ['included', 'NaN'],
    ['prepaid', '9007199.254740992'],
    ['quantity', '-1'],
    ['flags', 'gratis'],
  ])('with a bad %s are named with line and column, and reading goes on', (column, text) => {
    const broken = rows.map((row) => (row.seq === 2 ? { ...row, [column]: text } : row));
    for (const from of [fromText, fromBytes]) {
      const { badRows, rows: columns } = from(rowsCsvHeader + broken.map(rowCsv).join(''));
      expect(badRows).toMatchObject([{ line: 3, column, text }]);
      expect(columns.count).toBe(rows.length - 1);
    }
  });

  it.each([
    ['', 'empty'],
    ['at,kind,credits\n', 'lacks id'],
    [`${rowsCsvHeader.trim()},at\n`, 'twice'],
  ])('that are none are refused: %j', (text, reason) => {
    const reader = ledgerRowsReader(utc);
    reader.push(text);
    expect(reader.end()).toMatchObject({ ok: false, error: expect.stringContaining(reason) as string });
  });
});

describe('an id or a meter that is longer than any name', () => {
  it('is refused with its place, and the other rows are read', () => {
    for (const column of ['id', 'meter'] as const) {
      const all = [rows[0]!, { ...rows[1]!, [column]: 'x'.repeat(1001) }, rows[2]!];
      const json = fromText(all.map((row) => `${JSON.stringify({ ...row })}\n`).join(''));
      expect(json.badRows).toMatchObject([{ line: 2, column, reason: 'more than 1000 characters' }]);
      const plain = fromText(rowsCsvHeader + all.map((row) => rowCsv(row)).join(''));
      expect(plain.badRows).toMatchObject([{ line: 3, column, reason: 'more than 1000 characters' }]);
      expect(plain.rows.count).toBe(2);
    }
  });

  it('is refused, as all ids together are, where there is no room for more of them', () => {
    const sink = new LedgerSink(utc, 30);
    const cells = { ...emptyLedgerCells(), at: '2026-01-05', kind: 'use' };
    for (let line = 1; line <= 5; line++) sink.add({ ...cells, id: 'x'.repeat(9) + line }, line);
    expect(sink.rows().count).toBe(3);
    expect(sink.badRows).toMatchObject([
      { line: 4, column: 'id', reason: 'more than 30 characters in all ids' },
      { line: 5, column: 'id' },
    ]);
  });
});

describe('an id or a meter with a control character, or half of a character (F37)', () => {
  it.each(unfit)('%j is refused with its place, and the other rows are read', (text) => {
    for (const column of ['id', 'meter'] as const) {
      const all = [rows[0]!, { ...rows[1]!, [column]: text }, rows[2]!];
      const json = fromText(all.map((row) => `${JSON.stringify({ ...row })}\n`).join(''));
      expect(json.badRows).toMatchObject([{ line: 2, column, reason: expect.stringContaining('control character') }]);
      expect(json.rows.count).toBe(2);
      const quoted = fromText(rowsCsvHeader + all.map((row) => rowCsv(row)).join(''));
      expect(quoted.badRows).toMatchObject([{ line: 3, column }]);
      expect(quoted.rows.count).toBe(2);
    }
  });
});
