import { describe, expect, it } from 'vitest';
import { likelyTerms } from '../../../../../renderer/contrib/audit/likelyTerms.ts';

describe('the terms that go with a file', () => {
  const scenarios = ['acme.scenario.json', 'acme-annual.scenario.json', 'old/beta.scenario.json'];

  it('are those of its name, the longest first', () => {
    expect(likelyTerms('acme.ledger', scenarios)).toBe('acme.scenario.json');
    expect(likelyTerms('exports/acme-annual.csv', scenarios)).toBe('acme-annual.scenario.json');
    expect(likelyTerms('acme-2.ledger', scenarios)).toBe('acme.scenario.json');
  });

  it('are those of its folder where none has its name', () => {
    expect(likelyTerms('old/export.csv', scenarios)).toBe('old/beta.scenario.json');
  });

  it('are the only ones, or left open', () => {
    expect(likelyTerms(null, ['acme.scenario.json'])).toBe('acme.scenario.json');
    expect(likelyTerms('somewhere/else.csv', ['acme.scenario.json'])).toBe('acme.scenario.json');
    expect(likelyTerms('somewhere/else.csv', scenarios)).toBeNull();
    expect(likelyTerms(null, scenarios)).toBeNull();
  });
});
