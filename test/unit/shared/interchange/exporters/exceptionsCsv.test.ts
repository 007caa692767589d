import { describe, expect, it } from 'vitest';
import { exceptionsCsv } from '../../../../../shared/interchange/exporters/exceptionsCsv.ts';

describe('exceptions as CSV', () => {
  it('have one line each, negative money stays a number, and what looks like a formula is none', () => {
    const exception = {
      code: 'rate',
      rule: 'R18',
      severity: 'error',
      row: 12,
      invoice: null,
      at: '2026-02-01T00:00:00Z',
      credits: '-2.5',
      money: '-10.00',
      mark: null,
      status: 'disputed',
      owner: '@Ben',
      due: '2026-05-01',
      notes: 2,
      latest: '=HYPERLINK("x")',
      message: 'Too little, they say',
    };
    expect(exceptionsCsv([exception])).toBe(
      'code,rule,severity,row,invoice,at,credits,money,mark,status,owner,due,notes,latest,message\n' +
        `rate,R18,error,12,,2026-02-01T00:00:00Z,-2.5,-10.00,,disputed,'@Ben,2026-05-01,2,"'=HYPERLINK(""x"")","Too little, they say"\n`,
    );
  });
});
