import { describe, expect, it } from 'vitest';
import { readForeignHead } from '../../../../../shared/interchange/importers/foreignHead.ts';
import { guessAuditMapping, guessRole } from '../../../../../shared/interchange/importers/guessAuditMapping.ts';
import { guessNumbers, guessTime } from '../../../../../shared/interchange/importers/guessForms.ts';
import { guessMarks } from '../../../../../shared/interchange/importers/guessMarks.ts';
import { mappingFault } from '../../../../../shared/interchange/importers/mappedLedger.ts';

function headOf(text: string) {
  const head = readForeignHead(text, { whole: true });
  if (!head.ok) throw new Error(head.error);
  return head.value;
}

describe('the form of times', () => {
  it.each([
    [['2026-01-31', '2026-02-01 09:30'], 'iso'],
    [['31.01.2026', '01.02.2026'], 'DD.MM.YYYY'],
    [['31/01/2026 09:30', '01/02/2026 10:00'], 'DD/MM/YYYY HH:mm'],
    [['01/31/2026'], 'MM/DD/YYYY'],
    [['20260131'], 'YYYYMMDD'],
    [['1767225600'], 'seconds'],
    [['1767225600000'], 'milliseconds'],
    [['1767225600000000000'], 'nanoseconds'],
  ])('of %j is %s', (values, form) => {
    expect(guessTime(values)).toEqual({ form, doubt: null });
  });

  it('is doubtful where day and month cannot be told apart, and unknown where nothing fits', () => {
    expect(guessTime(['01/02/2026'])).toMatchObject({
      form: 'DD/MM/YYYY',
      doubt: expect.stringContaining('01/02/2026'),
    });
    expect(guessTime(['yesterday'])).toBeNull();
    expect(guessTime(['31/31/2026'])).toBeNull();
  });
});

describe('how amounts are written', () => {
  it.each([
    [['1.120,5', '3'], true, '.'],
    [['1,120.5', '3'], false, ','],
    [['1 120,5'], true, ' '],
    [["1'120.5"], false, "'"],
    [['0,25', '12,5'], true, undefined],
    [['1.120.000'], true, '.'],
    [['7', '-12.75'], false, undefined],
  ])('of %j is told', (values, decimalComma, thousands) => {
    expect(guessNumbers(values)).toEqual({ decimalComma, thousands, doubt: null });
  });

  it('is doubtful where three digits follow the only sign', () => {
    expect(guessNumbers(['1.120', '2.500']).doubt).toContain('1.120');
  });
});

describe('what stands about amounts', () => {
  it('is proposed, and said: a currency, and parentheses below zero', () => {
    const { doubts, bare, ...marks } = guessMarks(['$1,234.50', '($12.00)', '']);
    expect(marks).toEqual({ currency: '$', parentheses: true });
    expect(bare).toEqual(['1,234.50', '12.00']);
    expect(doubts).toEqual([expect.stringContaining('$1,234.50'), expect.stringContaining('($12.00)')]);
  });

  it('is nothing where amounts are plain, and no choice where there are several currencies', () => {
    expect(guessMarks(['-1.5', "1'000"])).toEqual({ doubts: [], bare: ['-1.5', "1'000"] });
    const several = guessMarks(['1 €', '2 $']);
    expect(several).not.toHaveProperty('currency');
    expect(several.doubts).toEqual(['Amounts name several currencies: €, $.']);
  });
});

describe('a map for a foreign ledger', () => {
  it('finds one column of draws, the pool beside it, and cents', () => {
    const head = headOf(headText);
    expect(guessRole(head)).toBe('ledger');
    const { mapping } = guessAuditMapping(head, 'ledger');
    expect(mapping).toMatchObject({
      columns: { at: 'when', kind: 'type', id: 'ref' },
      unit: 'cents',
      draw: { column: 'amount_cents', pool: 'wallet', pools: { 'Plan credits': 'included', Overage: 'flex' } },
      kinds: { Usage: 'use' },
      drawSign: 'negative',
    });
    expect(mappingFault(mapping)).toContain('how many are one credit');
    expect(mappingFault({ ...mapping, centsPerCredit: '4' })).toBeNull();
  });

  it('leaves what no name suggests to the user, and says so when it is used', () => {
    const { mapping } = guessAuditMapping(headOf('foo;bar\nx;1\n'), 'ledger');
    expect(mapping.columns).toEqual({});
    expect(mappingFault(mapping)).toContain('no column for at');
  });

  it('takes no column twice', () => {
    const { mapping } = guessAuditMapping(headOf('date,type,credits,included,flex\n2026-01-01,use,1,1,0\n'), 'ledger');
    const names = Object.values(mapping.columns);
    expect(new Set(names).size).toBe(names.length);
    expect(mapping).not.toHaveProperty('kinds');
  });
});

const headText =
  'when,type,ref,wallet,amount_cents\n2026-01-10,Usage,a,Plan credits,-120\n2026-01-10,Usage,a,Overage,-8\n';

describe('the role of a foreign file', () => {
  it.each([
    ['Invoice No,Invoice Date,Item,Total\n', 'invoices'],
    ['number,date,type,unit price,amount\n', 'invoices'],
    ['timestamp,sku,quantity\n', 'usage'],
    ['date,type,plan,wallet,overage\n', 'ledger'],
    ['name,address\n', null],
  ])('by %j is %s', (text, role) => {
    expect(guessRole(headOf(text))).toBe(role);
  });
});
