import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../../shared/base/canonicalJson.ts';
import { runProgram } from '../../../../shared/engine/run.ts';
import { statement } from '../../../../shared/engine/statement.ts';
import { monthTexts } from '../../../../shared/engine/series.ts';
import { dailySums } from '../../../../shared/planner/quote/dailySums.ts';
import { quoteFigures } from '../../../../shared/planner/quote/quoteFigures.ts';
import type { Quote } from '../../../../shared/planner/quote/quoteSchema.ts';
import { readQuote } from '../../../../shared/planner/quote/readQuote.ts';
import { quoteHash, quoteText } from '../../../../shared/planner/quote/sealQuote.ts';
import { quoteAssumptions } from '../../../../shared/planner/quote/quoteAssumptions.ts';
import { quoteTerms } from '../../../../shared/planner/quote/quoteTerms.ts';
import { verifyQuote } from '../../../../shared/planner/quote/verifyQuote.ts';
import { compileScenario } from '../../../../shared/scenario/compile.ts';
import { decodeScenario } from '../../../../shared/scenario/decode.ts';
import { usageFileReader } from '../../../../shared/scenario/usageFile.ts';
import { certainForecast, quotedRun, quoteOf, sha256 } from '../../../support/quoteOf.ts';
import { scenarioDocument } from '../../../support/scenarioDocument.ts';

const dates = fc
  .integer({ min: 0, max: 364 })
  .map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));
const amounts = fc
  .integer({ min: 1, max: 400_000_000 })
  .map((units) => (units / 1e6).toString())
  .filter((text) => !text.includes('e'));
const zones = fc.constantFrom('UTC', 'America/Chicago', 'Asia/Kathmandu');

/** Random years of one plan: purchases, Flex that comes and goes, caps, and usage in credits. */
const documents = fc
  .record({
    zone: zones,
    bought: fc.array(
      fc.record({ at: dates, credits: fc.integer({ min: 1, max: 300 }), unitPrice: fc.integer({ min: 0, max: 9 }) }),
      { maxLength: 3 },
    ),
    flex: fc.array(fc.record({ at: dates, enabled: fc.boolean() }), { maxLength: 2 }),
    caps: fc.array(fc.record({ at: dates, cap: fc.integer({ min: 1, max: 500 }) }), { maxLength: 2 }),
    events: fc.array(fc.record({ at: dates, credits: amounts }), { maxLength: 30 }),
    level: fc.integer({ min: 0, max: 20 }),
  })
  .map(({ zone, bought, flex, caps, events, level }) =>
    scenarioDocument({
      timeZone: zone,
      timeline: [
        { at: '2026-01-01', do: 'subscribe', plan: 'growth' },
        ...bought.map((each) => ({ do: 'buy-prepaid', ...each })),
        ...flex.map((each) => ({ do: 'set-flex', ...each })),
        ...caps.map((each) => ({ do: 'set-flex', ...each })),
      ],
      usage: { events, models: [{ id: 'steady', credits: true, level, per: 'day' }] },
    }),
  );

/** What a reader of the sealed text computes from nothing but it. */
function recomputed({ scenario: document }: Quote) {
  const { scenario, run } = quotedRun(document);
  return {
    figures: quoteFigures(run, certainForecast(run)),
    terms: quoteTerms(scenario, run),
    assumptions: quoteAssumptions(scenario, run),
    engine: 'drawdown/0.1.0',
    alternatives: [],
  };
}

/** Paths of all texts and numbers below a value. */
function leaves(
  value: JsonValue | undefined,
  path: readonly (string | number)[] = [],
): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, each]) => leaves(each as JsonValue, [...path, key]));
}

function changedAt(value: JsonValue, [key, ...rest]: readonly (string | number)[]): JsonValue {
  if (key === undefined)
    return typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${String(value)}9`;
  const copy = structuredClone(value) as Record<string | number, JsonValue>;
  copy[key] = changedAt(copy[key]!, rest);
  return copy as JsonValue;
}

describe('a sealed quote', () => {
  it('of any scenario recomputes to the same from its own text', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const read = readQuote(quoteText(quoteOf(document)));
        expect(read.ok).toBe(true);
        if (read.ok) expect(verifyQuote(read.value, recomputed(read.value), sha256).differences).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('names any figure that was changed, sealed anew or not, and any other change by its hash', () => {
    fc.assert(
      fc.property(documents, fc.nat(), fc.boolean(), (document, pick, sealsAnew) => {
        const quote = quoteOf(document);
        const said = JSON.parse(JSON.stringify(quote.figures)) as JsonValue;
        const all = leaves(said);
        const figures = changedAt(said, all[pick % all.length]!) as unknown as Quote['figures'];
        const changed = { ...quote, figures };
        const hash = sealsAnew ? quoteHash(changed, sha256) : quote.hash;
        const verdict = verifyQuote({ ...changed, hash }, recomputed(quote), sha256);
        expect(verdict).toMatchObject({ isSame: false, isSealed: sealsAnew });
        expect(verdict.differences[0]!.path).toMatch(/^figures/);
        const { hash: _hash, figures: _figures, ...rest } = quote;
        const others = JSON.parse(JSON.stringify(rest)) as JsonValue;
        const where = leaves(others);
        const other = changedAt(others, where[pick % where.length]!) as object;
        expect(quoteHash({ ...quote, ...other }, sha256)).not.toBe(quote.hash);
      }),
      { numRuns: 60 },
    );
  });
});

describe('usage summed by day', () => {
  const rows = fc.array(fc.record({ minute: fc.integer({ min: 0, max: 365 * 1440 - 1 }), credits: amounts }), {
    minLength: 1,
    maxLength: 60,
  });
  const run = (document: object, text: string) => {
    const { scenario, diagnostics } = decodeScenario(JSON.stringify(document));
    if (!scenario) throw new Error(JSON.stringify(diagnostics));
    const reader = usageFileReader('a.csv', scenario.zone);
    reader.push(text);
    const outcome = runProgram(compileScenario(scenario, [reader.end().rows]).program!);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
    return outcome.value;
  };

  it('comes to the same bill, month by month, in any zone and with anything done in the day', () => {
    fc.assert(
      fc.property(documents, rows, fc.integer({ min: 0, max: 1439 }), (document, listed, minute) => {
        const timeline = (document['timeline'] as { at: string }[]).map((action, index) => {
          const time = new Date(minute * 60_000).toISOString().slice(11, 16);
          return index === 0 ? action : { ...action, at: `${action.at}T${time}` };
        });
        const lines = listed.map(
          (row) => `${new Date(Date.UTC(2026, 0, 1, 6, row.minute)).toISOString()},${row.credits}`,
        );
        const files = { ...document, timeline, usage: { files: [{ path: 'a.csv' }] } };
        const within = lines.filter((line) => line < '2026-12-31T18');
        const whole = run(files, `at,credits\n${within.join('\n')}\n`);
        const sums = dailySums(whole, 0);
        expect(sums.ok).toBe(true);
        if (!sums.ok) return;
        const daily = run(files, sums.value);
        expect(statement(daily)).toEqual(statement(whole));
        expect(monthTexts(daily)).toEqual(monthTexts(whole));
        expect(daily.program.usage.count).toBeLessThanOrEqual(whole.program.usage.count);
      }),
      { numRuns: 100 },
    );
  });
});
