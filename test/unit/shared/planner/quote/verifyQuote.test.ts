import { describe, expect, it } from 'vitest';
import type { Quote } from '../../../../../shared/planner/quote/quoteSchema.ts';
import { quoteSchema } from '../../../../../shared/planner/quote/quoteSchema.ts';
import { quoteJsonSchema } from '../../../../../shared/planner/quote/jsonSchema.ts';
import { quoteSince } from '../../../../../shared/planner/quote/quoteSince.ts';
import { readQuote } from '../../../../../shared/planner/quote/readQuote.ts';
import { quoteHash, quoteText } from '../../../../../shared/planner/quote/sealQuote.ts';
import { verifyQuote } from '../../../../../shared/planner/quote/verifyQuote.ts';
import { quoteOf, sha256 } from '../../../../support/quoteOf.ts';
import { scenarioDocument } from '../../../../support/scenarioDocument.ts';

const quote = quoteOf();
const { figures, terms, assumptions } = quote;
const recomputed = { figures, terms, assumptions, engine: quote.versions.engine, alternatives: [] };
const sealedAnew = (changed: Quote): Quote => ({ ...changed, hash: quoteHash(changed, sha256) });

describe('a sealed quote', () => {
  it('is the same where nothing was changed', () => {
    expect(verifyQuote(quote, recomputed, sha256)).toEqual({
      isSame: true,
      isSealed: true,
      differences: [],
      engine: { made: 'drawdown/0.1.0', verified: 'drawdown/0.1.0' },
    });
  });

  it('survives being written and read', () => {
    const read = readQuote(quoteText(quote));
    expect(read).toEqual({ ok: true, value: quote });
    expect(verifyQuote(quote, recomputed, sha256).isSame).toBe(true);
  });

  it('shows a word that was changed by its hash', () => {
    const changed = { ...quote, quote: { ...quote.quote, validUntil: '2027-02-01' } };
    const verdict = verifyQuote(changed, recomputed, sha256);
    expect(verdict).toMatchObject({ isSame: false, isSealed: false });
    expect(verdict.differences).toEqual([{ path: 'hash', before: quote.hash, after: quoteHash(changed, sha256) }]);
  });

  it('shows a figure that was changed and sealed anew by its name', () => {
    const expected = { ...figures.expected, total: '3000.00' };
    const verdict = verifyQuote(sealedAnew({ ...quote, figures: { ...figures, expected } }), recomputed, sha256);
    expect(verdict).toMatchObject({ isSame: false, isSealed: true });
    expect(verdict.differences).toEqual([{ path: 'figures.expected.total', before: '3000.00', after: '3588.00' }]);
  });

  it('shows a usage file that is not the one of its hash', () => {
    const file = {
      path: 'a.csv',
      rows: 1,
      sealed: 'rows',
      sha256: sha256('at,credits\n'),
      text: 'at,credits\n',
    } as const;
    const sealed = sealedAnew({ ...quote, files: [{ ...file, text: 'at,credits\n2026-01-01,5\n' }] });
    expect(verifyQuote(sealed, recomputed, sha256).differences).toMatchObject([{ path: 'files[0].sha256' }]);
    expect(verifyQuote(sealedAnew({ ...quote, files: [file] }), recomputed, sha256).isSame).toBe(true);
  });

  it('compares the words of assumptions only where the same version wrote them', () => {
    const otherWords = assumptions.map((each) => ({ ...each, text: 'In other words.' }));
    expect(verifyQuote(quote, { ...recomputed, assumptions: otherWords }, sha256).isSame).toBe(false);
    const later = { ...recomputed, assumptions: otherWords, engine: 'drawdown/0.2.0' };
    expect(verifyQuote(quote, later, sha256)).toMatchObject({ isSame: true, engine: { verified: 'drawdown/0.2.0' } });
  });
});

describe('reading a sealed quote', () => {
  const faultsOf = (text: string) => {
    const read = readQuote(text);
    return read.ok ? [] : read.error;
  };

  it('refuses what is no quote, with a place', () => {
    expect(faultsOf('{"format": "drawdown.scenario/1"}')).toMatchObject([{ code: 'format', place: { line: 1 } }]);
    expect(faultsOf('[]')).toMatchObject([{ code: 'format' }]);
    expect(faultsOf('{"format": ')).not.toEqual([]);
  });

  it('names what is missing, of the wrong form, or unknown', () => {
    const { hash: _hash, ...unsealed } = quote;
    expect(faultsOf(JSON.stringify(unsealed))).toMatchObject([{ path: 'hash' }]);
    const odd = { ...quote, figures: { ...figures, expected: { ...figures.expected, total: 'much' } } };
    expect(faultsOf(JSON.stringify(odd, null, 2))).toMatchObject([{ path: 'figures.expected.total' }]);
    expect(faultsOf(JSON.stringify({ ...quote, internal: { notes: 'x' } }))).toHaveLength(1);
  });

  it('has a JSON Schema with the same parts', () => {
    const { properties, required } = quoteJsonSchema() as { properties: object; required: string[] };
    expect(Object.keys(properties)).toEqual(Object.keys(quoteSchema.shape));
    expect(required).toContain('hash');
  });
});

describe('what changed since the last quote', () => {
  it('is what was put in, by its path, and what came of it', () => {
    const before = quoteOf();
    const dearer = scenarioDocument();
    const plans = (dearer['plans'] as object[]).map((plan) => ('fee' in plan ? { ...plan, fee: 349 } : plan));
    const after = quoteOf({ ...dearer, plans }, { head: { version: 2, customer: 'Acme GmbH' } });
    const since = quoteSince(before, after);
    expect(since).toMatchObject({ number: 'Q-1', version: 1, hash: before.hash, more: 0 });
    expect(since.inputs).toEqual([
      { path: 'quote.customer', before: 'Acme', after: 'Acme GmbH' },
      { path: 'scenario.plans[growth].fee', before: '299', after: '349' },
    ]);
    expect(since.figures).toContainEqual({ path: 'expected.total', before: '3588.00', after: '4188.00' });
    expect(since.figures).toContainEqual({ path: 'months[2026-01].expected', before: '299.00', after: '349.00' });
  });

  it('is nothing where only the version counts up', () => {
    const since = quoteSince(quoteOf(), quoteOf(scenarioDocument(), { head: { version: 2 } }));
    expect([since.inputs, since.figures]).toEqual([[], []]);
  });
});
