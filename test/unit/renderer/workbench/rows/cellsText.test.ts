import { describe, expect, it } from 'vitest';
import { cellsAsHtml, cellsAsTsv } from '../../../../../renderer/workbench/rows/cellsText.ts';

const cells = {
  titles: ['#', 'Meter', 'Id', 'Included'],
  kinds: ['number', 'text', 'text', 'number'],
  rows: [
    ['7', '=HYPERLINK("x")', 'a\tb\nc', '-1.5'],
    ['8', null, '0012', '0'],
  ],
} as const;

describe('cells that are copied to a spreadsheet', () => {
  it('keep their columns, and run no formula where they are pasted', () => {
    expect(cellsAsTsv(cells)).toBe('#\tMeter\tId\tIncluded\n7\t\'=HYPERLINK("x")\ta b c\t-1.5\n8\t\t0012\t0');
  });

  it('come without titles where none are wanted', () => {
    expect(cellsAsTsv({ ...cells, titles: null }).split('\n')).toHaveLength(2);
    expect(cellsAsHtml({ ...cells, titles: null })).not.toContain('<th>');
  });

  it('stay text as a table, ids with their zeros, and hold no markup of their own', () => {
    const html = cellsAsHtml({ ...cells, rows: [['9', '<img src=x onerror=alert(1)>', '0012', '1']] });
    expect(html).not.toContain('<img');
    expect(html).toContain(`<td style="mso-number-format:'\\@'">0012</td>`);
  });
});
