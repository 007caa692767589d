import { describe, expect, it } from 'vitest';
import { decodeScenario } from '../../../../../shared/scenario/decode.ts';
import { fixableCodes } from '../../../../../shared/scenario/fixes/fixableCodes.ts';
import { applyFix, fixesFor } from '../../../../../shared/scenario/fixes/fixesFor.ts';
import { scenarioDocument } from '../../../../support/scenarioDocument.ts';

const plan = { id: 'growth', kind: 'paid', cycle: 'monthly', fee: 299, includedCredits: 150, flexPrice: 4 };
const rate = { from: '2026-01-01', credits: 1 };
const meter = { id: 'training', unit: 'minute', runs: 'hosted', rates: [rate] };
const model = { id: 'use', credits: true, level: 1, per: 'day' };
const start = { at: '2026-01-01', do: 'subscribe', plan: 'growth' };
const purchase = { do: 'buy-prepaid', credits: 10, unitPrice: 4 };
const without = (key: string) =>
  Object.fromEntries(Object.entries(scenarioDocument({ meters: [meter] })).filter(([each]) => each !== key));
const withModel = (more: object) => scenarioDocument({ usage: { models: [{ ...model, ...more }] } });

/** Documents with one fault each, and what every fix of it is called. */
const faults: readonly (readonly [string, object | string, readonly string[]])[] = [
  ['unknown-key', scenarioDocument({ curency: 'x' }), ['Remove curency']],
  [
    'unknown-key',
    scenarioDocument({ timeline: [{ at: '2026-01-01', do: 'subscribe', plam: 'growth' }] }),
    ['Rename plam to plan'],
  ],
  ['missing-key', without('format'), ['Add format: "drawdown.scenario/1"']],
  ['missing-key', without('currency'), ['Add currency: "USD"']],
  ['missing-key', without('meters'), ['Add meters: []']],
  ['missing-key', scenarioDocument({ plans: [plan, { ...plan, id: 'b', kind: undefined }] }), ['Add kind: "paid"']],
  [
    'unused-key',
    scenarioDocument({ usage: { events: [{ at: '2026-01-02', credits: 1, calls: 3 }] } }),
    ['Remove calls'],
  ],
  [
    'unknown-value',
    scenarioDocument({ plans: [{ ...plan, cycle: 'montly' }] }),
    ['Change to monthly', 'Change to annual'],
  ],
  [
    'duplicate-id',
    scenarioDocument({ plans: [plan, plan] }),
    ['Change the id to growth-2', 'Remove the second growth'],
  ],
  [
    'free-plan-price',
    scenarioDocument({ plans: [plan, { ...plan, id: 'f', kind: 'free', flexPrice: 0 }] }),
    ['Change to 0'],
  ],
  [
    'empty-setting',
    scenarioDocument({ timeline: [start, { at: '2026-02-01', do: 'set-flex' }] }),
    ['Switch Flex on', 'Switch Flex off', 'Remove this entry'],
  ],
  [
    'unknown-plan',
    scenarioDocument({ timeline: [{ ...start, plan: 'grwth' }] }),
    ['Change to growth', 'Change to free', 'Add a plan grwth, its figures to be filled in'],
  ],
  [
    'unknown-meter',
    scenarioDocument({ meters: [meter], usage: { events: [{ at: '2026-02-01', meter: 'trainin', quantity: 1 }] } }),
    ['Change to training', 'Add a meter trainin, its figures to be filled in'],
  ],
  [
    'outside-horizon',
    scenarioDocument({ timeline: [start, { at: '2027-03-05T12:00', ...purchase }] }),
    ['Move it to 2026-12-31', 'Let the horizon end at 2027-03-06', 'Remove this entry'],
  ],
  [
    'outside-horizon',
    scenarioDocument({ timeline: [start], usage: { events: [{ at: '2025-12-30', credits: 1 }] } }),
    ['Move it to 2026-01-01', 'Let the horizon start at 2025-12-30', 'Remove this entry'],
  ],
  [
    'after-as-of',
    scenarioDocument({ usage: { asOf: '2026-03-01', events: [{ at: '2026-03-01T08:00', credits: 1 }] } }),
    ['Take usage as known until 2026-03-02', 'Remove this event'],
  ],
  [
    'empty-horizon',
    scenarioDocument({
      horizon: { start: '2027-01-01', end: '2026-01-01' },
      timeline: [{ ...start, at: '2027-01-01' }],
    }),
    ['Let it end at 2028-01-01'],
  ],
  ['empty-horizon', scenarioDocument({ horizon: { start: '2027-01-01', end: '2026-01-01' } }), ['Swap start and end']],
  ['duplicate-rate', scenarioDocument({ meters: [{ ...meter, rates: [rate, rate] }] }), ['Remove the second rate']],
  [
    'duplicate-price',
    scenarioDocument({
      plans: [{ ...plan, prepaidPrices: [{ from: 1, unitPrice: 4 }, { from: 1, unitPrice: 3 }] }], // prettier-ignore
    }),
    ['Remove the second price'],
  ],
  [
    'duplicate-file',
    scenarioDocument({ usage: { files: [{ path: 'usage/a.csv' }, { path: 'usage/a.csv' }] } }),
    ['Remove the second mention'],
  ],
  ['model-unused', withModel({ from: '2028-01-01', until: '2029-01-01' }), ['Remove this model']],
  ['spike-outside-horizon', withModel({ spikes: [{ from: '2029-01-01', days: 2, factor: 3 }] }), ['Remove this spike']],
  [
    'window-outside-horizon',
    withModel({ spikes: [{ from: '2029-01-01', until: '2029-02-01', chance: 0.5, days: 2, factor: 3 }] }),
    ['Remove this spike'],
  ],
  [
    'window-beyond-horizon',
    withModel({ spikes: [{ from: '2026-12-01', until: '2027-02-01', chance: 0.5, days: 2, factor: 3 }] }),
    ['Change to 2027-01-01', 'Remove this spike'],
  ],
  [
    'window-beyond-horizon',
    withModel({ spikes: [{ from: '2025-12-01', until: '2026-02-01', chance: 0.5, days: 2, factor: 3 }] }),
    ['Change to 2026-01-01', 'Remove this spike'],
  ],
  ['json-trailing-comma', textOf(scenarioDocument()).replace(/\n\}\s*$/, ',\n}\n'), ['Remove the comma']],
  ['json-comment', textOf(scenarioDocument()).replace('{', '{ // a note'), ['Remove the comment']],
  ['json-comma-missing', textOf(scenarioDocument()).replace('"USD",', '"USD"'), ['Add a comma']],
];

function textOf(document: object | string): string {
  return typeof document === 'string' ? document : `${JSON.stringify(document, null, 2)}\n`;
}
const named = (text: string) => decodeScenario(text).diagnostics.map(({ code, path }) => `${code} ${path}`);

describe('a fix of a fault', () => {
  it.each(faults.flatMap(([code, document, titles]) => titles.map((title) => [code, title, document] as const)))(
    'of %s: %s, takes it away and brings no other',
    (code, title, document) => {
      const text = textOf(document);
      const before = named(text);
      const diagnostic = decodeScenario(text).diagnostics.find((each) => each.code === code);
      expect(diagnostic, `one of ${before.join(', ')}`).toBeDefined();
      const fixes = fixesFor(text, diagnostic!);
      expect(fixes.map((each) => each.title)).toContain(title);
      const fix = fixes.find((each) => each.title === title);
      const after = named(applyFix(text, fix!));
      expect(after).not.toContain(`${code} ${diagnostic!.path}`);
      expect(after.filter((each) => !before.includes(each))).toEqual([]);
    },
  );

  it('is tried here for each code there is, but for what only a run can find', () => {
    const tried = new Set(faults.map(([code]) => code));
    expect(fixableCodes.filter((code) => !tried.has(code))).toEqual(['already-subscribed']);
  });

  it('of a second subscription, which a run finds, removes it', () => {
    const text = textOf(scenarioDocument({ timeline: [start, { ...start, at: '2026-02-01' }] }));
    const diagnostic = { code: 'already-subscribed', severity: 'error', path: 'timeline[1].do', place: null, message: '' } as const; // prettier-ignore
    const [fix] = fixesFor(text, diagnostic);
    expect(JSON.parse(applyFix(text, fix!)).timeline).toEqual([start]);
  });

  it('keeps the layout of what is around it', () => {
    const text = '{\n  "plans": [],\n  "timeline": [\n    { "at": "2026-01-01", "do": "set-flex" }\n  ]\n}\n';
    const diagnostic = { code: 'empty-setting', severity: 'error', path: 'timeline[0]', place: null, message: '' } as const; // prettier-ignore
    expect(applyFix(text, fixesFor(text, diagnostic)[0]!)).toBe(
      '{\n  "plans": [],\n  "timeline": [\n    { "at": "2026-01-01", "do": "set-flex", "enabled": true }\n  ]\n}\n',
    );
  });

  it('is none of faults of usage files, and none where the text moved on', () => {
    const diagnostic = { code: 'unknown-key', severity: 'error', path: 'gone.key', place: null, message: '' } as const;
    expect(fixesFor('{}', diagnostic)).toEqual([]);
    expect(fixesFor('{ "gone": { "key": 1 } }', { ...diagnostic, file: 'usage/feb.csv' })).toEqual([]);
  });
});
