import { describe, expect, it } from 'vitest';
import { listedModels, withFittedModel } from '../../../../../renderer/contrib/fit/withFittedModel.ts';

const fit = {
  model: { id: 'a', meter: 'training', from: '2026-03-01', level: 12.5, per: 'day', weekdays: [1, 1, 1, 1, 1, 0, 0] },
  asOf: '2026-03-01',
};
const parsed = (text: string) => JSON.parse(text) as { usage: { asOf?: string; models: Record<string, unknown>[] } };

describe('a fitted model in a scenario', () => {
  it('comes after the others, one line a key, with the date up to which usage is known', () => {
    const text =
      '{\n  "name": "x",\n  "usage": {\n    "models": [\n      { "id": "b", "credits": true }\n    ]\n  }\n}\n';
    const after = withFittedModel(text, fit);
    expect(parsed(after).usage).toEqual({ models: [{ id: 'b', credits: true }, fit.model], asOf: '2026-03-01' });
    expect(after).toContain('\n        "weekdays": [1, 1, 1, 1, 1, 0, 0]\n      }');
    expect(after.startsWith('{\n  "name": "x",\n')).toBe(true);
  });

  it('makes the list where there is none, and leaves asOf where the fit names none', () => {
    const after = withFittedModel('{ "name": "x" }', { ...fit, asOf: null });
    expect(parsed(after).usage).toEqual({ models: [fit.model] });
  });

  it('replaces the model of its id, and keeps what the user planned', () => {
    const certain = { from: '2026-11-20', days: 10, factor: 3 };
    const uncertain = { from: '2026-04-01', until: '2026-05-01', days: 1, factor: 2, chance: 0.5 };
    const before = {
      usage: {
        asOf: '2026-02-01',
        models: [
          {
            id: 'a',
            credits: true,
            level: 1,
            per: 'day',
            ramp: { to: 3, by: '2026-05-01' },
            spikes: [certain, { ...uncertain, chance: 0.9 }],
            noise: { kind: 'lognormal', cv: 1, shared: 0.5 },
          },
          { id: 'b', credits: true },
        ],
      },
    };
    const model = { ...fit.model, spikes: [uncertain], noise: { kind: 'lognormal', cv: 0.2 } };
    const after = parsed(withFittedModel(JSON.stringify(before), { ...fit, model }));
    expect(after.usage.asOf).toBe('2026-03-01');
    expect(after.usage.models).toEqual([
      { ...model, spikes: [certain, uncertain], noise: { kind: 'lognormal', cv: 0.2, shared: 0.5 } },
      { id: 'b', credits: true },
    ]);
  });

  it('lists the models that may be replaced with what they are measured in', () => {
    const usage = { models: [{ id: 'a', meter: 'training' }, { id: 'b', credits: true }, { level: 1 }] };
    expect(listedModels(JSON.stringify({ usage }))).toEqual([
      { id: 'a', meter: 'training' },
      { id: 'b', meter: null },
    ]);
    expect(listedModels('{')).toEqual([]);
  });
});
