import { describe, expect, it } from 'vitest';
import { firstChoice, readChoice, spreadTranches } from '../../../../../renderer/contrib/planner/planChoice.ts';

const scenario = JSON.stringify({
  horizon: { start: '2026-01-01T00:00', end: '2027-01-01' },
  usage: { asOf: '2026-03-01' },
});

describe('what is asked of a plan', () => {
  it('buys on the day until which usage is known, or else when the horizon starts', () => {
    expect(readChoice(firstChoice, scenario).ask?.at).toBe('2026-03-01');
    expect(readChoice(firstChoice, '{"horizon":{"start":"2026-01-01T00:00"}}').ask?.at).toBe('2026-01-01');
    expect(readChoice({ ...firstChoice, at: '2026-08-17' }, scenario).ask?.at).toBe('2026-08-17');
  });

  it('asks for shares where people type per cent', () => {
    const { ask } = readChoice(
      { ...firstChoice, goal: 'budget', budget: '5,000', chance: 95, leftover: 50, costOfCapital: 8 },
      scenario,
    );
    expect(ask).toMatchObject({
      goal: { kind: 'budget', amount: '5000', chance: 0.95 },
      leftover: 0.5,
      costOfCapital: 0.08,
      max: null,
    });
  });

  it.each([
    ['at', '2026-02-30'],
    ['at', 'soon'],
    ['max', '1.5'],
    ['max', '9007200'],
    ['tranches', '2026-06-01, later'],
    ['seed', ''],
  ] as const)('names the field that is wrong: %s %s', (field, typed) => {
    const { ask, faults } = readChoice({ ...firstChoice, [field]: typed }, scenario);
    expect(ask).toBeNull();
    expect(faults[field]).not.toBeNull();
  });

  it('needs a budget only where it is the goal', () => {
    expect(readChoice({ ...firstChoice, goal: 'budget' }, scenario).faults.budget).not.toBeNull();
    expect(readChoice(firstChoice, scenario).faults.budget).toBeNull();
  });

  it('spreads further purchases over the rest of the horizon', () => {
    expect(spreadTranches(firstChoice, scenario, 3)).toBe('2026-06-01, 2026-09-01');
    expect(spreadTranches(firstChoice, scenario, 1)).toBe('');
    expect(spreadTranches(firstChoice, '{}', 3)).toBe('');
  });
});
