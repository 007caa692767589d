import { describe, expect, it } from 'vitest';
import { guessCsvMapping, meterIdOf, readCsvHead } from '../../../../../shared/interchange/importers/guessCsv.ts';

function guess(text: string) {
  const head = readCsvHead(text, { whole: true, delimiter: null });
  if (!head.ok) throw new Error(head.error.code);
  return guessCsvMapping(head.value, 'UTC');
}

describe('the guessed mapping', () => {
  it('of a wide trace feeds a meter by each column of numbers', () => {
    expect(guess('TIMESTAMP,ContextTokens,GeneratedTokens\r\n2023-11-16 18:17:03.9799600,4808,10\r\n')).toEqual({
      format: 'csv',
      delimiter: ',',
      time: { column: 'TIMESTAMP', kind: 'iso' },
      timeZone: 'UTC',
      quantity: {
        kind: 'wide',
        columns: [
          { column: 'ContextTokens', meter: 'context-tokens' },
          { column: 'GeneratedTokens', meter: 'generated-tokens' },
        ],
      },
      id: null,
      decimalComma: false,
    });
  });

  it('of a long file names the meter, quantity and identity columns', () => {
    const text =
      'request_id;Event Type;Quantity;Created At\nr1;Image Upload;12,5;1790812800\nr2;Training;3;1790812801\n';
    expect(guess(text)).toMatchObject({
      delimiter: ';',
      time: { column: 'Created At', kind: 'seconds' },
      quantity: {
        kind: 'long',
        meterColumn: 'Event Type',
        quantityColumn: 'Quantity',
        meters: [
          { value: 'Image Upload', meter: 'image-upload' },
          { value: 'Training', meter: 'training' },
        ],
      },
      id: 'request_id',
      decimalComma: true,
    });
  });

  it('of a file with credits takes the credits', () => {
    expect(guess('date\tcredits\tnote\n2026-01-01\t12.5\tx\n')).toMatchObject({
      delimiter: '\t',
      time: { column: 'date', kind: 'iso' },
      quantity: { kind: 'credits', column: 'credits' },
    });
  });

  it.each([
    ['1790812800', 'seconds'],
    ['1790812800.25', 'seconds'],
    ['1790812800100', 'milliseconds'],
    ['1790812800100000000', 'nanoseconds'],
    ['2026-01-01T00:00:00Z', 'iso'],
  ])('reads a time such as %s as %s', (value, kind) => {
    expect(guess(`time,n\n${value},1\n`).time).toEqual({ column: 'time', kind });
  });

  it('never takes a column of keys for an identity or a meter', () => {
    const mapping = guess('time,api_key,value,key\n2026-01-01,rf_1,1,a\n2026-01-02,rf_2,2,b\n');
    expect(JSON.stringify(mapping)).not.toContain('api_key');
    expect(mapping.id).toBe('key');
  });

  it('does not take a column with the same value twice for an identity', () => {
    expect(guess('time,job_id,value\n2026-01-01,7,1\n2026-01-02,7,2\n').id).toBeNull();
  });

  it('keeps a column that is plainly called an id, though one is missing or came twice', () => {
    expect(guess('at,value,id\n2026-01-01,1,a\n2026-01-02,1,b\n2026-01-03,1,b\n').id).toBe('id');
    expect(guess('at,value,id\n2026-01-01,1,a\n2026-01-02,1,\n').id).toBe('id');
    expect(guess('at,value,id\n2026-01-01,1,\n2026-01-02,1,\n').id).toBeNull();
  });

  it('fits the file even where nothing can be told', () => {
    expect(guess('a,b\nx,y\n')).toMatchObject({
      time: { column: 'a' },
      quantity: { kind: 'wide', columns: [{ column: 'b', meter: 'b' }] },
    });
  });

  it('of daily views is one meter', () => {
    expect(guess('date,views\n2008-01-30,394\n2008-01-16,424\n').quantity).toEqual({
      kind: 'wide',
      columns: [{ column: 'views', meter: 'views' }],
    });
  });
});

describe('the head of a CSV', () => {
  it('leaves out the last record where more follows, for it may be cut', () => {
    const head = readCsvHead('a,b\n1,2\n3,4', { whole: false, delimiter: null });
    expect(head).toMatchObject({ ok: true, value: { rows: [['1', '2']] } });
  });

  it('is cut at the delimiter that is given', () => {
    const head = readCsvHead('a,b;c\n1,2;3', { whole: true, delimiter: ';' });
    expect(head).toMatchObject({ ok: true, value: { columns: ['a,b', 'c'] } });
  });
});

describe('the id of a meter', () => {
  it.each([
    ['ContextTokens', 'context-tokens'],
    ['GPT4 Input', 'gpt4-input'],
    ['HTTPRequests', 'http-requests'],
    ['  image storage (GB) ', 'image-storage-gb'],
    ['gpt-4o:input', 'gpt-4o:input'],
    ['***', 'usage'],
  ])('of %j is %s', (name, id) => expect(meterIdOf(name)).toBe(id));
});
