import { describe, expect, it } from 'vitest';
import { makeCsvSplitter, recordLimit, splitCsv } from '../../../../../shared/interchange/importers/csvRecords.ts';

/** Splits a text that comes in pieces of `size` characters. */
function inPieces(text: string, size: number) {
  const splitter = makeCsvSplitter(',');
  const records = [];
  for (let at = 0; at < text.length; at += size) records.push(...splitter.push(text.slice(at, at + size)));
  return [...records, ...splitter.end()];
}

const cellsOf = (text: string, delimiter = ',') => splitCsv(text, delimiter).map(({ cells }) => cells);

describe('records of a CSV (F38)', () => {
  it.each([
    ['LF', 'a,b\n1,2\n'],
    ['CRLF', 'a,b\r\n1,2\r\n'],
    ['CR', 'a,b\r1,2\r'],
    ['a missing last line end', 'a,b\r\n1,2'],
    ['empty lines between', 'a,b\n\n\n1,2\n\n'],
  ])('are cut at %s', (_, text) => {
    expect(cellsOf(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it.each([',', ';', '\t'])('are cut into cells at %j', (delimiter) => {
    expect(cellsOf(`a${delimiter}b${delimiter}c`, delimiter)).toEqual([['a', 'b', 'c']]);
  });

  it('keep empty cells, the last one too', () => {
    expect(cellsOf(',,\n"",x,')).toEqual([
      ['', '', ''],
      ['', 'x', ''],
    ]);
  });

  it('may quote delimiters, doubled quotes and line ends', () => {
    expect(cellsOf('"a,b","say ""hi""","two\r\nlines"\nx,y,z')).toEqual([
      ['a,b', 'say "hi"', 'two\r\nlines'],
      ['x', 'y', 'z'],
    ]);
  });

  it('take a quote inside a bare cell as text', () => {
    expect(cellsOf('5" disk,1')).toEqual([['5" disk', '1']]);
  });

  it('are numbered by the line on which they begin, quoted line ends counted', () => {
    const lines = splitCsv('a,b\n"1\n\n2",x\r\n\r\ny,z', ',').map(({ line }) => line);
    expect(lines).toEqual([1, 2, 6]);
  });

  it('are the same however the text is cut into pieces', () => {
    const text = 'a,"b\r\nc""d",e\r\n\r\nf,g,"h"\r"i",,j\nlast,"x",y';
    const whole = splitCsv(text, ',');
    for (let size = 1; size <= text.length; size++) expect(inPieces(text, size)).toEqual(whole);
  });

  it('name a quote that is never closed, and go on at the next line', () => {
    const records = splitCsv('a,b\n1,"open\n2,3\n4,5\n', ',');
    expect(records.map(({ line, cells, fault }) => ({ line, cells, fault }))).toEqual([
      { line: 1, cells: ['a', 'b'], fault: null },
      { line: 2, cells: [], fault: 'a quote is never closed' },
      { line: 3, cells: ['2', '3'], fault: null },
      { line: 4, cells: ['4', '5'], fault: null },
    ]);
  });

  it('name text after a closing quote', () => {
    const [, bad, good] = splitCsv('a,b\n"1"x,2\n3,4', ',');
    expect(bad).toMatchObject({ line: 2, fault: 'text follows the closing quote of cell 1' });
    expect(good).toMatchObject({ line: 3, cells: ['3', '4'] });
  });

  it('hold no more than the limit of an open quote, however much follows', () => {
    const splitter = makeCsvSplitter(',');
    const line = `${'x'.repeat(999)}\n`;
    const faults = splitter.push('a,b\n1,"').filter(({ fault }) => fault !== null);
    let records = 0;
    for (let kilobytes = 0; kilobytes < 2000; kilobytes++) {
      for (const record of splitter.push(line)) {
        if (record.fault === null) records += 1;
        else faults.push(record);
      }
    }
    expect(faults).toMatchObject([{ line: 2, fault: `a quote is not closed within ${recordLimit} characters` }]);
    expect(records).toBe(1999);
  });

  it('refuse one endless line and count it as one', () => {
    const splitter = makeCsvSplitter(',');
    const records = splitter.push('a,b\n');
    for (let pieces = 0; pieces < 40; pieces++) records.push(...splitter.push('x'.repeat(50_000)));
    records.push(...splitter.push('\n1,2\n'), ...splitter.end());
    expect(records).toMatchObject([
      { line: 1, fault: null },
      { line: 2, fault: `longer than ${recordLimit} characters` },
      { line: 3, cells: ['1', '2'] },
    ]);
  });
});
