import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readJsonText } from '../../../../shared/base/jsonText.ts';
import { plainValue } from '../../../../shared/base/jsonNode.ts';
import { compileScenario } from '../../../../shared/scenario/compile.ts';
import { decodeScenario } from '../../../../shared/scenario/decode.ts';
import { scenarioJsonSchema } from '../../../../shared/scenario/jsonSchema.ts';
import { scenarioDocument } from '../../../support/scenarioDocument.ts';

const good = JSON.stringify(
  scenarioDocument({
    policy: { flexCycle: 'calendar' },
    timeline: [
      { at: '2026-01-01', do: 'subscribe', plan: 'growth' },
      { at: '2026-02-10T09:00', do: 'buy-prepaid', credits: 500, unitPrice: '3.5' },
      { at: '2026-03-01', do: 'set-flex', enabled: true, cap: 400 },
      { at: '2026-06-01', do: 'change-plan', plan: 'free', when: 'cycle-end' },
      { at: '2026-07-01', do: 'adjust', bucket: 'prepaid', credits: -10, reason: 'goodwill reversed' },
    ],
    usage: {
      events: [
        { at: '2026-02-03T10:15:00Z', meter: 'training', quantity: 95, id: 'job-1', calls: 2 },
        { at: '2026-01-04', credits: 12.5, whole: true, billable: false },
      ],
      models: [
        {
          id: 'base',
          credits: true,
          level: 10,
          per: 'month',
          growth: 0.05,
          weekdays: [1, 1, 1, 1, 1, 0.3, 0.3],
          spikes: [{ from: '2026-11-20', days: 10, factor: 3 }],
          noise: { kind: 'lognormal', cv: 0.4, shared: 0.5, zeroDays: 0.1 },
        },
        {
          id: 'fitted',
          meter: 'training',
          from: '2026-03-01',
          level: 10,
          per: 'day',
          ramp: { to: 20, by: '2026-06-01' },
          months: [1, 1, 1, 1, 2, 2, 2, 2, 1, 1, 1, 1],
          spikes: [{ from: '2026-05-01', until: '2026-06-01', days: [1, 3], chance: 0.5, factor: [2, 4] }],
          noise: { kind: 'resampled', factors: [0.5, 1, 1.5] },
          history: { files: ['usage/a.csv'], from: '2025-01-01', until: '2026-01-01', days: 365 },
        },
      ],
    },
  }),
  null,
  1,
);

/** Text that breaks the good document somewhere. */
const mutation = fc
  .array(
    fc.record({
      at: fc.nat(good.length),
      drop: fc.nat(6),
      put: fc.constantFrom(
        '',
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"',
        '\\',
        '-',
        '1e400',
        'NaN',
        'null',
        '\0',
        '\ud800',
        '"__proto__":1,',
        '9'.repeat(400),
      ),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((changes) => changes.reduce((text, { at, drop, put }) => text.slice(0, at) + put + text.slice(at + drop), good));

/** A JSON value that is put in the place of one of the good document. */
const value = fc.oneof(
  fc.constantFrom(
    null,
    true,
    '',
    'x',
    '-1',
    '0x10',
    '1.0000000001',
    0,
    -1,
    1.5,
    1e300,
    [],
    {},
    [[]],
    '2026-13-01',
    'growth',
  ),
  fc.jsonValue(),
);

function replaced(path: readonly number[], put: unknown): string {
  const document = JSON.parse(good) as unknown;
  let holder = document as Record<string, unknown>;
  for (const [depth, step] of path.entries()) {
    const keys = Object.keys(holder);
    const key = keys[step % Math.max(1, keys.length)];
    if (key === undefined) return good;
    const inner = holder[key];
    if (depth === path.length - 1 || typeof inner !== 'object' || inner === null) {
      holder[key] = put;
      break;
    }
    holder = inner as Record<string, unknown>;
  }
  return JSON.stringify(document);
}

const substitution = fc
  .tuple(fc.array(fc.nat(20), { minLength: 1, maxLength: 6 }), value)
  .map(([path, put]) => replaced(path, put));

/** Every text gives a scenario, or errors with places; a scenario compiles or gives errors. */
function checkOutcome(text: string): void {
  const { scenario, diagnostics } = decodeScenario(text);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(scenario === null).toBe(errors.length > 0);
  for (const { place, code, message } of diagnostics) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(message).not.toBe('');
    expect(place).not.toBeNull();
  }
  if (!scenario || scenario.files.length > 0) return;
  const compiled = compileScenario(scenario, []);
  expect(compiled.program === null).toBe(compiled.diagnostics.some(({ severity }) => severity === 'error'));
}

describe('decoding (F50)', () => {
  it('starts from a document that is in order', () => {
    expect(decodeScenario(good).diagnostics).toEqual([]);
  });

  it('of any broken text reports and never throws', () => {
    fc.assert(fc.property(mutation, checkOutcome), { numRuns: 500 });
    fc.assert(fc.property(fc.string(), checkOutcome), { numRuns: 200 });
  });

  it('of any other value in any place reports and never throws', () => {
    fc.assert(fc.property(substitution, checkOutcome), { numRuns: 500 });
  });

  it('takes nothing that the JSON Schema refuses', () => {
    const schema = z.fromJSONSchema(scenarioJsonSchema());
    const agrees = (text: string): void => {
      const { scenario } = decodeScenario(text);
      if (!scenario) return;
      expect(schema.safeParse(JSON.parse(text)).error).toBeUndefined();
    };
    agrees(good);
    fc.assert(fc.property(substitution, agrees), { numRuns: 300 });
  });
});

describe('reading JSON', () => {
  it('takes all that JSON.parse takes, and gives the same values', () => {
    const json = fc
      .jsonValue({ maxDepth: 5 })
      .filter((any) => !/__proto__|constructor|prototype|\\u|\0/.test(JSON.stringify(any)));
    fc.assert(
      fc.property(json, fc.nat(3), (any, indent) => {
        const { root, faults } = readJsonText(JSON.stringify(any, null, indent));
        expect(faults).toEqual([]);
        expect(JSON.stringify(plainValue(root!))).toBe(JSON.stringify(any));
      }),
    );
  });

  it('refuses all that JSON.parse refuses', () => {
    fc.assert(
      fc.property(mutation, (text) => {
        let parses = true;
        try {
          JSON.parse(text);
        } catch {
          parses = false;
        }
        if (!parses) expect(readJsonText(text).faults.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
