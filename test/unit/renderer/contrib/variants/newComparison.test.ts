import { describe, expect, it } from 'vitest';
import { firstVariant } from '../../../../../renderer/contrib/variants/newComparison.ts';
import { decodeScenario } from '../../../../../shared/scenario/decode.ts';
import { plans, scenarioOf } from '../../../../support/growth.ts';

const first = (parts: object) => firstVariant(decodeScenario(JSON.stringify(scenarioOf(parts))).scenario);
const subscribed = (plan: string) => [{ at: '2026-01-01', do: 'subscribe', plan }];

describe('the first variant of a scenario', () => {
  it('is the other cycle of its plan', () => {
    expect(first({})).toEqual({ name: 'Annual', changes: [{ do: 'plan', plan: 'growth-annual' }] });
    expect(first({ timeline: subscribed('growth-annual') })).toEqual({
      name: 'Monthly',
      changes: [{ do: 'plan', plan: 'growth' }],
    });
  });

  it('is no Flex where there is no other paid plan, or the scenario cannot be read', () => {
    const noFlex = { name: 'Without Flex', changes: [{ do: 'flex', enabled: false }] };
    expect(first({ plans: [plans[0]] })).toEqual(noFlex);
    expect(first({ timeline: [] })).toEqual(noFlex);
    expect(firstVariant(null)).toEqual(noFlex);
  });
});
