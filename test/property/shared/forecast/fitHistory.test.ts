import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedDays } from '../../../../shared/demand/expected.ts';
import { backtest } from '../../../../shared/forecast/backtest/backtest.ts';
import { fitHistory } from '../../../../shared/forecast/fit/fitHistory.ts';
import { fitStatement } from '../../../../shared/forecast/fit/fitStatement.ts';
import { fittedModel } from '../../../../shared/forecast/fit/fittedModel.ts';
import { modelJson } from '../../../../shared/forecast/fit/modelJson.ts';
import { decodeScenario } from '../../../../shared/scenario/decode.ts';
import { scenarioDocument } from '../../../support/scenarioDocument.ts';

const period = { from: Date.UTC(2026, 0, 1), until: Date.UTC(2027, 0, 1) };
const quantity = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 1000 }) },
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
  { weight: 1, arbitrary: fc.double({ min: 0, max: 1e9, noNaN: true }) },
);
/** Any usage by day: constant, random or with gaps, from a day to three years, in units of any size. */
const history = fc
  .record({
    from: fc.integer({ min: 0, max: 20_000 }),
    quantities: fc.oneof(
      fc.array(quantity, { minLength: 1, maxLength: 40 }),
      fc.array(quantity, { minLength: 60, maxLength: 120 }),
      fc.tuple(quantity, fc.integer({ min: 1, max: 760 })).map(([value, days]) => new Array<number>(days).fill(value)),
    ),
    unit: fc.constantFrom(1e-6, 1, 1000),
  })
  .map(({ from, quantities, unit }) => ({
    from: from * 86_400_000,
    quantities: Float64Array.from(quantities, (value) => value * unit),
  }));

describe('any history', () => {
  it('gives a model that a scenario takes as it is, or is refused', () => {
    fc.assert(
      fc.property(history, (days) => {
        const fit = fitHistory(days);
        if (!fit.ok) return;
        const model = fittedModel(fit.value, { id: 'm', meter: null, ...period });
        const text = JSON.stringify(scenarioDocument({ usage: { models: [modelJson(model, null)] } }));
        const { scenario, diagnostics } = decodeScenario(text);
        expect(diagnostics).toEqual([]);
        expect(scenario!.models).toEqual([model]);
        for (const expected of expectedDays(model, period.from, period.until).quantities) {
          expect(Number.isFinite(expected) && expected >= 0).toBe(true);
        }
        const { found, untold } = fitStatement(fit.value, 'units');
        for (const { text: said } of [...found, ...untold]) expect(said).not.toMatch(/NaN|undefined|Infinity/);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it('is matched in its sum by the line, spikes left out', () => {
    fc.assert(
      fc.property(history, (days) => {
        const fit = fitHistory(days);
        if (!fit.ok) return;
        const { expected, apart } = fit.value;
        const rows = [...days.quantities.keys()].filter(
          (row) => !Number.isNaN(days.quantities[row]!) && apart[row]! <= 0,
        );
        const sum = (values: Float64Array) => rows.reduce((total, row) => total + values[row]!, 0);
        expect(sum(expected)).toBeCloseTo(sum(days.quantities), -Math.log10(1e-9 * (1 + sum(days.quantities))));
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it('has a band that holds its own edges in order', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 60 }), (days, holdOut) => {
        const tested = backtest(days, { holdOut, paths: 100, seed: 1 });
        if (!tested.ok) return;
        const { bands, covered, judged } = tested.value;
        bands.low.forEach((low, row) => expect(low).toBeLessThanOrEqual(bands.high[row]!));
        expect(covered).toBeLessThanOrEqual(judged);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });
});
