import { describe, expect, it } from 'vitest';
import { formatDecimal } from '../../../../shared/base/decimal.ts';
import { decodeScenario } from '../../../../shared/scenario/decode.ts';
import type { Scenario } from '../../../../shared/scenario/scenario.ts';
import { scenarioDocument } from '../../../support/scenarioDocument.ts';

/** Text that stands in a document as it is, not as a JSON string. */
const raw = (text: string): string => `<raw>${text}</raw>`;

function textOf(parts: Record<string, unknown>): string {
  return JSON.stringify(scenarioDocument(parts), null, 1).replace(
    /"<raw>(.*?)<\/raw>"/g,
    (_, text: string) => JSON.parse(`"${text}"`) as string,
  );
}

function decoded(parts: Record<string, unknown>): Scenario {
  const { scenario, diagnostics } = decodeScenario(textOf(parts));
  expect(diagnostics).toEqual([]);
  return scenario!;
}

function faultsOf(parts: Record<string, unknown>): string[] {
  const { scenario, diagnostics } = decodeScenario(textOf(parts));
  if (diagnostics.some(({ severity }) => severity === 'error')) expect(scenario).toBeNull();
  return diagnostics.map(({ code, path }) => `${code} ${path}`.trim());
}

const plan = (more: object) => [
  { id: 'growth', kind: 'paid', cycle: 'monthly', fee: 299, includedCredits: 150, flexPrice: 4, ...more },
];
const rates = (...list: unknown[]) => [{ id: 'training', unit: 'minute', runs: 'hosted', rates: list }];
const action = (entry: object) => ({ timeline: [{ at: '2026-03-01', ...entry }] });
const events = (...list: object[]) => ({ usage: { events: list.map((event) => ({ at: '2026-03-01', ...event })) } });
const model = (more: object) => ({
  usage: { models: [{ id: 'm', meter: 'training', level: 10, per: 'day', ...more }] },
});
const opening = (more: object) => ({ opening: { plan: 'growth', since: '2025-12-15', ...more }, timeline: [] });

describe('a scenario document', () => {
  it('needs only format, name, currency, horizon, plans and meters', () => {
    const scenario = decoded({ timeline: undefined });
    expect(scenario).toMatchObject({
      name: 'Acme 2026',
      timeline: [],
      events: [],
      files: [],
      models: [],
      opening: null,
    });
  });

  it('has the defaults that the rules state', () => {
    const scenario = decoded(events({ meter: 'training', quantity: 95 }));
    expect(scenario.zone.id).toBe('UTC');
    expect(scenario).toMatchObject({ includedCycle: 'anniversary', flexCycle: 'anniversary', asOf: null });
    expect(scenario.events[0]).toMatchObject({ id: '', whole: false, billable: true, use: { calls: 1 } });
    expect(scenario.plans[1]!.fee.num).toBe(0n);
  });

  it('reads amounts by their decimal text, number or string', () => {
    const { plans, timeline } = decoded({
      plans: plan({ fee: raw('0.1'), flexPrice: '3.999999999', includedCredits: raw('1e2') }),
      timeline: [{ at: '2026-03-01', do: 'buy-prepaid', credits: '0.000000001' }],
    });
    expect(formatDecimal(plans[0]!.fee)).toBe('0.1');
    expect(formatDecimal(plans[0]!.flexPrice)).toBe('3.999999999');
    expect(plans[0]!.included).toBe(100_000_000_000);
    expect(timeline[0]).toMatchObject({ credits: 1, id: 'lot-1' });
  });

  it('rounds only the credits of usage, half-even to nine decimals', () => {
    const use = (credits: string) => decoded(events({ credits })).events[0]!.use;
    expect(use('0.0000000005')).toEqual({ meter: null, nanos: 0 });
    expect(use('0.0000000015')).toEqual({ meter: null, nanos: 2 });
    expect(use('0.00000000050000000001')).toEqual({ meter: null, nanos: 1 });
  });

  it('names lots by their place among the purchases', () => {
    const { timeline } = decoded({
      timeline: [
        { at: '2026-03-02', do: 'buy-prepaid', credits: 1 },
        { at: '2026-03-01', do: 'buy-prepaid', credits: 1, id: 'hedge' },
        { at: '2026-03-01', do: 'buy-prepaid', credits: 1 },
      ],
    });
    expect(timeline.map((entry) => 'id' in entry && entry.id)).toEqual(['lot-1', 'hedge', 'lot-3']);
  });

  it('keeps the cap, removes it or sets it', () => {
    const caps = [{ enabled: true }, { cap: null }, { cap: 1 }].map((more) => {
      const entry = decoded(action({ do: 'set-flex', ...more })).timeline[0]!;
      return entry.do === 'set-flex' ? entry.cap : 'none';
    });
    expect(caps).toEqual([undefined, null, { num: 1n, den: 1n }]);
  });

  it('takes cap-window Flex as the month’s where the opening does not say', () => {
    const { opening: state } = decoded(opening({ flex: '2.5' }));
    expect(state!.subscription).toMatchObject({ flex: 2_500_000_000, capUsed: 2_500_000_000, pending: null });
    expect(state).toMatchObject({ included: 0, prepaid: [], flexEnabled: true, cap: null });
  });

  it('reads local times in its zone', () => {
    const { events: list } = decoded({
      timeZone: 'America/New_York',
      ...events({ at: '2026-03-08T02:30', credits: 1 }, { at: '2026-11-01T01:30', credits: 1 }),
    });
    expect(list.map(({ at }) => new Date(at).toISOString())).toEqual([
      '2026-03-08T07:30:00.000Z',
      '2026-11-01T05:30:00.000Z',
    ]);
  });

  it('may state a third-party rate by prices', () => {
    const rate = { from: '2026-01-01', providerPrice: '2.5', per: 1_000_000, creditPrice: 4, markup: '0.1' };
    const { meters } = decoded({ meters: rates(rate) });
    expect(formatDecimal(meters[0]!.rates[0]!.creditsPerUnit)).toBe('0.0000006875');
    expect(meters[0]!.rates[0]!.text).toBe('2.5 USD per 1000000 minute, plus 10 %, at 4 USD a credit');
  });
});

describe('a catalog', () => {
  const named = { catalog: '2026-spring', plans: undefined, meters: undefined };

  it('gives the plans and meters that a document leaves out', () => {
    const scenario = decoded({ ...named, timeline: [{ at: '2026-01-01', do: 'subscribe', plan: 'core' }] });
    expect(scenario.plans.find(({ id }) => id === 'core')).toMatchObject({
      included: 50_000_000_000,
      prepaidPrices: [],
    });
    expect(scenario.meters.some(({ id }) => id === 'serverless-v2')).toBe(true);
  });

  it('is overridden key by key', () => {
    const { plans } = decoded({
      ...named,
      plans: [{ id: 'core', includedCredits: 60 }],
      timeline: [{ at: '2026-01-01', do: 'subscribe', plan: 'core' }],
    });
    const core = plans.find(({ id }) => id === 'core')!;
    expect([core.included, formatDecimal(core.fee), core.name]).toEqual([60_000_000_000, '99', 'Core']);
  });

  it('leaves what nobody published to the scenario', () => {
    const growth = { ...named, catalog: 'faq', timeline: [{ at: '2026-01-01', do: 'subscribe', plan: 'growth' }] };
    expect(faultsOf(growth)).toEqual(['plan-figure-missing timeline[0].plan']);
    expect(faultsOf({ ...growth, plans: [{ id: 'growth', fee: 299 }] })).toEqual([]);
  });

  it('gives no rate of third-party tokens', () => {
    const use = events({ meter: 'llm-input', quantity: 1000 });
    expect(faultsOf({ ...named, timeline: [], ...use })).toEqual(['no-rates usage.events[0].meter']);
    const priced = { id: 'llm-input', rates: [{ from: '2020-01-01', providerPrice: 1, creditPrice: 4 }] };
    expect(faultsOf({ ...named, timeline: [], meters: [priced], ...use })).toEqual([]);
  });
});

describe('a fault (F26, F45)', () => {
  it.each<[string, Record<string, unknown>]>([
    ['missing-key name', { name: undefined }],
    ['missing-key plans', { plans: undefined, timeline: [] }],
    ['missing-key meters', { meters: undefined }],
    ['missing-key plans[0].fee', { plans: plan({ fee: undefined }) }],
    ['missing-key meters[0].rates', { meters: [{ id: 'x', unit: 'u', runs: 'hosted' }] }],
    ['missing-key timeline[0].do', action({ plan: 'growth' })],
    ['missing-key opening.since', { opening: { plan: 'growth' }, timeline: [] }],
    ['unknown-key timezone', { timezone: 'UTC' }],
    ['unknown-key timeline[0].colour', action({ do: 'cancel', colour: 1 })],
    ['newer-format format', { format: 'drawdown.scenario/2' }],
    ['unknown-value format', { format: 'drawdown.scenario/0' }],
    ['unknown-value timeline[0].do', action({ do: 'cancle' })],
    ['unknown-value plans[0].kind', { plans: plan({ kind: 'payed' }) }],
    ['wrong-type plans', { plans: {}, timeline: [] }],
    ['wrong-type horizon', { horizon: '2026' }],
    ['wrong-type timeline[0]', { timeline: [3] }],
    ['wrong-type name', { name: null }],
    ['bad-text name', { name: ' ' }],
    ['bad-id plans[1].id', { plans: [...plan({}), { id: ' x' }] }],
    ['bad-id plans[1].id', { plans: [...plan({}), { id: 'toString' }] }],
    ['bad-id plans[1].id', { plans: [...plan({}), { id: '__proto__' }] }],
    ['bad-currency currency', { currency: 'usd' }],
    ['unknown-zone timeZone', { timeZone: 'America/New_Yrok' }],
    ['unknown-catalog catalog', { catalog: '2026-springs' }],
    ['bad-time timeline[0].at', { timeline: [{ at: '2026-02-30', do: 'cancel' }] }],
    ['bad-time horizon.end', { horizon: { start: '2026-01-01', end: 'never' } }],
    ['empty-horizon horizon.end', { horizon: { start: '2026-01-01', end: '2026-01-01' }, timeline: [] }],
    ['outside-horizon timeline[0].at', { timeline: [{ at: '2027-01-01', do: 'cancel' }] }],
    ['outside-horizon usage.events[0].at', events({ at: '2025-12-31T23:59:59', credits: 1 })],
    ['duplicate-id plans[1].id', { plans: [...plan({}), ...plan({})] }],
    ['duplicate-id meters[1].id', { meters: [...rates({ from: '2026-01-01', credits: 1 }), ...rates()] }],
    ['duplicate-id usage.events[1].id', events({ credits: 1, id: 'job' }, { credits: 2, id: 'job' })],
    [
      'duplicate-id timeline[1].id',
      { timeline: ['lot-1', 'lot-1'].map((id) => ({ at: '2026-03-01', do: 'buy-prepaid', credits: 1, id })) },
    ],
    ['unknown-plan timeline[0].plan', action({ do: 'subscribe', plan: 'growht' })],
    ['unknown-plan opening.pending.plan', opening({ pending: { do: 'change-plan', plan: 'x' } })],
    ['free-plan-price plans[0].fee', { plans: plan({ kind: 'free', flexPrice: 0 }) }],
    ['free-plan-price plans[0].flexPrice', { plans: plan({ kind: 'free', fee: 0 }) }],
    [
      'duplicate-price plans[0].prepaidPrices[1].from',
      { plans: plan({ prepaidPrices: [1, 2].map((unitPrice) => ({ from: 0, unitPrice })) }) },
    ],
    ['rate-form meters[0].rates[0]', { meters: rates({ from: '2026-01-01' }) }],
    ['rate-form meters[0].rates[0]', { meters: rates({ from: '2026-01-01', credits: 1, creditPrice: 4 }) }],
    ['rate-form meters[0].rates[0]', { meters: rates({ from: '2026-01-01', providerPrice: 1 }) }],
    [
      'duplicate-rate meters[0].rates[1].from',
      { meters: rates({ from: '2026-01-01', credits: 1 }, { from: '2026-01-01T00:00Z', credits: 2 }) },
    ],
    ['no-rates meters[0].rates', { meters: rates() }],
    ['unknown-meter usage.events[0].meter', events({ meter: 'trainign', quantity: 1 })],
    ['no-rate usage.events[0].at', events({ at: '2026-01-31', meter: 'training', quantity: 1 })],
    ['usage-form usage.events[0]', events({})],
    ['usage-form usage.events[0]', events({ meter: 'training' })],
    ['usage-form usage.events[0]', events({ meter: 'training', quantity: 1, credits: 1 })],
    ['usage-form usage.models[0]', model({ credits: true })],
    ['negative usage.events[0].quantity', events({ meter: 'training', quantity: -1 })],
    ['negative timeline[0].credits', action({ do: 'buy-prepaid', credits: -1 })],
    ['zero timeline[0].credits', action({ do: 'buy-prepaid', credits: 0 })],
    ['zero timeline[0].credits', action({ do: 'adjust', bucket: 'prepaid', credits: 0 })],
    ['below-minimum timeline[0].cap', action({ do: 'set-flex', cap: '0.99' })],
    ['below-minimum opening.cap', opening({ cap: '0.5' })],
    ['empty-setting timeline[0]', action({ do: 'set-flex' })],
    ['out-of-range plans[0].fee', { plans: plan({ fee: raw('1e400') }) }],
    ['out-of-range plans[0].fee', { plans: plan({ fee: raw('9'.repeat(400)) }) }],
    ['out-of-range plans[0].fee', { plans: plan({ fee: raw('1e21') }) }],
    ['out-of-range timeline[0].credits', action({ do: 'buy-prepaid', credits: raw('9007199254740993') })],
    ['out-of-range timeline[0].credits', action({ do: 'buy-prepaid', credits: '9007199.254740992' })],
    ['out-of-range usage.events[0].quantity', events({ meter: 'training', quantity: '99999999.123456789' })],
    ['out-of-range usage.events[0].calls', events({ meter: 'training', quantity: 1, calls: 0 })],
    ['too-many-decimals plans[0].fee', { plans: plan({ fee: '0.0000000001' }) }],
    ['amount-text plans[0].fee', { plans: plan({ fee: '1e3' }) }],
    ['amount-text plans[0].fee', { plans: plan({ fee: ' 12 ' }) }],
    ['amount-text plans[0].fee', { plans: plan({ fee: '0x10' }) }],
    ['amount-text plans[0].fee', { plans: plan({ fee: '1,234.5' }) }],
    ['amount-text plans[0].fee', { plans: plan({ fee: raw('-0') }) }],
    ['amount-text plans[0].fee', { plans: plan({ fee: '' }) }],
    ['wrong-type plans[0].fee', { plans: plan({ fee: null }) }],
    ['wrong-type usage.events[0].calls', events({ credits: 1, calls: 1.5 })],
    ['bad-path usage.files[0].path', { usage: { files: [{ path: '../jan.csv' }] } }],
    ['bad-path usage.files[0].path', { usage: { files: [{ path: '/etc/passwd' }] } }],
    ['bad-digest usage.files[0].sha256', { usage: { files: [{ path: 'jan.csv', sha256: 'x' }] } }],
    ['duplicate-file usage.files[1].path', { usage: { files: [{ path: 'jan.csv' }, { path: 'jan.csv' }] } }],
    ['after-as-of usage.events[0].at', { usage: { asOf: '2026-03-01', events: [{ at: '2026-03-01', credits: 1 }] } }],
    ['unused-key usage.events[0].calls', events({ credits: 1, calls: 2 })],
    [
      'duplicate-id usage.models[1].id',
      { usage: { models: [1, 2].map(() => ({ id: 'm', credits: true, level: 1, per: 'day' })) } },
    ],
    ['empty-period usage.models[0].until', model({ from: '2026-03-01', until: '2026-03-01' })],
    ['wrong-length usage.models[0].weekdays', model({ weekdays: [1, 1] })],
    ['empty-week usage.models[0].weekdays', model({ weekdays: [0, 0, 0, 0, 0, 0, 0] })],
    ['spike-form usage.models[0].spikes[0]', model({ spikes: [{ from: '2026-03-01', days: 1 }] })],
    ['spike-form usage.models[0].spikes[0]', model({ spikes: [{ from: '2026-03-01', days: [1, 2], factor: 2 }] })],
    [
      'spike-form usage.models[0].spikes[0]',
      model({ spikes: [{ from: '2026-03-01', days: 1, factor: 2, chance: 0.5 }] }),
    ],
    ['negative usage.models[0].level', model({ level: -1 })],
    ['empty-year usage.models[0].months', model({ months: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] })],
    ['wrong-length usage.models[0].months', model({ months: [1, 1, 1, 1] })],
    ['negative usage.models[0].months[2]', model({ months: [1, 1, -1, 1, 1, 1, 1, 1, 1, 1, 1, 1] })],
    ['negative usage.models[0].ramp.to', model({ ramp: { to: -5, by: '2026-06-01' } })],
    ['ramp-order usage.models[0].ramp.by', model({ ramp: { to: 5, by: '2026-01-01' } })],
    ['ramp-order usage.models[0].ramp.by', model({ from: '2026-03-01', ramp: { to: 5, by: '2026-02-01' } })],
    ['negative usage.models[0].noise.cv', model({ noise: { kind: 'lognormal', cv: -0.1 } })],
    ['missing-key usage.models[0].noise.cv', model({ noise: { kind: 'lognormal' } })],
    ['out-of-range usage.models[0].noise.cv', model({ noise: { kind: 'lognormal', cv: 101 } })],
    ['out-of-range usage.models[0].noise.shared', model({ noise: { kind: 'lognormal', cv: 0.1, shared: 1.2 } })],
    ['out-of-range usage.models[0].noise.zeroDays', model({ noise: { kind: 'lognormal', cv: 0.1, zeroDays: 1 } })],
    ['empty-factors usage.models[0].noise.factors', model({ noise: { kind: 'resampled', factors: [0, 0] } })],
    ['empty-factors usage.models[0].noise.factors', model({ noise: { kind: 'resampled', factors: [] } })],
    ['negative usage.models[0].noise.factors[1]', model({ noise: { kind: 'resampled', factors: [1, -1] } })],
    ['spread-without-level usage.models[0].noise', model({ level: 0, noise: { kind: 'lognormal', cv: 0.1 } })],
    [
      'window-outside-horizon usage.models[0].spikes[0].from',
      model({ spikes: [{ from: '2027-01-01', until: '2027-02-01', days: 1, factor: 2, chance: 0.5 }] }),
    ],
    [
      'window-outside-horizon usage.models[0].spikes[0].from',
      model({ spikes: [{ from: '2025-11-01', until: '2025-12-01', days: [3, 20], factor: 2, chance: 0.5 }] }),
    ],
    [
      'out-of-range usage.models[0].spikes[0].chance',
      model({ spikes: [{ from: '2026-03-01', until: '2026-04-01', days: 1, factor: 2, chance: 1.5 }] }),
    ],
    [
      'range-order usage.models[0].spikes[0].days',
      model({ spikes: [{ from: '2026-03-01', days: [2, 1], factor: 2 }] }),
    ],
    [
      'window-beyond-horizon usage.models[0].spikes[0].until',
      model({ spikes: [{ from: '2026-12-01', until: '2027-02-01', days: 1, factor: 2, chance: 0.5 }] }),
    ],
    [
      'spike-outside-horizon usage.models[0].spikes[0].from',
      model({ spikes: [{ from: '2025-12-01', days: 31, factor: 2 }] }),
    ],
    ['model-unused usage.models[0]', model({ from: '2027-01-01', until: '2027-02-01' })],
    ['model-unused usage.models[0]', { usage: { asOf: '2026-02-01', ...model({ until: '2026-02-01' }).usage } }],
    ['opening-since opening.since', opening({ since: '2026-01-02' })],
    ['opening-without-plan opening.included', { opening: { included: 1 } }],
    ['opening-without-plan opening.flex', { opening: { flex: 1 } }],
    ['opening-free-flex opening.flex', opening({ plan: 'free', flex: 1 })],
    ['opening-without-plan opening.pending', { opening: { pending: { do: 'cancel' } } }],
    ['json-duplicate-key name', { name: raw('"x", "name": "y"') }],
  ])('%s', (fault, parts) => {
    expect(faultsOf(parts)).toContain(fault);
  });

  it('may spread a level that only a ramp or an addition brings', () => {
    const noise = { kind: 'lognormal', cv: 0.1 };
    expect(faultsOf(model({ level: 0, noise, ramp: { to: 5, by: '2026-02-01' } }))).toEqual([]);
    expect(faultsOf(model({ level: 0, noise, spikes: [{ from: '2026-12-31', days: 1, add: 5 }] }))).toEqual([]);
    expect(faultsOf(model({ level: 0, noise: { kind: 'lognormal', cv: 0 } }))).toEqual([]);
  });

  it('of a window in a horizon reaches by its length of days', () => {
    const spike = { from: '2025-11-01', until: '2025-12-01', days: [3, 40], factor: 2, chance: 0.5 };
    expect(faultsOf(model({ spikes: [spike] }))).toEqual(['window-beyond-horizon usage.models[0].spikes[0].from']);
  });

  it.each<[string, string, Record<string, unknown>]>([
    ['timeZone', 'timezone', { timezone: 'UTC' }],
    ['growth', 'timeline[0].plan', action({ do: 'subscribe', plan: 'growht' })],
    ['training', 'usage.events[0].meter', events({ meter: 'trainign', quantity: 1 })],
    ['cancel', 'timeline[0].do', action({ do: 'cancle' })],
    ['America/New_York', 'timeZone', { timeZone: 'America/New_Yrok' }],
    ['2026-spring', 'catalog', { catalog: '2026-sprint' }],
    ['quantity', 'usage.events[0].quantitiy', events({ meter: 'training', quantitiy: 1 })],
  ])('suggests %s for what stands at %s', (suggestion, path, parts) => {
    const { diagnostics } = decodeScenario(textOf(parts));
    expect(diagnostics.find((fault) => fault.path === path)).toMatchObject({ suggestion });
  });

  it('has line, column, expected and actual, and does not hide the others', () => {
    const text = [
      '{ "format": "drawdown.scenario/1", "name": "x", "currency": "USD",',
      '  "horizon": { "start": "2026-01-01", "end": "2026-07-01" },',
      '  "plans": [{ "id": "growth", "kind": "paid", "cycle": "monthly", "fee": -1, "includedCredits": 1, "flexPrice": 4 }],',
      '  "meters": [], "timelin": [],',
      '  "usage": { "events": [{ "at": "2026-08-01", "credits": 1 }, { "at": "soon", "credits": 1 }] } }',
    ].join('\n');
    const { diagnostics } = decodeScenario(text);
    expect(diagnostics.map(({ code, place }) => `${place!.line}:${place!.column} ${code}`)).toEqual([
      '3:74 negative',
      '4:17 unknown-key',
      '5:33 outside-horizon',
      '5:71 bad-time',
    ]);
    expect(diagnostics[0]).toMatchObject({ path: 'plans[0].fee', expected: 'money, not negative', actual: '-1' });
  });

  it.each([
    [{ from: '2030-01-01' }, 'usage.models[0].from', 'This begins after the horizon ends.'],
    [{ until: '2020-01-01' }, 'usage.models[0].until', 'This ends before the horizon begins.'],
    [{ from: '2026-03-02', until: '2026-03-01' }, 'usage.models[0].until', 'This period ends before it begins.'],
  ])('of a period says what it is held against: %j', (period, path, message) => {
    const { diagnostics } = decodeScenario(JSON.stringify(scenarioDocument(model(period))));
    expect(diagnostics).toMatchObject([{ code: 'empty-period', path, message }]);
  });

  it('in one plan does not make the mention of it another', () => {
    expect(faultsOf({ plans: plan({ fee: 'x' }) })).toEqual(['amount-text plans[0].fee']);
  });

  it('of many unknown keys is told in good time, up to a number of keys that nothing has', () => {
    const diagnosticsOf = (count: number) => {
      const keys = Array.from({ length: count }, (_, index) => `"k${index}":0`).join();
      return decodeScenario(`{"format":"drawdown.scenario/1",${keys}}`).diagnostics;
    };
    expect(diagnosticsOf(90_000)).toHaveLength(501);
    expect(diagnosticsOf(200_000)).toMatchObject([{ code: 'json-size' }]);
  });

  it.each(['null', '0', '""', '[]', '{}', '', ' ', '\0'.repeat(64), '{"format"', 'true'])('is found in %j', (text) => {
    const { scenario, diagnostics } = decodeScenario(text);
    expect(scenario).toBeNull();
    expect(diagnostics.length).toBeGreaterThan(0);
  });
});
