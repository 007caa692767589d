import { describe, expect, it } from 'vitest';
import { dayMs } from '../../../../../shared/calendar/month.ts';
import { coverChance } from '../../../../../shared/demand/expected.ts';
import { fitHistory, type HistoryFit } from '../../../../../shared/forecast/fit/fitHistory.ts';
import { fittedModel, gapSentence } from '../../../../../shared/forecast/fit/fittedModel.ts';
import { modelJson } from '../../../../../shared/forecast/fit/modelJson.ts';
import { decodeScenario } from '../../../../../shared/scenario/decode.ts';
import { knownDemand, type KnownDemand } from '../../../../support/knownDemand.ts';
import { scenarioDocument } from '../../../../support/scenarioDocument.ts';

const date = (text: string): number => Date.parse(`${text}T00:00Z`);
const period = { from: date('2026-01-01'), until: date('2027-01-01') };
const named = { id: 'm', meter: 'training', ...period };

function fitted(law: Partial<KnownDemand>): HistoryFit {
  const fit = fitHistory(knownDemand({ from: '2025-01-01', days: 365, level: 1000, ...law }));
  if (!fit.ok) throw new Error(fit.error.code);
  return fit.value;
}

describe('the model of a fit', () => {
  it('goes on where the history ends', () => {
    const { level, growth } = fittedModel(fitted({ growth: 0.02 }), named);
    expect(level).toBeCloseTo(1000 * 1.02 ** 12, 1);
    expect(growth).toBe(0.02);
  });

  it('grows on over a year at most where it begins long after, and says so', () => {
    const fit = fitted({ growth: 0.02 });
    const later = { ...named, from: date('2029-01-01'), until: date('2030-01-01') };
    expect(fittedModel(fit, later).level).toBeCloseTo(1000 * 1.02 ** 24, 1);
    expect(gapSentence(fit, later.from)!.text).toBe(
      'The history ends 36 months before the model begins; its growth is carried over 12 of them, not further.',
    );
    expect(gapSentence(fit, period.from)).toBeNull();
  });

  it('has spikes as often as history had, in windows side by side', () => {
    const spikes = { 50: 4, 51: 4, 150: 6, 250: 5, 251: 5, 252: 5 };
    const model = fittedModel(fitted({ cv: 0.1, spikes }), { ...named, until: date('2026-07-02') });
    const uncertain = model.spikes.flatMap((spike) => (spike.kind === 'uncertain' ? [spike] : []));
    expect(uncertain).toHaveLength(2);
    // Three spikes in 365 days are a half more than one in 182.
    expect(uncertain.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo((3 / 365) * 182, 2);
    expect(uncertain.map(({ from, until }) => [from, until])).toEqual([
      [period.from, date('2026-04-02')],
      [date('2026-04-02'), date('2026-07-02')],
    ]);
    for (const { days, factor } of uncertain) {
      expect(days).toEqual({ least: 1, greatest: 3 });
      const mean = (4 + 6 + 5) / 3;
      expect(Math.abs((factor.least + factor.greatest) / 2 - mean)).toBeLessThan(0.1 * mean);
    }
    expect(coverChance(uncertain[0]!, period.from + 5 * dayMs)).toBeGreaterThan(0);
  });

  it('is read back from a scenario as it is', () => {
    const laws: Partial<KnownDemand>[] = [
      { growth: 0.02, weekdays: [1.2, 1.1, 1, 1, 0.9, 0.4, 0.3], cv: 0.2, zeroDays: 0.05, spikes: { 50: 8, 90: 6 } },
      { from: '2023-06-01', days: 945, months: [1, 2, 3, 4, 5, 6, 6, 5, 4, 3, 2, 1], cv: 0.1 },
      { days: 5 },
    ];
    for (const law of laws) {
      for (const meter of ['training', null]) {
        const model = fittedModel(fitted(law), { ...named, meter });
        const history = { files: ['usage/a.csv'], from: '2025-01-01', until: '2026-01-01', days: 365, note: 'Found.' };
        const text = JSON.stringify(scenarioDocument({ usage: { models: [modelJson(model, history)] } }));
        const { scenario, diagnostics } = decodeScenario(text);
        expect(diagnostics).toEqual([]);
        expect(scenario!.models).toEqual([model]);
      }
    }
  });
});
