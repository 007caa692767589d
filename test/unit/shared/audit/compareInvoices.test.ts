import { describe, expect, it } from 'vitest';
import { compareInvoices } from '../../../../shared/audit/compareInvoices.ts';
import { billOf } from '../../../support/billOf.ts';
import { scenarioOf } from '../../../support/growth.ts';

/** Half a year on 299.00 a month with 150 included credits and Flex at 4.00, with some usage. */
const half = (...usage: { at: string; credits: string }[]) => billOf(scenarioOf({ usage: { events: usage } })).invoices;

describe('the invoices of two ledgers compared', () => {
  it('are the same where every line is', () => {
    const invoices = half({ at: '2026-01-05', credits: '227.7' });
    expect(compareInvoices({ first: invoices, second: invoices }, 2)).toEqual({
      lines: { first: 7, second: 7 },
      different: [],
      totals: { first: '2102.00', second: '2102.00', difference: '0.00' },
    });
  });

  it('name the lines that changed, that came and that went, with their money', () => {
    const first = half({ at: '2026-01-05', credits: '227.7' }, { at: '2026-03-05', credits: '152' });
    const second = half({ at: '2026-01-05', credits: '230' }, { at: '2026-02-05', credits: '151' });
    const { different, totals } = compareInvoices({ first, second }, 2);
    expect(different).toEqual([
      { issuedAt: '2026-02-01T00:00:00Z', kind: 'flex', first: '308.00', second: '320.00', difference: '12.00' },
      { issuedAt: '2026-03-01T00:00:00Z', kind: 'flex', first: null, second: '4.00', difference: '4.00' },
      { issuedAt: '2026-04-01T00:00:00Z', kind: 'flex', first: '8.00', second: null, difference: '-8.00' },
    ]);
    expect(totals.difference).toBe('8.00');
  });

  it('match purchases at one instant one by one', () => {
    const buy = (...credits: number[]) =>
      billOf(
        scenarioOf({
          timeline: credits.map((each) => ({ at: '2026-01-02', do: 'buy-prepaid', credits: each, unitPrice: 4 })),
        }),
      ).invoices;
    const { different } = compareInvoices({ first: buy(10, 20), second: buy(10, 30, 5) }, 2);
    expect(different.map(({ first, second }) => [first, second])).toEqual([
      ['80.00', '120.00'],
      [null, '20.00'],
    ]);
  });
});
