import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../../../../shared/planner/variants/applyChanges.ts';
import { decodeComparison } from '../../../../../shared/planner/variants/decodeComparison.ts';
import { decodeScenario } from '../../../../../shared/scenario/decode.ts';
import { scenarioDocument } from '../../../../support/scenarioDocument.ts';

const annual = { id: 'annual', kind: 'paid', cycle: 'annual', fee: 2990, includedCredits: 1800, flexPrice: 4 };
const plans = [...(scenarioDocument()['plans'] as object[]), annual];

/** The document that a variant of a scenario comes to. */
function changed(changes: readonly object[], parts: object = {}) {
  const { scenario, diagnostics } = decodeScenario(JSON.stringify(scenarioDocument({ plans, ...parts })));
  if (!scenario) throw new Error(JSON.stringify(diagnostics));
  const variants = [{ name: 'a' }, { name: 'b', changes }];
  const comparison = { format: 'drawdown.comparison/1', name: 'Acme', base: 'a.scenario.json', variants };
  const decoded = decodeComparison(JSON.stringify(comparison)).comparison!;
  const { text, origins, scales } = applyChanges(scenario, decoded.variants[1]!.changes);
  return { document: JSON.parse(text), origins, scales };
}

const subscribed = { at: '2026-01-01', do: 'subscribe', plan: 'growth' };

describe('the changes of a variant', () => {
  it('another plan from the start takes the place of the subscription and of later changes of plan', () => {
    const timeline = [subscribed, { at: '2026-06-01', do: 'change-plan', plan: 'free' }];
    const { document, origins } = changed([{ do: 'plan', plan: 'annual' }], { timeline });
    expect(document.timeline).toEqual([{ ...subscribed, plan: 'annual' }]);
    expect(origins).toEqual([{ path: 'timeline[0]', change: 0 }]);
  });

  it('another plan from a date on leaves what came before, and leaves later changes out', () => {
    const timeline = [subscribed, { at: '2026-06-01', do: 'change-plan', plan: 'free' }];
    const { document } = changed([{ do: 'plan', plan: 'annual', from: '2026-03-01', when: 'cycle-end' }], { timeline });
    expect(document.timeline).toEqual([
      subscribed,
      { at: '2026-03-01', do: 'change-plan', plan: 'annual', when: 'cycle-end' },
    ]);
  });

  it('another plan where the workspace already runs changes it at the start, whatever was pending', () => {
    const opening = { plan: 'growth', since: '2025-09-12', pending: { do: 'change-plan', plan: 'free' } };
    const { document } = changed([{ do: 'plan', plan: 'annual' }], { opening, timeline: [] });
    expect(document.opening).toEqual({ plan: 'growth', since: '2025-09-12' });
    expect(document.timeline).toEqual([{ at: '2026-01-01', do: 'change-plan', plan: 'annual' }]);
  });

  it('Flex off takes the place of what the timeline sets later, and keeps its cap', () => {
    const timeline = [subscribed, { at: '2026-03-01', do: 'set-flex', enabled: true, cap: 400 }];
    expect(changed([{ do: 'flex', enabled: false }], { timeline }).document.timeline).toEqual([
      subscribed,
      { at: '2026-03-01', do: 'set-flex', cap: 400 },
      { at: '2026-01-01', do: 'set-flex', enabled: false },
    ]);
  });

  it('a cap is written digit by digit, and null takes it away', () => {
    const cap = (amount: string | null) => changed([{ do: 'cap', amount }]).document.timeline.at(-1);
    expect(cap('123.45')).toEqual({ at: '2026-01-01', do: 'set-flex', cap: '123.45' });
    expect(cap(null)).toEqual({ at: '2026-01-01', do: 'set-flex', cap: null });
  });

  it('a purchase stands beside those that there are, or instead of them', () => {
    const bought = { at: '2026-02-01', do: 'buy-prepaid', credits: 10, unitPrice: 4 };
    const parts = { timeline: [subscribed, bought] };
    const change = { do: 'prepaid', credits: 500, at: '2026-03-01', unitPrice: '3.5' };
    const entry = { at: '2026-03-01', do: 'buy-prepaid', credits: 500, unitPrice: '3.5' };
    expect(changed([change], parts).document.timeline).toEqual([subscribed, bought, entry]);
    expect(changed([{ ...change, instead: true }], parts).document.timeline).toEqual([subscribed, entry]);
    expect(changed([{ ...change, credits: 0, instead: true }], parts).document.timeline).toEqual([subscribed]);
  });

  it('prices hold for all paid plans in use and for purchases that other changes add', () => {
    const { document } = changed([
      { do: 'price', flex: '3.25', prepaid: 3 },
      { do: 'prepaid', credits: 500, at: '2026-03-01' },
    ]);
    expect(document.plans.map(({ flexPrice }: { flexPrice: unknown }) => flexPrice)).toEqual(['3.25', undefined, 4]);
    expect(document.timeline.at(-1)).toMatchObject({ do: 'buy-prepaid', unitPrice: 3 });
  });

  it('an edition alone leaves out the plans and meters that the scenario states', () => {
    const { document } = changed([{ do: 'catalog', edition: '2026-10', alone: true }]);
    expect(document).toMatchObject({ catalog: '2026-10' });
    expect(document).not.toHaveProperty('plans');
    expect(document).not.toHaveProperty('meters');
  });

  it('usage and growth scale demand and leave the document as it is', () => {
    const { document, scales } = changed([
      { do: 'usage', factor: 1.2, of: 'training' },
      { do: 'growth', rate: 0.05 },
    ]);
    expect(document).toEqual(scenarioDocument({ plans }));
    expect(scales).toEqual([
      { factor: 1.2, growth: 0, of: 'training' },
      { factor: 1, growth: 0.05, of: null },
    ]);
  });
});
