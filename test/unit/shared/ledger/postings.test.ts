import { describe, expect, it } from 'vitest';
import type { Transaction } from '../../../../shared/ledger/transaction.ts';
import { billOf } from '../../../support/billOf.ts';
import { plans, scenarioOf } from '../../../support/growth.ts';
import { journalOf } from '../../../support/journalOf.ts';

/** A journal as a bookkeeper writes it: `2026-01-05 use`, then each leg in money (cents) and in credits. */
function booked(parts: object, kinds: readonly Transaction['kind'][]): string[] {
  const { transactions } = journalOf(billOf(scenarioOf(parts)));
  return transactions
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap(({ date, kind, postings }) => [
      `${date} ${kind}`,
      ...postings.map(({ account, commodity, amount }) => {
        return `  ${account} ${commodity === 'money' ? Number(amount) / 100 : `${Number(amount) / 1e9} cr`}`;
      }),
    ]);
}

const growth = { at: '2026-01-01', do: 'subscribe', plan: 'growth' };
const lot = (at: string, credits: number, unitPrice: number, id: string) => ({
  at,
  do: 'buy-prepaid',
  credits,
  unitPrice,
  id,
});
const use = (at: string, credits: number | string) => ({ at, credits });
const januaryAlone = { start: '2026-01-01', end: '2026-02-01' };

describe('Double entries', () => {
  it('defer a fee with the credits of its cycle, and lapse what was not used on the last day of the month', () => {
    const usage = { events: [use('2026-01-05', 30)] };
    expect(booked({ horizon: januaryAlone, usage }, ['grant', 'use', 'expire'])).toEqual([
      '2026-01-01 grant',
      '  Assets:Receivable 299',
      '  Liabilities:Deferred:Included:2026-01-01 -299',
      '  Equity:Credits:Granted 150 cr',
      '  Liabilities:Deferred:Included:2026-01-01 -150 cr',
      '2026-01-05 use',
      '  Liabilities:Deferred:Included:2026-01-01 59.8',
      '  Income:Included -59.8',
      '  Liabilities:Deferred:Included:2026-01-01 30 cr',
      '  Income:Included -30 cr',
      '2026-01-31 expire',
      '  Liabilities:Deferred:Included:2026-01-01 239.2',
      '  Income:Breakage:Expired -239.2',
      '  Liabilities:Deferred:Included:2026-01-01 120 cr',
      '  Income:Breakage:Expired -120 cr',
    ]);
  });

  it('draw the oldest lot first, each at its own price', () => {
    const timeline = [growth, lot('2026-01-02', 10, 4, 'PO-1'), lot('2026-01-03', 10, 3, 'PO-2')];
    const usage = { events: [use('2026-01-04', 150), use('2026-01-05', 15)] };
    expect(booked({ horizon: januaryAlone, timeline, usage }, ['use']).slice(5)).toEqual([
      '2026-01-05 use',
      '  Liabilities:Deferred:Prepaid:PO-1 40',
      '  Income:Prepaid -40',
      '  Liabilities:Deferred:Prepaid:PO-1 10 cr',
      '  Income:Prepaid -10 cr',
      '  Liabilities:Deferred:Prepaid:PO-2 15',
      '  Income:Prepaid -15',
      '  Liabilities:Deferred:Prepaid:PO-2 5 cr',
      '  Income:Prepaid -5 cr',
    ]);
  });

  it('accrue Flex as it is used, drop the fraction with the month, and claim whole credits by the invoice', () => {
    const usage = { events: [use('2026-01-05', '227.7')] };
    expect(booked({ horizon: januaryAlone, usage }, ['flex-close', 'flex-invoice'])).toEqual([
      '2026-01-31 flex-close',
      '  Income:Flex 2.8',
      '  Assets:Flex-Unbilled -2.8',
      '  Income:Flex 0.7 cr',
      '  Assets:Flex-Unbilled -0.7 cr',
      '2026-02-01 flex-invoice',
      '  Assets:Receivable 308',
      '  Assets:Flex-Unbilled -308',
      '  Equity:Credits:Billed-Flex 77 cr',
      '  Assets:Flex-Unbilled -77 cr',
    ]);
  });

  it('give the last cent of a lot to its last credit: a third of 1.00 is 0.33, then 0.34, then 0.33', () => {
    const bought = lot('2026-01-01', 4, 0.25, 'PO-1');
    const third = [1, 2, 3].map((day) => use(`2026-01-1${day}`, '1.333333333'));
    const usage = { events: [use('2026-01-05', 150), ...third, use('2026-01-14', '0.000000001')] };
    const legs = booked({ horizon: januaryAlone, timeline: [growth, bought], usage }, ['use']);
    expect(legs.filter((leg) => /Income:Prepaid -[\d.]+$/.test(leg))).toEqual([
      '  Income:Prepaid -0.33',
      '  Income:Prepaid -0.34',
      '  Income:Prepaid -0.33',
    ]);
  });

  it('book credits taken back as an adjustment with what was deferred for them, credits given without money', () => {
    const adjust = (at: string, bucket: string, credits: number) => ({
      at,
      do: 'adjust',
      bucket,
      credits,
      reason: 'x',
    });
    const timeline = [growth, adjust('2026-01-02', 'included', -50), adjust('2026-01-03', 'prepaid', 5)];
    expect(booked({ horizon: januaryAlone, timeline }, ['adjust'])).toEqual([
      '2026-01-02 adjust',
      '  Liabilities:Deferred:Included:2026-01-01 99.67',
      '  Income:Adjustments -99.67',
      '  Liabilities:Deferred:Included:2026-01-01 50 cr',
      '  Income:Adjustments -50 cr',
      '2026-01-03 adjust',
      '  Income:Adjustments 5 cr',
      '  Liabilities:Deferred:Prepaid:Adjust-2 -5 cr',
    ]);
  });

  it('earn at once a fee that pays for no credits', () => {
    const bare = { horizon: januaryAlone, plans: [{ ...plans[0], includedCredits: 0 }] };
    expect(booked(bare, ['grant'])).toEqual([
      '2026-01-01 grant',
      '  Assets:Receivable 299',
      '  Income:Subscription -299',
    ]);
  });

  it('open with lots at their price, Flex at the plan’s, and included credits at their share of the fee', () => {
    const opening = {
      plan: 'growth',
      since: '2025-12-20',
      included: 75,
      flex: '0.5',
      prepaid: [{ id: 'old', credits: 10, unitPrice: 2 }],
    };
    expect(booked({ horizon: januaryAlone, timeline: [], opening }, ['opening'])).toEqual([
      '2026-01-01 opening',
      '  Equity:Opening-Balances 149.5',
      '  Liabilities:Deferred:Included:2026-01-01 -149.5',
      '  Equity:Opening-Balances 75 cr',
      '  Liabilities:Deferred:Included:2026-01-01 -75 cr',
      '  Equity:Opening-Balances 20',
      '  Liabilities:Deferred:Prepaid:Old -20',
      '  Equity:Opening-Balances 10 cr',
      '  Liabilities:Deferred:Prepaid:Old -10 cr',
      '  Assets:Flex-Unbilled 2',
      '  Equity:Opening-Balances -2',
      '  Assets:Flex-Unbilled 0.5 cr',
      '  Equity:Opening-Balances -0.5 cr',
    ]);
  });

  it('book nothing for what was blocked, and forfeit on the day of a change', () => {
    const timeline = [
      growth,
      { at: '2026-01-10', do: 'set-flex', enabled: false },
      { at: '2026-01-20T12:00', do: 'cancel' },
    ];
    const usage = { events: [use('2026-01-11', 150), use('2026-01-12', 5)] };
    expect(booked({ horizon: januaryAlone, timeline, usage }, ['use']).filter((line) => line.startsWith('2'))).toEqual([
      '2026-01-11 use',
    ]);
    const early = booked({ horizon: januaryAlone, timeline }, ['forfeit']);
    expect(early.slice(0, 3)).toEqual([
      '2026-01-20 forfeit',
      '  Liabilities:Deferred:Included:2026-01-01 299',
      '  Income:Breakage:Forfeited -299',
    ]);
  });
});
