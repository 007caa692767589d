import { describe, expect, it } from 'vitest';
import { dayMs } from '../../../../../shared/calendar/month.ts';
import { fitForScenario } from '../../../../../shared/forecast/fit/fitForScenario.ts';
import { usageHistory } from '../../../../../shared/forecast/fit/usageHistory.ts';
import { compileScenario } from '../../../../../shared/scenario/compile.ts';
import { decodeScenario } from '../../../../../shared/scenario/decode.ts';
import { knownDemand } from '../../../../support/knownDemand.ts';
import { scenarioDocument } from '../../../../support/scenarioDocument.ts';

const horizon = { start: '2026-02-01', end: '2027-01-01' };
/** A hundred days of use from 1 February on. */
const events = Array.from({ length: 100 }, (_, index) => ({
  at: new Date(Date.UTC(2026, 1, 1) + index * dayMs).toISOString().slice(0, 10),
  meter: 'training',
  quantity: 100 + (index % 7),
}));

function decoded(usage: object) {
  const { scenario, diagnostics } = decodeScenario(JSON.stringify(scenarioDocument({ horizon, timeline: [], usage })));
  if (!scenario) throw new Error(diagnostics[0]!.message);
  return scenario;
}

function fitted(usage: object, more: object = {}) {
  const scenario = decoded(usage);
  const { history } = usageHistory(scenario, { meter: 'training', files: [], events: true });
  return fitForScenario(scenario, {
    id: 'm',
    meter: 'training',
    history: history!,
    own: true,
    files: [],
    from: null,
    until: null,
    noise: 'auto',
    ...more,
  });
}

describe('a fit for a scenario', () => {
  it('begins where its usage ends, and no day is counted twice', () => {
    const fit = fitted({ events });
    if (!fit.ok) throw new Error(fit.error.code);
    const { json, asOf } = fit.value;
    expect(json).toMatchObject({ id: 'm', from: '2026-05-12', until: '2027-01-01', history: { days: 100, files: [] } });
    expect(asOf).toBe('2026-05-12');
    const { program } = compileScenario(decoded({ asOf, events, models: [json] }), []);
    const days = [...program!.usage.at].map((at) => Math.floor(at / dayMs));
    expect(days).toEqual(Array.from({ length: 334 }, (_, index) => Date.UTC(2026, 1, 1) / dayMs + index));
  });

  it('leaves asOf alone where another model covers days before it', () => {
    const other = { id: 'other', credits: true, level: 1, per: 'day' };
    const fit = fitted({ events, models: [other] });
    expect(fit).toMatchObject({ value: { asOf: null, json: { from: '2026-05-12' } } });
    expect(fitted({ events, models: [{ ...other, id: 'm' }] })).toMatchObject({ value: { asOf: '2026-05-12' } });
  });

  it('covers the whole horizon where the usage is not the scenario’s own', () => {
    const history = knownDemand({ from: '2025-01-01', days: 365, level: 1000, growth: 0.02 });
    const fit = fitted({}, { history, own: false, files: ['usage/last-year.csv'] });
    expect(fit).toMatchObject({ value: { asOf: null, json: { from: '2026-02-01', until: '2027-01-01' } } });
    expect(fit.ok && fit.value.model.level).toBeCloseTo(1000 * 1.02 ** 13, 1);
  });

  it('looks at the last three years at most, unless it is told', () => {
    const history = knownDemand({ from: '2020-01-01', days: 2190, level: 1000 });
    const days = (more: object) => {
      const fit = fitted({}, { history, own: false, ...more });
      return fit.ok && fit.value.fit.history.quantities.length;
    };
    expect(days({})).toBe(1096);
    expect(days({ from: Date.UTC(2020, 0, 1) })).toBe(2190);
    expect(days({ from: Date.UTC(2025, 0, 1), until: Date.UTC(2025, 6, 1) })).toBe(181);
  });

  it('is refused where nothing of the horizon is left', () => {
    const history = knownDemand({ from: '2026-02-01', days: 334, level: 10 });
    expect(fitted({}, { history })).toEqual({ ok: false, error: { code: 'nothing-ahead', until: '2027-01-01' } });
  });
});
