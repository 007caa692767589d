import { describe, expect, it } from 'vitest';
import { assumptionsOf } from '../../../../shared/scenario/assumptions.ts';
import { decodeScenario } from '../../../../shared/scenario/decode.ts';
import { scenarioDocument } from '../../../support/scenarioDocument.ts';

function assumptions(parts: Record<string, unknown>) {
  const { scenario, diagnostics } = decodeScenario(JSON.stringify(scenarioDocument(parts)));
  expect(diagnostics).toEqual([]);
  return assumptionsOf(scenario!);
}

const growth = {
  catalog: 'faq',
  plans: [{ id: 'growth', fee: 299, flexPrice: 5 }],
  meters: undefined,
  usage: { events: [{ at: '2026-03-01', meter: 'training', quantity: 1 }] },
};

describe('the assumptions of a bill', () => {
  it('name every choice with its rule, each once', () => {
    const list = assumptions({});
    expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
    const rules = list.filter(({ kind }) => kind === 'choice').map(({ rule }) => rule);
    expect(rules).toEqual(
      expect.arrayContaining(['R1', 'R2', 'R3', 'R7', 'R8', 'R9', 'R10', 'R13', 'R18', 'R22', 'R24']),
    );
    expect(list.find(({ id }) => id === 'tax')).toMatchObject({ kind: 'not-modelled' });
  });

  it('say what nobody published and the scenario set', () => {
    const fee = assumptions(growth).find(({ id }) => id === 'plan/growth/fee');
    expect(fee).toMatchObject({ kind: 'unpublished', path: 'plans[0].fee', confidence: null });
  });

  it('give the catalog’s figures in use with confidence and source', () => {
    const list = assumptions(growth);
    expect(list.find(({ id }) => id === 'plan/growth/includedCredits')).toMatchObject({
      confidence: 'A',
      kind: 'vendor',
    });
    expect(list.find(({ id }) => id === 'plan/growth/flexPrice')!.text).toContain('published was 4');
    expect(list.find(({ id }) => id === 'meter/training')).toMatchObject({ confidence: '?', rule: 'R18' });
    expect(list.some(({ id }) => id === 'meter/auto-label')).toBe(false);
    expect(list.find(({ id }) => id === 'note/self-hosted-video-ceiling')).toMatchObject({ kind: 'not-modelled' });
  });

  it('say what is expected to be used, and the usage that it was fitted to', () => {
    const model = {
      id: 'm',
      meter: 'training',
      level: 1234.5,
      per: 'day',
      growth: 0.05,
      weekdays: [1, 1, 1, 1, 1, 0, 0],
      noise: { kind: 'lognormal', cv: 0.4, zeroDays: 0.02, shared: 0.5 },
      history: { files: ['usage/a.csv'], from: '2025-01-01', until: '2026-01-01', days: 365 },
      ramp: { to: 2000, by: '2026-06-01' },
    };
    expect(assumptions({ usage: { models: [model] } }).find(({ id }) => id === 'demand/m')).toMatchObject({
      kind: 'demand',
      path: 'usage.models[0]',
      source: 'usage/a.csv',
      text:
        '1,234.5 minute of training a day, from 2026-01-01 until 2027-01-01, moving to 2,000 by 2026-06-01, growing by 5 % a month, ' +
        'with a weekday pattern, spreading by 40 % from day to day with nothing on 2 % of days, 50 % of it shared with other models. ' +
        'Fitted to 365 days of usage/a.csv, 2025-01-01 until 2026-01-01.',
    });
    expect(assumptions({}).some(({ kind }) => kind === 'demand')).toBe(false);
  });
});
