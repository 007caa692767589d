import { describe, expect, it } from 'vitest';
import { cellXml, columnName, numberCell, textCell } from '../../../../../../shared/interchange/exporters/xlsx/cell.ts';

describe('A cell of a workbook', () => {
  it.each(['=1+1', '-5', '00123', '2026-01-01', ''])('is a string where it holds the text %j', (text) => {
    expect(cellXml(textCell(text), 'B2')).toBe(
      `<c r="B2" s="2" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`,
    );
  });

  it('is a number with all of its digits', () => {
    expect(cellXml(numberCell('9007199.254740991', 'credits'), 'A1')).toBe(
      '<c r="A1" s="3"><v>9007199.254740991</v></c>',
    );
    expect(cellXml(numberCell('-299.00', 'money'), 'A1')).toBe('<c r="A1" s="4"><v>-299.00</v></c>');
  });

  it.each(['1e5', '0x1', '1</v>', 'abc', ' 1'])('is a text where %j stands for an amount', (text) => {
    expect(numberCell(text)).toEqual({ type: 'text', text });
  });

  it('is not written where there is no amount', () => {
    expect(cellXml(numberCell(''), 'A1')).toBe('');
  });

  it('counts instants in days, as spreadsheets do: noon of 1 January 2026 is 46023.5', () => {
    expect(cellXml({ type: 'instant', at: Date.UTC(2026, 0, 1, 12) }, 'C3')).toBe('<c r="C3" s="5"><v>46023.5</v></c>');
  });

  it('escapes markup, what XML cannot hold, and texts that look like such an escape', () => {
    const xml = cellXml(textCell('<a href="x">&\u0000\r\ud800\uffff _x0041_</a>'), 'A1');
    expect(xml).toContain('&lt;a href=&quot;x&quot;&gt;&amp;_x0000__x000D__xD800__xFFFF_ _x005F_x0041_&lt;/a&gt;');
  });

  it('is cut with a mark where a spreadsheet could not hold it', () => {
    const xml = cellXml(textCell('x'.repeat(40_000)), 'A1');
    expect(/>(x*…)</.exec(xml)?.[1]).toHaveLength(32_767);
  });

  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('of column %i stands under %s', (index, name) => {
    expect(columnName(index)).toBe(name);
  });
});
