import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainLedgerJson, plainUsageJson } from '../../../../../shared/interchange/importers/jsonForms.ts';
import type { PlainJson } from '../../../../../shared/interchange/importers/plainJson.ts';
import { rowColumns } from '../../../../../shared/ledger/row.ts';

/** The rows that lines come to, without the header; null where they are not plain. */
function rewritten(json: PlainJson | null, text: string): string | null {
  const bytes = Buffer.from(`${text}\n`, 'latin1');
  const out = Buffer.alloc(bytes.length + 64);
  const end = json?.rewrite(bytes, { from: 0, until: bytes.length }, out, 3) ?? -1;
  return end < 0 ? null : out.toString('latin1', 3, end);
}

const usage = (...lines: string[]) => rewritten(plainUsageJson(lines[0]!), lines.join('\n'));

describe('usage in lines of JSON', () => {
  it.each([
    ['{"at":"2026-01-01","meter":"gpt","quantity":12.50,"id":"a"}', '2026-01-01,gpt,12.50,a\n'],
    ['{"at": "2026-01-01", "credits": "3", "billable": false, "calls": 2}', '2026-01-01,3,false,2\n'],
    ['{"whole":true,"quantity":0,"meter":"","at":""}', 'true,0,,\n'],
  ])('%s becomes a row', (line, row) => {
    expect(usage(line)).toBe(row);
    expect(usage(line, line)).toBe(row + row);
  });

  it.each([
    '{"at":"2026-01-01","credits":01}',
    '{"at":"2026-01-01","credits":1.}',
    '{"at":"2026-01-01","credits":-1}',
    '{"at":"2026-01-01","credits":1e3}',
    '{"at":"2026-01-01","credits":null}',
    '{"at":"2026-01-01","credits":"1,5"}',
    '{"at":"2026\\u002d01-01","credits":1}',
    '{"at":20260101,"credits":1}',
    '{"at":"2026-01-01","whole":"true","credits":1}',
    '{"at":"2026-01-01","calls":"1","credits":1}',
    '{"at":"2026-01-01","credits":1,"credits":1}',
    '{"at":"2026-01-01","credits":1,"toString":1}',
    '{"at":"2026-01-01","credits":1,"cost":1}',
    '{"at":"2026-01-01","credits":1} ',
    '{"at":"2026-01-01","credits":1},',
    '["at"]',
    '{}',
    '',
  ])('%s is left to the slower reader', (line) => {
    expect(usage(line)).toBeNull();
  });

  it('is left to it where a line has other members than the first', () => {
    const first = '{"at":"2026-01-01","credits":1}';
    expect(usage(first, '{"credits":1,"at":"2026-01-01"}')).toBeNull();
    expect(usage(first, '{"at":"2026-01-01","credits":1,"id":"a"}')).toBeNull();
    expect(usage(first, '')).toBeNull();
  });
});

describe('ledger rows in lines of JSON', () => {
  const row = Object.fromEntries(rowColumns.map((column, index) => [column, index === 0 ? 1 : `${index}`]));
  const line = (change: object = {}) => JSON.stringify({ ...row, ...change });
  const ledger = (text: string) => rewritten(plainLedgerJson(text.split('\n')[0]!), text);

  it('become rows in the order of our header, whatever order they have', () => {
    const cells = rowColumns.map((column, index) => (column === 'cause' ? `"${index}"` : `${row[column]}`)).join(',');
    expect(ledger(line())).toBe(`${cells}\n`);
    expect(ledger(JSON.stringify({ hash: 'x,y', ...Object.fromEntries(Object.entries(row).reverse()) }))).toBe(
      `${cells}\n`,
    );
  });

  it('keep their text, but for what would be read as another', () => {
    const column = fc.constantFrom(...rowColumns.slice(1));
    const text = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('a,b', "'=1", '1.5', 'a"b', ''));
    let plain = 0;
    fc.assert(
      fc.property(column, text, (name, cell) => {
        const read = ledger(line({ [name]: cell }));
        if (read === null) return;
        plain += 1;
        const quoted = /^(.*),"(.*)",([^,]*)\n$/.exec(read)!;
        const cells = [...quoted[1]!.split(','), quoted[2]!, quoted[3]!];
        expect(cells[rowColumns.indexOf(name)]).toBe(cell);
        expect(cells).toHaveLength(rowColumns.length);
      }),
      { numRuns: 500 },
    );
    expect(plain).toBeGreaterThan(100);
  });

  it('are left to the slower reader where a column is missing or a value has another form', () => {
    expect(ledger(line({ flags: undefined }))).toBeNull();
    for (const value of [1.5, -1, null, true, [1], { a: 1 }, 'a\nb', 'a"b', 'x,y'])
      expect({ value, read: ledger(line({ id: value })) }).toEqual({ value, read: null });
    expect(ledger(line({ cost: 5 }))).toBeNull();
  });
});
