import { describe, expect, it } from 'vitest';
import { quoteTerms } from '../../../../../shared/planner/quote/quoteTerms.ts';
import { quotedRun } from '../../../../support/quoteOf.ts';
import { scenarioDocument } from '../../../../support/scenarioDocument.ts';

function termsOf(parts: Record<string, unknown>) {
  const { scenario, run } = quotedRun(scenarioDocument(parts));
  return quoteTerms(scenario, run);
}

const subscribe = { at: '2026-01-01', do: 'subscribe', plan: 'growth' };

describe('the terms of a quote', () => {
  it('name the plans in use, and no others', () => {
    const { plans } = termsOf({});
    expect(plans).toEqual([
      {
        id: 'growth',
        name: 'growth',
        kind: 'paid',
        cycle: 'monthly',
        fee: '299',
        includedCredits: '150',
        flexPrice: '4',
        prepaidPrices: [],
      },
    ]);
  });

  it('say what one credit is in money: 299 for 150 included, 4 as Flex, and as it was bought', () => {
    const bought = { at: '2026-02-01', do: 'buy-prepaid', credits: 40, unitPrice: 3.5 };
    const { credit, prepaid } = termsOf({ timeline: [subscribe, bought] });
    expect(credit.prices).toEqual([
      { of: 'included in growth, where all are used', amount: '≈ 1.9933' },
      { of: 'Flex on growth', amount: '4' },
      { of: 'prepaid', amount: '3.5' },
    ]);
    expect(prepaid).toEqual([{ date: '2026-02-01', credits: '40', unitPrice: '3.5', amount: '140.00' }]);
  });

  it('say what one credit is in work: at a credit for 30 minutes, 30 of them', () => {
    const events = [{ at: '2026-03-01', meter: 'training', quantity: 30 }];
    const { work } = termsOf({ usage: { events } }).credit;
    expect(work).toMatchObject([
      { meter: 'training', unit: 'minute', from: null, perCredit: '30', per: 1, credits: '≈ 0.033333' },
    ]);
    expect(work[0]!.costs[1]).toEqual({ of: 'Flex on growth', amount: '≈ 0.1333' });
  });

  it('tell a rate that changes within the horizon from each of its dates, and a free one as free', () => {
    const rates = [
      { from: '2020-01-01', credits: 0 },
      { from: '2026-07-01', credits: 0.000001 },
      { from: '2027-01-01', credits: 5 },
    ];
    const meters = [{ id: 'calls', unit: 'call', runs: 'hosted', rates }];
    const { work } = termsOf({ meters, usage: { events: [{ at: '2026-03-01', meter: 'calls', quantity: 3 }] } }).credit;
    expect(work).toMatchObject([
      { from: null, perCredit: null, per: 1, credits: '0' },
      { from: '2026-07-01', perCredit: '1000000', per: 1_000_000, credits: '1' },
    ]);
  });

  it('say what happens at zero, and from when', () => {
    const timeline = [
      subscribe,
      { at: '2026-03-01', do: 'set-flex', cap: 250 },
      { at: '2026-06-01', do: 'set-flex', enabled: false },
    ];
    expect(termsOf({ timeline }).atZero).toEqual([
      'Included credits are used first; no prepaid credits are bought.',
      'Work beyond those credits is served as Flex at 4 USD a credit on growth, billed in whole credits each month, without a cap.',
      'From 2026-03-01 on: work beyond those credits is served as Flex at 4 USD a credit on growth, billed in whole credits each month, up to 250 USD in each window of the cap, and stops there.',
      'From 2026-06-01 on: Flex is off, so work beyond those credits is not served.',
      'Included credits that are left when their cycle ends lapse.',
    ]);
  });

  it('put the steps in the order of their dates', () => {
    const timeline = [{ at: '2026-05-01', do: 'change-plan', plan: 'free', when: 'cycle-end' }, subscribe];
    expect(termsOf({ timeline }).steps).toEqual([
      { date: '2026-01-01', text: 'Subscription to growth begins.' },
      { date: '2026-05-01', text: 'Change to free, when the running cycle ends.' },
    ]);
  });
});
