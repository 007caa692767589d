import { describe, expect, it } from 'vitest';
import { zoneOf } from '../../../../shared/calendar/zone.ts';
import { usageFlag, type Program } from '../../../../shared/engine/program.ts';
import { compileScenario } from '../../../../shared/scenario/compile.ts';
import { decodeScenario } from '../../../../shared/scenario/decode.ts';
import { usageFileReader } from '../../../../shared/scenario/usageFile.ts';
import { scenarioDocument } from '../../../support/scenarioDocument.ts';

function compile(parts: Record<string, unknown>, files: readonly string[] = []) {
  const { scenario, diagnostics } = decodeScenario(JSON.stringify(scenarioDocument(parts)));
  expect(diagnostics).toEqual([]);
  const rows = files.map((text, index) => {
    const reader = usageFileReader(scenario!.files[index]!.path, zoneOf('UTC')!);
    reader.push(text);
    return reader.end().rows;
  });
  return compileScenario(scenario!, rows);
}

function programOf(parts: Record<string, unknown>, files: readonly string[] = []): Program {
  const { program, diagnostics } = compile(parts, files);
  expect(diagnostics).toEqual([]);
  return program!;
}

const faultsOf = (parts: Record<string, unknown>, files: readonly string[] = []) =>
  compile(parts, files).diagnostics.map(({ code, path, file, place }) =>
    [code, file === undefined ? path : `${file}:${place!.line}`].join(' '),
  );

const creditModel = (more: object) => ({ id: 'base', credits: true, level: 1, per: 'day', ...more });

describe('actions', () => {
  it('stand in the order of R3 at one instant, equal kinds as written', () => {
    const at = '2026-03-01';
    const { actions } = programOf({
      timeline: [
        { at, do: 'adjust', bucket: 'prepaid', credits: 1 },
        { at, do: 'set-flex', enabled: true },
        { at, do: 'buy-prepaid', credits: 1 },
        { at, do: 'subscribe', plan: 'growth' },
        { at, do: 'change-plan', plan: 'free' },
        { at, do: 'cancel' },
        { at: '2026-02-01', do: 'set-flex', enabled: false },
      ],
    });
    expect(actions.map(({ path }) => path)).toEqual([6, 4, 5, 3, 2, 1, 0].map((index) => `timeline[${index}]`));
  });
});

describe('usage', () => {
  it('is priced by the rate in force, the newest whose from is not after it', () => {
    const rates = [
      { from: '2026-03-01', credits: 0 },
      { from: '2026-01-01', credits: 1, per: 3000 },
    ];
    const { usage, meters } = programOf({
      meters: [{ id: 'images', unit: 'image', runs: 'self-hosted', rates }],
      usage: {
        events: ['2026-02-28T23:59:59', '2026-03-01'].map((at) => ({ at, meter: 'images', quantity: 100_000 })),
      },
    });
    expect([...usage.demand]).toEqual([33_333_333_333, 0]);
    expect(meters[0]!.rates.map(({ text }) => text)).toEqual(['1 credit per 3000 image', '0 credits per 1 image']);
  });

  it('that is not billable is kept and asks for nothing', () => {
    const { usage } = programOf({
      usage: { events: [{ at: '2026-03-01', meter: 'training', quantity: '60.5', billable: false, whole: true }] },
    });
    expect([usage.demand[0], usage.quantity[0], usage.quantityScale[0]]).toEqual([0, 605, 1]);
    expect(usage.flags[0]).toBe(usageFlag.free | usageFlag.whole);
  });

  it('at one instant comes from the list, then files in order, then models', () => {
    const noon = '2026-03-01T12:00:00Z';
    const { usage, sources } = programOf(
      {
        usage: {
          events: [
            { at: '2026-03-02', credits: 1, id: 'late' },
            { at: noon, credits: 1, id: 'listed' },
          ],
          files: [{ path: 'b.csv' }, { path: 'a.csv' }],
          models: [creditModel({ from: '2026-03-01', until: '2026-03-02' })],
        },
      },
      [`at,credits,id\n${noon},1,second\n2026-02-01,1,first\n`, `at,credits,id\n${noon},1,third\n`],
    );
    expect(usage.ids).toEqual(['first', 'listed', 'second', 'third', 'base/2026-03-01', 'late']);
    expect([...usage.source].map((source) => sources[source]!.kind)).toEqual([
      'file',
      'events',
      'file',
      'file',
      'model',
      'events',
    ]);
    expect([...usage.position]).toEqual([3, 1, 2, 2, 20513, 0]);
  });

  it('of a model is one event a day at noon local time, whole millionths', () => {
    const { usage } = programOf({
      timeZone: 'America/New_York',
      horizon: { start: '2026-03-07T12:00', end: '2026-03-09T12:00' },
      timeline: [],
      usage: { models: [{ id: 'm', meter: 'training', level: 1000, per: 'month' }] },
    });
    expect([...usage.at].map((at) => new Date(at).toISOString())).toEqual([
      '2026-03-07T17:00:00.000Z',
      '2026-03-08T16:00:00.000Z',
    ]);
    // 1000 ÷ 31 = 32.258064516… minutes, then 1 credit for 30 of them.
    expect([usage.quantity[0], usage.quantityScale[0]]).toEqual([32_258_065, 6]);
    expect(usage.demand[0]).toBe(1_075_268_833);
  });

  it('of a model begins at asOf, its growth counted from its own start', () => {
    const { usage } = programOf({
      usage: { asOf: '2026-12-31', models: [creditModel({ growth: 1, from: '2026-10-15' })] },
    });
    expect(usage.ids).toEqual(['base/2026-12-31']);
    expect(usage.demand[0]).toBe(4_000_000_000);
  });

  it('of a model skips a day that the zone skips', () => {
    const { usage } = programOf({
      timeZone: 'Pacific/Apia',
      horizon: { start: '2011-12-29', end: '2012-01-01' },
      timeline: [],
      usage: { models: [creditModel({})] },
    });
    expect(usage.ids).toEqual(['base/2011-12-29', 'base/2011-12-31']);
  });

  it('of models ignores minimum and plus', () => {
    const rates = [{ from: '2026-01-01', credits: 1, minimum: 5, plus: 5 }];
    const { usage } = programOf({
      meters: [{ id: 'x', unit: 'second', runs: 'hosted', rates }],
      usage: { models: [{ id: 'm', meter: 'x', level: 1, per: 'day', until: '2026-01-02' }] },
    });
    expect([...usage.demand]).toEqual([1_000_000_000]);
  });
});

describe('an opening', () => {
  it('is the state that a run starts from', () => {
    const { opening } = programOf({
      timeline: [],
      opening: {
        plan: 'free',
        since: '2025-12-20',
        included: '42.5',
        prepaid: [{ credits: 200, unitPrice: 4 }],
        cap: 100,
        pending: { do: 'change-plan', plan: 'growth' },
      },
    });
    expect(opening).toEqual({
      subscription: {
        plan: 1,
        since: Date.UTC(2025, 11, 20),
        pending: { do: 'change-plan', plan: 0 },
        flexMonth: 0,
        capUsed: 0,
      },
      included: 42_500_000_000,
      lots: [{ id: 'opening-1', credits: 200_000_000_000, unitPrice: { num: 4n, den: 1n } }],
      flexEnabled: true,
      cap: { num: 100n, den: 1n },
    });
  });
});

describe('a fault found while compiling', () => {
  const file = (...rows: string[]) => [`at,meter,quantity,id\n${rows.join('\n')}\n`];
  const files = { usage: { files: [{ path: 'a.csv' }] } };
  const row = '2026-03-01,training,1,job';
  it.each<[string, Record<string, unknown>, string[]]>([
    ['unknown-meter a.csv:2', files, file('2026-03-01,trainign,1,')],
    ['no-rate a.csv:2', files, file('2026-01-15,training,1,')],
    ['outside-horizon a.csv:3', files, file(row, '2027-01-01,training,1,')],
    ['after-as-of a.csv:2', { usage: { ...files.usage, asOf: '2026-03-01' } }, file(row)],
    ['duplicate-id a.csv:3', files, file(row, row)],
    [
      'duplicate-id a.csv:2',
      { usage: { ...files.usage, events: [{ at: '2026-03-05', credits: 1, id: 'job' }] } },
      file(row),
    ],
    [
      'demand-range usage.events[0].quantity',
      { usage: { events: [{ at: '2026-03-01', meter: 'training', quantity: '9007199254740' }] } },
      [],
    ],
    ['demand-range usage.models[0]', { usage: { models: [creditModel({ level: 9_007_200 })] } }, []],
    ['no-rate usage.models[0]', { usage: { models: [{ id: 'm', meter: 'training', level: 1, per: 'day' }] } }, []],
    [
      'negative-demand usage.models[0]',
      { usage: { models: [creditModel({ spikes: [{ from: '2026-03-01', days: 1, add: -2 }] })] } },
      [],
    ],
    [
      'duplicate-id usage.models[0]',
      { usage: { events: [{ at: '2026-03-01', credits: 1, id: 'base/2026-03-01' }], models: [creditModel({})] } },
      [],
    ],
    [
      'too-many-rows usage',
      {
        horizon: { start: '1970-01-02', end: '2099-01-01' },
        timeline: [],
        usage: { models: Array.from({ length: 300 }, (_, index) => creditModel({ id: `m${index}` })) },
      },
      [],
    ],
  ])('%s', (fault, parts, texts) => {
    expect(faultsOf(parts, texts)).toEqual([fault]);
    expect(compile(parts, texts).program).toBeNull();
  });

  it('of one id used twice names both places', () => {
    const events = [{ at: '2026-03-05', credits: 1, id: 'job' }];
    const { diagnostics } = compile({ usage: { ...files.usage, events } }, file(row));
    expect(diagnostics[0]!.message).toContain('usage.events[0].id');
    expect(diagnostics[0]!.message).toContain('a.csv:2');
  });
});
