import { describe, expect, it } from 'vitest';
import type { RunRefusal } from '../../../../shared/engine/outcome.ts';
import { runProgram } from '../../../../shared/engine/run.ts';
import { drawTexts, statement } from '../../../../shared/engine/statement.ts';
import { billOf, programOf } from '../../../support/billOf.ts';
import { plans, scenarioOf } from '../../../support/growth.ts';

function refusalsOf(timeline: object[], parts: object = {}): readonly RunRefusal[] {
  const result = runProgram(programOf(scenarioOf({ timeline, ...parts })));
  return result.ok ? [] : result.error;
}

const subscribe = { at: '2026-01-01', do: 'subscribe', plan: 'growth' };

describe('a timeline that the rules do not allow', () => {
  it('names every entry that is refused, not just the first', () => {
    const refusals = refusalsOf([
      subscribe,
      { at: '2026-02-01T01:00', do: 'subscribe', plan: 'free' },
      { at: '2026-02-02', do: 'adjust', bucket: 'prepaid', credits: -1 },
      { at: '2026-03-05', do: 'cancel' },
      { at: '2026-03-06', do: 'cancel' },
      { at: '2026-03-07', do: 'change-plan', plan: 'free', when: 'cycle-end' },
      { at: '2026-03-08', do: 'buy-prepaid', credits: 5 },
      { at: '2026-03-09', do: 'adjust', bucket: 'included', credits: 5 },
    ]);
    expect(refusals.map(({ code, path }) => [code, path])).toEqual([
      ['already-subscribed', 'timeline[1]'],
      ['below-zero', 'timeline[2]'],
      ['not-subscribed', 'timeline[4]'],
      ['not-subscribed', 'timeline[5]'],
      ['no-prepaid-price', 'timeline[6]'],
      ['not-subscribed', 'timeline[7]'],
    ]);
  });

  it('includes a purchase below the smallest quantity of the price table', () => {
    const timeline = [
      { ...subscribe, plan: 'growth-annual' },
      { at: '2026-01-02', do: 'buy-prepaid', credits: '9.5' },
    ];
    expect(refusalsOf(timeline).map(({ code }) => code)).toEqual(['no-prepaid-price']);
  });
});

describe('amounts beyond the exact range', () => {
  it('are refused: more than 9,007,199 credits within one cycle', () => {
    const use = (at: string) => ({ at, credits: 5_000_000 });
    const within = refusalsOf([subscribe], { usage: { events: [use('2026-02-01'), use('2026-02-28')] } });
    expect(within.map(({ code }) => code)).toEqual(['beyond-range']);
    const apart = refusalsOf([subscribe], { usage: { events: [use('2026-02-01'), use('2026-03-01')] } });
    expect(apart).toEqual([]);
  });

  it('are refused: Flex of one month that spans two cycles, or that the opening brought', () => {
    const use = (at: string) => ({ at, credits: 9_000_000 });
    const usage = { events: [use('2026-02-05'), use('2026-02-25')] };
    const timeline = [{ ...subscribe, at: '2026-01-15' }];
    const spanning = refusalsOf(timeline, { policy: { flexCycle: 'calendar' }, usage });
    expect(spanning.map(({ code }) => code)).toEqual(['beyond-range']);
    const opening = { plan: 'growth', since: '2025-12-15', flex: 9_000_000 };
    const brought = refusalsOf([], { opening, usage: { events: [use('2026-01-05')] } });
    expect(brought.map(({ code }) => code)).toEqual(['beyond-range']);
  });

  it('are refused: purchases that together pass it', () => {
    const buy = { at: '2026-01-02', do: 'buy-prepaid', credits: 5_000_000 };
    expect(refusalsOf([subscribe, buy, buy]).map(({ code, path }) => [code, path])).toEqual([
      ['beyond-range', 'timeline[2]'],
    ]);
  });
});

describe('a cap in money', () => {
  it('counts anew in each twelve months of an annual plan', () => {
    const run = billOf(
      scenarioOf({
        horizon: { start: '2026-01-01', end: '2028-01-01' },
        timeline: [
          { ...subscribe, plan: 'growth-annual' },
          { at: '2026-01-01', do: 'set-flex', cap: 100 },
        ],
        usage: {
          events: [
            { at: '2026-01-10', credits: 1900 },
            { at: '2027-03-10', credits: 1900 },
          ],
        },
      }),
    );
    expect(drawTexts(run).map(({ flex, blocked }) => [flex, blocked])).toEqual([
      ['25', '75'],
      ['25', '75'],
    ]);
  });

  it('means nothing on a plan whose Flex costs nothing', () => {
    const gift = { ...plans[0], id: 'gift', flexPrice: 0 };
    const run = billOf(
      scenarioOf({
        plans: [gift],
        timeline: [
          { ...subscribe, plan: 'gift' },
          { at: '2026-01-01', do: 'set-flex', cap: 1 },
        ],
        usage: { events: [{ at: '2026-01-10', credits: 1000 }] },
      }),
    );
    expect(statement(run).credits).toMatchObject({ flex: '850', blocked: '0' });
  });
});

describe('prepaid lots', () => {
  it('bought in mid-month serve only later usage, the oldest first', () => {
    const run = billOf(
      scenarioOf({
        timeline: [
          subscribe,
          { at: '2026-01-10', do: 'buy-prepaid', credits: 10, id: 'first' },
          { at: '2026-01-20', do: 'buy-prepaid', credits: 10, id: 'second' },
        ],
        usage: {
          events: [
            { at: '2026-01-05', credits: 155 },
            { at: '2026-01-12', credits: 4 },
            { at: '2026-01-25', credits: 8 },
          ],
        },
      }),
    );
    expect(run.lots.map(({ id, drawn, left }) => [id, drawn / 1e9, left / 1e9])).toEqual([
      ['first', 10, 0],
      ['second', 2, 8],
    ]);
    expect(statement(run).money.flex).toBe('20.00');
  });
});

describe('an event that must be served whole', () => {
  it('is blocked whole where no pools together can serve it, and leaves them for others', () => {
    const run = billOf(
      scenarioOf({
        timeline: [{ ...subscribe, plan: 'free' }],
        usage: {
          events: [
            { at: '2026-01-05', credits: 31, whole: true },
            { at: '2026-01-06', credits: 31 },
          ],
        },
      }),
    );
    expect(drawTexts(run).map(({ included, blocked }) => [included, blocked])).toEqual([
      ['0', '31'],
      ['30', '1'],
    ]);
  });
});

describe('plan changes at the very instant of a cycle’s end', () => {
  it('take the first as pending and carry out the second at once', () => {
    const run = billOf(
      scenarioOf({
        timeline: [
          subscribe,
          { at: '2026-02-01', do: 'change-plan', plan: 'free' },
          { at: '2026-02-01', do: 'change-plan', plan: 'growth-annual' },
        ],
      }),
    );
    const kinds = run.entries.map(({ kind }) => kind);
    expect(kinds).toEqual(['subscribe', 'grant', 'change-plan', 'expire', 'grant', 'change-plan', 'forfeit', 'grant']);
    expect(statement(run).money.subscription).toBe('3289.00');
  });
});

describe('the rule of a lapse', () => {
  it.each([
    ['growth', 'R5'],
    ['growth-annual', 'R6'],
  ])('is that of the grant: %s %s', (plan, rule) => {
    const horizon = { start: '2026-01-01', end: '2027-01-01' };
    const run = billOf(scenarioOf({ horizon, timeline: [{ ...subscribe, plan }] }));
    const rules = run.entries.filter(({ kind }) => kind === 'expire').map((entry) => entry.rule);
    expect(new Set(rules)).toEqual(new Set([rule]));
  });
});
