import { describe, expect, it } from 'vitest';
import { csvDecimal, csvText } from '../../../../../shared/interchange/exporters/csvCell.ts';
import { invoicesCsv, invoicesNdjson } from '../../../../../shared/interchange/exporters/invoiceRows.ts';
import { rowCsv, rowsCsvHeader } from '../../../../../shared/interchange/exporters/rowsCsv.ts';
import { rowNdjson } from '../../../../../shared/interchange/exporters/rowsNdjson.ts';
import { ledgerRow } from '../../../../support/ledgerRows.ts';

const invoices = [
  {
    number: 1,
    issuedAt: '2026-02-01T00:00:00Z',
    lines: [
      { kind: 'subscription', credits: null, unitPrice: '299', amount: '299.00' },
      { kind: 'flex', credits: '77', unitPrice: '4', amount: '308.00' },
    ],
  },
];

describe('exported ledger rows', () => {
  it('have the header of the format', () => {
    expect(rowsCsvHeader).toBe(
      'seq,at,kind,id,meter,quantity,credits,included,prepaid,flex,blocked,includedAfter,prepaidAfter,flexMonthAfter,rule,cause,flags\n',
    );
  });

  it('keep signed amounts as numbers and quote what needs it', () => {
    const row = ledgerRow({ seq: 3, kind: 'adjust', id: 'a,b "c"', prepaid: '-10', credits: '-10' });
    expect(rowCsv(row)).toBe('3,2026-01-03T10:15:00Z,adjust,"a,b ""c""",,,-10,,-10,,,0,0,0,R21,,\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1'])('neutralise the text %j in CSV only (F40)', (id) => {
    const row = ledgerRow({ seq: 1, id });
    expect(csvText(id).replace(/^"/, '').startsWith("'")).toBe(true);
    expect(rowCsv(row)).toContain(csvText(id));
    expect((JSON.parse(rowNdjson(row)) as { id: string }).id).toBe(id);
  });

  it('neutralise what is no number even where a number belongs', () => {
    expect(csvDecimal('-5')).toBe('-5');
    expect(csvDecimal('-5+cmd')).toBe("'-5+cmd");
    expect(csvDecimal('')).toBe('');
  });

  it('have the same names in NDJSON, in the order of the header', () => {
    const keys = Object.keys(JSON.parse(rowNdjson(ledgerRow({ seq: 1 }))) as object);
    expect(`${keys.join(',')}\n`).toBe(rowsCsvHeader);
  });
});

describe('exported invoices', () => {
  it('are one row a line', () => {
    expect(invoicesCsv(invoices)).toBe(
      'number,issuedAt,kind,credits,unitPrice,amount\n' +
        '1,2026-02-01T00:00:00Z,subscription,,299,299.00\n' +
        '1,2026-02-01T00:00:00Z,flex,77,4,308.00\n',
    );
    expect(invoicesNdjson(invoices).split('\n')[1]).toBe(
      '{"number":1,"issuedAt":"2026-02-01T00:00:00Z","kind":"flex","credits":"77","unitPrice":"4","amount":"308.00"}',
    );
  });
});
