import { describe, expect, it } from 'vitest';
import { verdictText } from '../../../../../renderer/contrib/planner/verdictText.ts';
import type { PlanGoal, PlannedQuantity, PlanView } from '../../../../../shared/rpc/forecastViews.ts';

const quantity = (credits: number, saving: string): PlannedQuantity => ({
  quantity: credits,
  mean: '4000.00',
  p90: '5000.00',
  unusedChance: 0.2,
  unusedMean: '3',
  saving,
  budgetChance: null,
});

function plan(best: PlannedQuantity | null, goal: PlanGoal = { kind: 'mean' }, dates = ['2026-03-01']): PlanView {
  return {
    planId: 'plan',
    currency: 'USD',
    minorDigits: 2,
    paths: 10,
    seed: 1,
    dates,
    max: 600,
    goal,
    leftover: 0,
    costOfCapital: 0,
    isBounded: false,
    random: true,
    method: { kind: 'compact', why: null },
    curve: { mean: [], p90: [], budgetChance: null },
    best,
    none: quantity(0, '0.00'),
    cliffs: [],
    breakEven: null,
    assumptions: [],
  };
}

describe('the answer of a plan', () => {
  it('says how many to buy, when, and what that saves', () => {
    expect(verdictText(plan(quantity(420, '123.45')))).toEqual({
      title: 'Buy 420 credits on 2026-03-01',
      reason: 'It saves $123.45 on average against buying nothing, which comes to $4,000.00.',
    });
  });

  it('says buy nothing as plainly', () => {
    expect(verdictText(plan(quantity(0, '0.00')))).toEqual({
      title: 'Buy nothing',
      reason: 'No quantity bought on 2026-03-01 makes the expected cost lower.',
    });
  });

  it('owns up to what a purchase costs that holds a goal', () => {
    expect(verdictText(plan(quantity(300, '-40.00'), { kind: 'p90' }, ['2026-03-01', '2026-08-01']))).toEqual({
      title: 'Buy 300 credits in 2 equal parts from 2026-03-01 on',
      reason: 'It costs $40.00 more on average than buying nothing.',
    });
  });

  it('says so where no quantity holds the budget', () => {
    const { title, reason } = verdictText(plan(null, { kind: 'budget', amount: '3000', chance: 0.9 }));
    expect(title).toBe('No quantity does it');
    expect(reason).toContain('600 credits bought on 2026-03-01 holds a budget of $3,000 with a chance of 90 %');
  });
});
