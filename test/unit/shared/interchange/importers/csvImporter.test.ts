import { describe, expect, it } from 'vitest';
import { importCsv } from '../../../../../shared/interchange/importers/csvImporter.ts';
import { makeTally } from '../../../../../shared/interchange/importers/tally.ts';
import type { CsvMapping } from '../../../../../shared/interchange/mapping.ts';
import { textStream } from '../../../../support/streams.ts';

const wide: CsvMapping = {
  format: 'csv',
  delimiter: ',',
  time: { column: 'at', kind: 'iso' },
  timeZone: 'UTC',
  quantity: {
    kind: 'wide',
    columns: [
      { column: 'In', meter: 'tokens-in' },
      { column: 'Out', meter: 'tokens-out' },
    ],
  },
  id: null,
  decimalComma: false,
};
const long: CsvMapping = {
  ...wide,
  quantity: { kind: 'long', meterColumn: 'what', quantityColumn: 'n', meters: [{ value: 'IMG', meter: 'images' }] },
};

async function run(text: string, mapping: CsvMapping) {
  const batches = await importCsv(textStream(text), mapping);
  if (!batches.ok) return { fault: batches.error };
  const tally = makeTally({ rows: 1000, refused: 1000 });
  for await (const batch of batches.value) tally.add(batch);
  const { rows, refused } = tally;
  return {
    rows: rows.map((row) => `${row.at} ${row.meter} ${row.quantity}${row.credits} ${row.id}`),
    refused,
    counts: tally.counts(),
  };
}

describe('a wide CSV', () => {
  it('feeds several meters of one row, in the order of the file', async () => {
    const { rows, counts } = await run('at,In,Out\n2026-01-02,10,1\n2026-01-01,5,0\n', wide);
    expect(rows).toEqual([
      '2026-01-02T00:00:00.000Z tokens-in 10 ',
      '2026-01-02T00:00:00.000Z tokens-out 1 ',
      '2026-01-01T00:00:00.000Z tokens-in 5 ',
      '2026-01-01T00:00:00.000Z tokens-out 0 ',
    ]);
    expect(counts).toEqual({
      read: 2,
      taken: 4,
      refused: 0,
      excluded: 0,
      totals: [
        { meter: 'tokens-in', rows: 2, quantity: '15' },
        { meter: 'tokens-out', rows: 2, quantity: '1' },
      ],
      first: '2026-01-01T00:00:00.000Z',
      last: '2026-01-02T00:00:00.000Z',
    });
  });

  it('takes no half of a row: one bad cell refuses all of it, by line, column and reason', async () => {
    const { rows, refused } = await run('at,In,Out\n2026-01-02,10,-1\n2026-01-03,1,2\n', wide);
    expect(rows).toHaveLength(2);
    expect(refused).toEqual([
      { line: 2, column: 'Out', reason: 'the quantity is negative', text: '2026-01-02,10,-1', kind: 'refused' },
    ]);
  });

  it('gives the meters of one row identities apart', async () => {
    const { rows } = await run('at,In,Out,id\n2026-01-02,10,1,job\n', { ...wide, id: 'id' });
    expect(rows).toEqual([
      '2026-01-02T00:00:00.000Z tokens-in 10 job/tokens-in',
      '2026-01-02T00:00:00.000Z tokens-out 1 job/tokens-out',
    ]);
  });
});

describe('a long CSV', () => {
  it('names the meter in a column, renamed where the mapping says so', async () => {
    const { rows } = await run('at,what,n\n2026-01-02,IMG,3\n2026-01-02,video,1.50\n', long);
    expect(rows).toEqual(['2026-01-02T00:00:00.000Z images 3 ', '2026-01-02T00:00:00.000Z video 1.5 ']);
  });

  it('reports every bad row, and goes on', async () => {
    const text = [
      'at,what,n',
      'soon,IMG,3',
      '2026-01-02,,3',
      '2026-01-02,IMG,"1,5"',
      '2026-01-02,IMG',
      '2026-01-02,IMG,3,4',
      'at,what,n',
      '2026-01-02,"IMG"x,3',
      '2026-01-02,i\u202eGMI,3',
      '2026-01-02,IMG,4',
    ].join('\r\n');
    const { rows, refused, counts } = await run(text, long);
    expect(rows).toEqual(['2026-01-02T00:00:00.000Z images 4 ']);
    expect(refused?.map(({ line, column, reason }) => `${line} ${column}: ${reason}`)).toEqual([
      '2 at: not a time: expected a date or date-time such as 2026-01-31 or 2026-01-31T10:15:00Z',
      '3 what: the meter is empty',
      '4 n: not a number: a comma (is it a decimal comma?)',
      '5 : the row has 2 cells, the header 3',
      '6 : the row has 4 cells, the header 3',
      '7 : the header stands here again',
      '8 : text follows the closing quote of cell 2',
      '9 what: the meter holds an invisible character',
    ]);
    expect(counts).toMatchObject({ read: 9, taken: 1, refused: 8 });
  });
});

describe('a CSV of credits', () => {
  it('gives rows without a meter', async () => {
    const mapping: CsvMapping = {
      ...wide,
      quantity: { kind: 'credits', column: 'credits' },
      delimiter: ';',
      decimalComma: true,
    };
    const { rows, counts } = await run('at;credits\n2026-01-02;12,5\n2026-01-03;0,25', mapping);
    expect(rows).toEqual(['2026-01-02T00:00:00.000Z  12.5 ', '2026-01-03T00:00:00.000Z  0.25 ']);
    expect(counts?.totals).toEqual([{ meter: 'credits', rows: 2, quantity: '12.75' }]);
  });
});

describe('a mapping or header that does not fit', () => {
  it.each([
    ['', wide, 'empty-file'],
    ['\n\n', wide, 'empty-file'],
    ['at,In,Out,In\n', wide, 'column-duplicate'],
    ['at,In,,Out\n', wide, 'column-unnamed'],
    ['at,In\n', wide, 'column-unknown'],
    ['at,"In\n', wide, 'header-unreadable'],
    ['2026-01-01,5,6\n', wide, 'header-missing'],
    [`at,In,Out,${Array.from({ length: 1000 }, (_, index) => `c${index}x`).join(',')}\n`, wide, 'columns-too-many'],
    ['at,In,Out\n', { ...wide, timeZone: 'Mars/Olympus' }, 'zone-unknown'],
    ['at,In,Out,api_key\n', { ...wide, id: 'api_key' }, 'column-secret'],
  ])('%j is refused', async (text, mapping, code) => {
    expect(await run(text, mapping)).toMatchObject({ fault: { code } });
  });
});

describe('secrets', () => {
  it('in a column of keys never reach the text of a refused row', async () => {
    const { refused } = await run(
      'at,In,Out,api_key\n2026-01-02,x,1,rf_SECRET\n2026-01-02,"1,1,rf_SECRET\n2026-01-02,1,1,1,rf_SECRET',
      wide,
    );
    expect(refused?.map(({ text }) => text)).toEqual(['2026-01-02,x,1,[redacted]', '[redacted]', '[redacted]']);
  });

  it('in the text of another column are masked', async () => {
    const { refused } = await run('at,In,Out,url\n2026-01-02,x,1,https://h/p?api_key=rf_SECRET&x=1', wide);
    expect(refused?.[0]?.text).toBe('2026-01-02,x,1,https://h/p?api_key=[redacted]&x=1');
  });
});

describe('the source of a CSV', () => {
  /** A text in two pieces that tells whether it was let go. */
  function watched(text: string) {
    const state = { released: false };
    async function* pieces(): AsyncGenerator<string> {
      try {
        yield await Promise.resolve(text);
        yield text;
      } finally {
        state.released = true;
      }
    }
    return { state, pieces: pieces() };
  }

  it('is let go where the header or the mapping is refused', async () => {
    const { state, pieces } = watched('when,In,Out\n2026-01-01,1,2\n');
    expect((await importCsv(pieces, wide)).ok).toBe(false);
    expect(state.released).toBe(true);
  });

  it('is let go by who stops at the first batch', async () => {
    const { state, pieces } = watched('at,In,Out\n2026-01-01,1,2\n');
    const batches = await importCsv(pieces, wide);
    if (!batches.ok) throw new Error(batches.error.code);
    await batches.value.next();
    await batches.value.return(undefined);
    expect(state.released).toBe(true);
  });
});
