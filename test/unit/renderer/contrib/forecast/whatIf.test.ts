import { describe, expect, it } from 'vitest';
import { noWhatIf, whatIfText, withWhatIf } from '../../../../../renderer/contrib/forecast/whatIf.ts';

const scenario = (models: string) => `{
  "name": "Acme",
  "usage": {
    "models": [${models}]
  }
}
`;
const change = (models: string, whatIf: Partial<typeof noWhatIf>) =>
  withWhatIf(scenario(models), { ...noWhatIf, ...whatIf });

describe('a what-if', () => {
  it('leaves the text as it is where nothing is asked', () => {
    const text = scenario('{ "id": "a", "level": 1.50 }');
    expect(withWhatIf(text, noWhatIf)).toBe(text);
  });

  it('scales levels, ramps and what spikes add, and nothing else of the text', () => {
    const model =
      '{ "id": "a", "level": 100, "ramp": { "to": "0.3", "by": "2026-06-01" }, "spikes": [{ "from": "2026-05-01", "days": 3, "factor": 2, "add": 5 }] }';
    expect(change(model, { level: 120 })).toBe(
      scenario(
        '{ "id": "a", "level": 120, "ramp": { "to": 0.36, "by": "2026-06-01" }, "spikes": [{ "from": "2026-05-01", "days": 3, "factor": 2, "add": 6 }] }',
      ),
    );
  });

  it('adds points to the growth, where there is none too, and loses no more than everything', () => {
    expect(change('{ "id": "a", "level": 1, "growth": 0.07 }, { "id": "b", "level": 2 }', { growth: 2.5 })).toBe(
      scenario('{ "id": "a", "level": 1, "growth": 0.095 }, { "id": "b", "level": 2, "growth": 0.025 }'),
    );
    expect(change('{ "id": "a", "level": 1, "growth": -0.5 }', { growth: -80 })).toContain('"growth": -1 ');
  });

  it('puts growth on a line of its own where the others have one', () => {
    const model = `
      {
        "id": "a",
        "level": 7
      }
    `;
    expect(change(model, { growth: 1 })).toContain('"level": 7,\n        "growth": 0.01\n');
  });

  it('widens noise: its coefficient, or the day factors of history about their mean, none below nothing', () => {
    expect(change('{ "level": 1, "noise": { "kind": "lognormal", "cv": 0.4 } }', { spread: 150 })).toContain(
      '"cv": 0.6 ',
    );
    const resampled = '{ "level": 1, "noise": { "kind": "resampled", "factors": [0.5, 1, 1.5] } }';
    expect(change(resampled, { spread: 50 })).toContain('[0.75, 1, 1.25]');
    expect(change(resampled, { spread: 300 })).toContain('[0, 1, 2.5]');
  });

  it('writes small numbers as decimals that every reader takes', () => {
    expect(change('{ "level": 0.0000005 }', { level: 10 })).toContain('"level": 0.00000005 ');
  });

  it('leaves a text alone that is no scenario', () => {
    for (const text of ['', '{', '[]', '{"usage":{"models":7}}', '{"usage":{"models":[{"level":"many"}]}}']) {
      expect(withWhatIf(text, { growth: 0, level: 200, spread: 100 })).toBe(text);
    }
  });

  it('says what it changes', () => {
    expect(whatIfText({ growth: -2, level: 120, spread: 100 })).toBe('growth −2 points a month, usage at 120 %');
  });
});
