import { describe, expect, it } from 'vitest';
import type { CellKind } from '../../../../../shared/base/rows/cellKind.ts';
import { readFilter } from '../../../../../shared/base/rows/readFilter.ts';

function passing(text: string, kind: CellKind, cells: readonly string[]): readonly string[] {
  const test = readFilter(text, kind);
  if (!test.ok) throw new Error(test.error.message);
  return cells.filter(test.value);
}

function faultOf(text: string, kind: CellKind) {
  const read = readFilter(text, kind);
  if (read.ok) throw new Error('it was read');
  const { code, from, until } = read.error;
  return { code, at: text.slice(from, until) };
}

describe('a filter of text', () => {
  const cells = ['use', 'Purchase', 'forfeit', 'row 9', 'row 10', ''];

  it('takes cells that contain it, case aside', () => {
    expect(passing('PURC', 'text', cells)).toEqual(['Purchase']);
  });

  it('takes cells that are exactly it, and those that are empty or not', () => {
    expect(passing('=use', 'text', [...cells, 'reuse'])).toEqual(['use']);
    expect(passing('=', 'text', cells)).toEqual(['']);
    expect(passing('!=', 'text', cells)).toEqual(cells.slice(0, -1));
  });

  it('joins by | and &, and turns over by !', () => {
    expect(passing('use | forfeit', 'text', cells)).toEqual(['use', 'forfeit']);
    expect(passing('row & !10', 'text', cells)).toEqual(['row 9']);
  });

  it('takes what is quoted as it stands', () => {
    expect(passing('"a|b"', 'text', ['a|b', 'a', 'b'])).toEqual(['a|b']);
    expect(passing('="say ""so"""', 'text', ['say "so"', 'so'])).toEqual(['say "so"']);
    expect(passing('usage/"..".csv', 'text', ['usage/...csv', 'usage/...csv2'])).toHaveLength(2);
  });

  it('orders as people count', () => {
    expect(passing('row 2..row 10', 'text', cells)).toEqual(['row 9', 'row 10']);
  });
});

describe('a filter of figures', () => {
  const cells = ['-1.5', '0', '0.1', '10', '999999999999999999.000000001', '999999999999999999.000000002', ''];

  it('compares by value, exactly', () => {
    expect(passing('>0', 'number', cells)).toEqual(cells.slice(2, 6));
    expect(passing('>999,999,999,999,999,999.000000001', 'number', cells)).toEqual(['999999999999999999.000000002']);
    expect(passing('=0.10', 'number', cells)).toEqual(['0.1']);
    expect(passing('<=−1.5', 'number', cells)).toEqual(['-1.5']);
  });

  it('takes ranges with their ends, open on either side', () => {
    expect(passing('0..10', 'number', cells)).toEqual(['0', '0.1', '10']);
    expect(passing('..0', 'number', cells)).toEqual(['-1.5', '0']);
    expect(passing('10..', 'number', cells)).toEqual(cells.slice(3, 6));
  });

  it('looks into the digits without a comparison', () => {
    expect(passing('9,999', 'number', cells)).toEqual(cells.slice(4, 6));
  });
});

describe('a filter of instants', () => {
  const cells = ['2026-02-28T23:59:59Z', '2026-03-01T00:00:00Z', '2026-03-31T23:59:59.999Z', '2026-04-01T00:00:00Z'];

  it('takes a month, a day or a minute for all that lies in it', () => {
    expect(passing('=2026-03', 'instant', cells)).toEqual(cells.slice(1, 3));
    expect(passing('>2026-03', 'instant', cells)).toEqual(cells.slice(3));
    expect(passing('<2026-03-01 00:00', 'instant', cells)).toEqual(cells.slice(0, 1));
    expect(passing('2026-02..2026-03', 'instant', cells)).toEqual(cells.slice(0, 3));
    expect(passing('2026-03-15..2026-03', 'instant', cells)).toEqual(cells.slice(2, 3));
  });

  it('finds a time as it is shown', () => {
    expect(passing('03-31 23', 'instant', cells)).toEqual(cells.slice(2, 3));
  });
});

describe('a filter that cannot be read', () => {
  it.each([
    ['"use', 'text', 'unclosed-quote', '"use'],
    ['>', 'number', 'value-missing', ''],
    ['a||b', 'text', 'value-missing', '|'],
    ['5 & >five', 'number', 'not-a-number', 'five'],
    ['>1,00', 'number', 'not-a-number', '1,00'],
    ['=2026-02-30', 'instant', 'not-an-instant', '2026-02-30'],
    ['>2026-03 | <soon', 'instant', 'not-an-instant', 'soon'],
    ['10..5', 'number', 'reversed-range', '10..5'],
    ['..', 'number', 'value-missing', ''],
  ] as const)('%s says what is wrong, and where', (text, kind, code, at) => {
    const fault = faultOf(text, kind);
    expect(fault.code).toBe(code);
    if (at !== '') expect(fault.at).toBe(at);
  });
});
