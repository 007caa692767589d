import { describe, expect, it } from 'vitest';
import { pairInvoices } from '../../../../shared/audit/pairInvoices.ts';
import { billOf } from '../../../support/billOf.ts';
import { scenarioOf } from '../../../support/growth.ts';

/** Half a year on 299.00 a month with 150 included credits and Flex at 4.00, with some usage. */
const half = (...usage: { at: string; credits: string }[]) => billOf(scenarioOf({ usage: { events: usage } })).invoices;

describe('the invoice lines of two bills beside one another', () => {
  it('are all there in order of time, each with what it is worth on either side', () => {
    const first = half({ at: '2026-01-05', credits: '227.7' });
    const second = half({ at: '2026-01-05', credits: '230' }, { at: '2026-02-05', credits: '151' });
    const pairs = pairInvoices({ first, second }, 2);
    expect(pairs.map(({ issuedAt, kind, same }) => [issuedAt.slice(0, 10), kind, same])).toEqual([
      ['2026-01-01', 'subscription', true],
      ['2026-02-01', 'flex', false],
      ['2026-02-01', 'subscription', true],
      ['2026-03-01', 'flex', false],
      ['2026-03-01', 'subscription', true],
      ['2026-04-01', 'subscription', true],
      ['2026-05-01', 'subscription', true],
      ['2026-06-01', 'subscription', true],
    ]);
    expect(pairs.filter(({ same }) => !same)).toMatchObject([
      { first: { credits: '77', amount: '308.00' }, second: { credits: '80', amount: '320.00' }, difference: '12.00' },
      { first: null, second: { credits: '1', amount: '4.00' }, difference: '4.00' },
    ]);
    expect(pairs[0]).toMatchObject({ first: { credits: null, amount: '299.00' }, difference: '0.00' });
  });
});
