import { describe, expect, it } from 'vitest';
import { roleOfText } from '../../../../../renderer/contrib/audit/roleOfText.ts';

describe('the role of a file, by its columns', () => {
  it('is a ledger where rows have a kind', () => {
    expect(roleOfText('seq,at,kind,id,meter,quantity,credits\n1,2026-01-01T00:00:00Z,grant')).toBe('ledger');
    expect(roleOfText('{"seq":1,"at":"2026-01-01T00:00:00Z","kind":"subscribe"}\n')).toBe('ledger');
  });

  it('is invoices where lines have a number and an amount', () => {
    expect(roleOfText('\uFEFF"number","issuedAt","kind","credits","unitPrice","amount"\r\n')).toBe('invoices');
  });

  it('is a usage record where rows have a time and what was used', () => {
    expect(roleOfText('at,meter,quantity,id')).toBe('usage');
    expect(roleOfText('At;Credits;Id')).toBe('usage');
    expect(roleOfText('{"at":"2026-01-01T00:00:00Z","meter":"image","quantity":3}')).toBe('usage');
  });

  it('is a map where it says so', () => {
    expect(roleOfText('{\n  "format": "drawdown.audit-map/1",\n  "columns": {}\n}')).toBe('map');
  });

  it('is not guessed from anything else', () => {
    expect(roleOfText('name,address\nAcme,Zurich')).toBeNull();
    expect(roleOfText('')).toBeNull();
  });
});
