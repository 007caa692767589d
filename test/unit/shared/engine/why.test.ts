import { describe, expect, it } from 'vitest';
import { why } from '../../../../shared/engine/why.ts';
import type { WhyNode } from '../../../../shared/engine/whyNode.ts';
import { billOf } from '../../../support/billOf.ts';
import { scenarioOf } from '../../../support/growth.ts';

const run = billOf(
  scenarioOf({
    timeline: [
      { at: '2026-01-01', do: 'subscribe', plan: 'growth' },
      { at: '2026-01-02', do: 'buy-prepaid', credits: 20 },
      { at: '2026-03-01', do: 'set-flex', enabled: false },
      { at: '2026-04-15', do: 'cancel' },
    ],
    usage: {
      events: [
        { at: '2026-01-05', meter: 'training', quantity: 95, id: 'job-1' },
        { at: '2026-01-20', credits: '244.533333333' },
        { at: '2026-03-03', credits: 160 },
        { at: '2026-05-01', credits: 1 },
        { at: '2026-05-02', credits: 1, billable: false },
      ],
    },
  }),
);

function leaves(node: WhyNode): WhyNode[] {
  return node.children.length === 0 ? [node] : node.children.flatMap(leaves);
}

describe('why a figure is what it is', () => {
  it('goes from an invoice over its Flex month down to the usage rows and their rate', () => {
    const invoice = why(run, { kind: 'invoice', invoice: 3 })!;
    expect(invoice.figure).toBe('$607.00');
    expect(invoice.arithmetic).toBe('$308.00 + $299.00 = $607.00');
    const flex = invoice.children[0]!;
    expect([flex.title, flex.arithmetic]).toEqual(['Flex of "growth"', '77 × $4 = $308.00']);
    expect(flex.children[0]).toMatchObject({
      title: 'Flex month 2026-01-01 to 2026-02-01',
      figure: '77.7 credits',
      rule: 'R12',
      arithmetic: '77.7 rounded down to 77, 0.7 credits dropped',
    });
    expect(flex.children[0]!.children.map(({ path, figure }) => [path, figure])).toEqual([
      ['usage.events[1]', '77.7 credits'],
    ]);
  });

  it('tells how a quantity became credits', () => {
    const row = run.entries.filter((entry) => entry.usageBefore === 0).length + 1;
    const usage = why(run, { kind: 'row', row })!;
    expect(usage).toMatchObject({ title: '2026-01-05 · training · job-1', figure: '3.166666667 credits', rule: 'R21' });
    expect(usage.children[0]).toMatchObject({
      rule: 'R18',
      path: 'usage.events[0]',
      arithmetic: '95 × 1 ÷ 30 = 3.166666667 credits, rounded half-even to nine decimals',
    });
  });

  it('tells what blocked usage: Flex switched off, and a subscription that has ended', () => {
    const march = why(run, { kind: 'month', month: 2, figure: 'blocked' })!;
    expect(march.figure).toBe('10 credits');
    expect(march.children[0]).toMatchObject({ rule: 'R11' });
    expect(leaves(march).map(({ path }) => path)).toContain('timeline[2]');
    const may = why(run, { kind: 'month', month: 4, figure: 'blocked' })!;
    expect(may.children[0]).toMatchObject({ rule: 'R16', figure: '1 credit' });
    expect(leaves(may).map(({ path }) => path)).toContain('timeline[3]');
  });

  it('tells what a cap in money allows, in credits', () => {
    const timeline = [
      { at: '2026-01-01', do: 'subscribe', plan: 'growth' },
      { at: '2026-01-01', do: 'set-flex', cap: 10 },
    ];
    const capped = billOf(scenarioOf({ timeline, usage: { events: [{ at: '2026-01-05', credits: 160 }] } }));
    const blocked = why(capped, { kind: 'month', month: 0, figure: 'blocked' })!;
    expect(blocked.children[0]!.children.at(-1)).toMatchObject({
      figure: '2.5 credits',
      rule: 'R13',
      arithmetic: 'the cap allows 2.5 credits of Flex at $4 in one Flex month',
      children: [{ path: 'timeline[1]' }],
    });
  });

  it.each([
    [{ kind: 'money', figure: 'total' }, '$1,584.00'],
    [{ kind: 'money', figure: 'flex' }, '$308.00'],
    [{ kind: 'money', figure: 'prepaid' }, '$80.00'],
    [{ kind: 'credits', figure: 'granted' }, '600 credits'],
    [{ kind: 'credits', figure: 'blocked' }, '11 credits'],
    [{ kind: 'credits', figure: 'forfeited' }, '150 credits'],
    [{ kind: 'credits', figure: 'dropped' }, '0.7 credits'],
    [{ kind: 'closing', figure: 'prepaid' }, '0 credits'],
    [{ kind: 'closing', figure: 'unbilledFlex' }, '0 credits'],
  ] as const)('gives %o as %s, the sum of its parts', (target, figure) => {
    expect(why(run, target)!.figure).toBe(figure);
  });

  it('has no answer for a figure that is not there', () => {
    expect(why(run, { kind: 'invoice', invoice: 99 })).toBeNull();
    expect(why(run, { kind: 'line', invoice: 1, line: 9 })).toBeNull();
    expect(why(run, { kind: 'month', month: 6, figure: 'flex' })).toBeNull();
    expect(why(run, { kind: 'row', row: 999 })).toBeNull();
  });

  it('is there for every row of the ledger, each with its rule', () => {
    const rows = Array.from({ length: run.entries.length + 5 }, (_, index) =>
      why(run, { kind: 'row', row: index + 1 })!,
    );
    expect(rows.every((node) => node.rule !== null && node.ruleText !== null)).toBe(true);
  });
});
