import { describe, expect, it } from 'vitest';
import { ratio } from '../../../../shared/base/ratio.ts';
import { bestQuantity } from '../../../../shared/planner/bestQuantity.ts';
import { openPlan, planMethod } from '../../../../shared/planner/planTask.ts';
import { priceCliffs } from '../../../../shared/planner/priceCliffs.ts';
import { openLeast } from '../../../../shared/planner/leastByPath.ts';
import { openDetails } from '../../../../shared/planner/quantityDetail.ts';
import { breakEvenOf, runOutDays, topUpBy } from '../../../../shared/planner/runOutDays.ts';
import { planned, type PlanAsked } from '../../../support/planned.ts';

/**
 * Three months of 100 included credits for 50.00, Flex at 4.00. Used: 110, then 120.5, then 100 credits, so that 10, 20.5 and
 * none go beyond what is included. Without prepaid: 3 × 50 + 10 × 4 + 20 × 4 = 270.00, for half a credit is not billed (R12).
 */
function quarter(prepaidPrices: readonly object[] | undefined, parts: object = {}): object {
  return {
    format: 'drawdown.scenario/1',
    name: 'Quarter',
    currency: 'USD',
    timeZone: 'America/New_York',
    horizon: { start: '2026-01-01', end: '2026-04-01' },
    plans: [
      {
        id: 'growth',
        kind: 'paid',
        cycle: 'monthly',
        fee: 50,
        includedCredits: 100,
        flexPrice: 4,
        ...(prepaidPrices ? { prepaidPrices } : {}),
      },
    ],
    meters: [],
    timeline: [{ at: '2026-01-01', do: 'subscribe', plan: 'growth' }],
    usage: {
      events: [
        { at: '2026-01-05', credits: 104 },
        { at: '2026-01-20', credits: 6 },
        { at: '2026-02-10', credits: 112 },
        { at: '2026-02-20', credits: 8.5 },
        { at: '2026-03-10', credits: 100 },
      ],
    },
    ...parts,
  };
}

const three = [{ from: 0, unitPrice: 3 }];

function plan(document: object, asked: PlanAsked) {
  const made = planned(document, asked);
  if (made.refusal !== null) throw new Error(made.refusal);
  return made;
}

describe('the planner', () => {
  it('buys what is used, to the credit that Flex would not have billed', () => {
    const { curve, task } = plan(quarter(three), { at: '2026-01-01', most: 32 });
    expect(planMethod(task).kind).toBe('closed');
    expect(curve.mean[0]).toBe(270_00);
    // 10 × 3 + 150 + 20 × 4; 15 × 3 + 150 + 15 × 4, the half credit lost again; 30 × 3 + 150, half a credit unbilled.
    expect([10, 15, 30].map((quantity) => curve.mean[quantity])).toEqual([260_00, 255_00, 240_00]);
    // One more credit saves nothing: half of it is left over.
    expect(curve.mean[31]).toBe(243_00);
    expect(curve.unusedWhole[31]! * 1e9 + curve.unusedRest[31]!).toBe(500_000_000);
    expect(bestQuantity(curve, { kind: 'mean' })).toBe(30);
  });

  it('looks as far as any path could use a credit, unless told', () => {
    expect(plan(quarter(three), { at: '2026-01-01' }).task.most).toBe(31);
  });

  it('leaves Flex as it is that was used before the purchase', () => {
    // On 10 January 4 credits are Flex already (R10), and they stay in the sum that January closes with.
    const { curve } = plan(quarter(three), { at: '2026-01-10', most: 30 });
    // 6 of 10 in January are bought, 20 of 20.5 in February: 26 × 3 + 150 + 4 × 4.
    expect(curve.mean[26]).toBe(244_00);
    expect(bestQuantity(curve, { kind: 'mean' })).toBe(26);
  });

  it('says to buy nothing where Flex costs less, or the same', () => {
    const dear = plan(quarter([{ from: 0, unitPrice: 5 }]), { at: '2026-01-01' });
    expect(bestQuantity(dear.curve, { kind: 'mean' })).toBe(0);
    const even = plan(quarter([{ from: 0, unitPrice: 4 }]), { at: '2026-01-01' });
    expect([even.curve.mean[0], even.curve.mean[30]]).toEqual([270_00, 270_00]);
    expect(bestQuantity(even.curve, { kind: 'mean' })).toBe(0);
  });

  it('shows where more credits cost less', () => {
    const tiers = [
      { from: 0, unitPrice: 4 },
      { from: 16, unitPrice: 3 },
    ];
    const { curve, task } = plan(quarter(tiers), { at: '2026-01-01', most: 31 });
    // 16 × 3 = 48 is less than 15 × 4 = 60; from 13 × 4 = 52 on fewer cost more.
    expect(priceCliffs(task.plan, 31)).toMatchObject([{ quantity: 16, cost: 48_00, costBelow: 60_00, dearerFrom: 13 }]);
    // At 15: 60 + 150 + 15 × 4. At 16: 48 + 150 + 14 × 4.
    expect([curve.mean[15], curve.mean[16]]).toEqual([270_00, 254_00]);
  });

  it('has no figure for a quantity without a price, and nothing to plan without any', () => {
    const { curve } = plan(quarter([{ from: 10, unitPrice: 3 }]), { at: '2026-01-01', most: 12 });
    expect([curve.mean[0], curve.mean[9], curve.mean[10]]).toEqual([270_00, NaN, 260_00]);
    expect(planned(quarter(undefined), { at: '2026-01-01' }).refusal).toBe('no-prepaid-price');
    expect(planned(quarter(three), { at: '2026-04-01' }).refusal).toBe('outside-horizon');
  });

  it('values what is left over at a share of what it cost', () => {
    const { curve, task } = plan(quarter(three), { at: '2026-01-01', most: 31, leftover: ratio(1n, 2n) });
    expect(planMethod(task)).toEqual({ kind: 'scanned', why: 'leftover' });
    // Half a credit at half of 3.00 is 0.75.
    expect([curve.mean[30], curve.mean[31]]).toEqual([240_00, 242_25]);
  });

  it('charges interest from the purchase until Flex would have been paid', () => {
    // 0.365 a year is a thousandth a day. 90.00 for 90 days, less 40.00 for the 59 days from 1 February and 80.00 for the 31
    // from 1 March that Flex would have been paid earlier than the horizon's end: 8.10 - 2.36 - 2.48 = 3.26.
    const { curve } = plan(quarter(three), { at: '2026-01-01', most: 31, costOfCapital: ratio(365n, 1000n) });
    expect(curve.mean[30]).toBe(243_26);
    expect(curve.mean[0]).toBe(270_00);
  });

  it('prices equal parts on several dates', () => {
    const { curve, task } = plan(quarter(three), { at: ['2026-01-01', '2026-02-01'], most: 30 });
    expect(planMethod(task)).toEqual({ kind: 'priced', why: 'tranches' });
    // 10 in January, 10 of 20.5 in February, each part for 30.00.
    expect(curve.mean[20]).toBe(60_00 + 150_00 + 40_00);
  });

  it('holds a budget as often as asked, or says that no quantity does', () => {
    const made = plan(quarter(three), { at: '2026-01-01', budget: 245_00 });
    expect(bestQuantity(made.curve, { kind: 'budget', amount: 245_00, chance: 0.9 })).toBe(30);
    const tight = plan(quarter(three), { at: '2026-01-01', budget: 239_99 });
    expect(bestQuantity(tight.curve, { kind: 'budget', amount: 239_99, chance: 0.5 })).toBeNull();
  });

  it('prices each quantity by itself where a cap holds, and where more is bought later', () => {
    const capped = {
      timeline: [
        { at: '2026-01-01', do: 'subscribe', plan: 'growth' },
        { at: '2026-01-01', do: 'set-flex', cap: 40 },
      ],
    };
    const { curve, task } = plan(quarter(three, capped), { at: '2026-01-01', most: 31 });
    expect(planMethod(task).why).toBe('cap');
    // Ten credits of Flex a month at most; without prepaid 10.5 of February are blocked: 150 + 40 + 40. With 10.5 more they
    // are served, and nothing is saved before.
    expect([curve.mean[0], curve.mean[10]]).toEqual([230_00, 220_00]);
  });

  it('tells of one quantity what it saves, leaves, loses and costs in each month', () => {
    const { task } = plan(quarter(three), { at: '2026-01-01', most: 31 });
    const detail = openDetails(task, openLeast(task)({ from: 0, until: task.most + 1 }))(10)!;
    expect(detail).toMatchObject({ cost: 30_00, saving: { mean: 10_00 }, unusedPaths: 0, dearerPaths: 0 });
    expect(detail.effectivePrice).toEqual(ratio(300n));
    // Knowing the future, 30 would have been bought: 240.00.
    expect(detail.regret).toEqual({ mean: 20_00, points: [20_00, 20_00, 20_00] });
    // January: fee and purchase. February: fee, no Flex of January. March: fee and Flex of February, the end closing March.
    expect(detail.cash.map(({ mean }) => mean)).toEqual([80_00, 50_00, 130_00]);
  });

  it('says when more must be bought, and when a purchase has paid for itself', () => {
    const { task, slots } = plan(quarter(three), { at: '2026-01-01', most: 31 });
    // 16 last through January's 10 and 6 of February's 12 on the 10th.
    expect(topUpBy(runOutDays(task.plan, slots, 16), 0.1)).toBe(Date.UTC(2026, 1, 10));
    expect(topUpBy(runOutDays(task.plan, slots, 31), 0.1)).toBeNull();
    // 30 × 3 ÷ 4 = 22.5 credits: 10 in January, 12 on 10 February, the rest on the 20th.
    expect(breakEvenOf(task.plan, slots, 30)).toEqual({
      credits: 22_500_000_000,
      money: 90_00,
      day: Date.UTC(2026, 1, 20),
    });
    expect(breakEvenOf(task.plan, slots, 0)).toBeNull();
  });

  it('counts each path by itself, however many there are', () => {
    // 200 paths with 60,000 Flex credits each before the date: 12 million together.
    const events = [
      { at: '2026-01-05', credits: 60_100 },
      { at: '2026-02-10', credits: 110 },
    ];
    const { curve, task } = plan(quarter(three, { usage: { events } }), { at: '2026-02-01', paths: 200, most: 10 });
    expect([curve.mean[0], curve.mean[10]]).toEqual([150_00 + 240_000_00 + 40_00, 150_00 + 240_000_00 + 30_00]);
    const priced = openPlan({ ...task, plan: { ...task.plan, obstacle: 'tranches' } })({ from: 0, until: 11 });
    expect([...priced.mean]).toEqual([...curve.mean]);
  });

  it.each([3_000_000, 4_000_000, 6_000_000])('stays exact where %i credits a month are used', (credits) => {
    const events = ['2026-01-05', '2026-02-10', '2026-03-10'].map((at) => ({ at, credits: credits + 100.5 }));
    const { curve } = plan(quarter(three, { usage: { events } }), { at: '2026-01-01', most: 2 });
    const total = 150_00 + 3 * credits * 4_00;
    expect([curve.mean[0], curve.mean[1], curve.mean[2]]).toEqual([total, total - 1_00, total - 2_00]);
  });
});
