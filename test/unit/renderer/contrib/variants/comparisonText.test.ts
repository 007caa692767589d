import { describe, expect, it } from 'vitest';
import {
  figureOf,
  freeName,
  insertAt,
  readComparison,
  setAt,
} from '../../../../../renderer/contrib/variants/comparisonText.ts';

const text = `{
  "format": "drawdown.comparison/1",
  "name": "Acme",
  "base": "acme.scenario.json",
  "variants": [
    { "name": "As it is" },
    { "name": "Capped", "changes": [{ "do": "cap", "amount": "200.50" }] }
  ]
}
`;

describe('a comparison’s text in the form', () => {
  it('is read as it stands, right or wrong', () => {
    expect(readComparison(text)?.variants).toEqual([
      { name: 'As it is', scenario: null, changes: [] },
      { name: 'Capped', scenario: null, changes: [{ do: 'cap', amount: '200.50' }] },
    ]);
    expect(readComparison('{ "variants": [4, { "name": 5, "changes": [null] }] }')?.variants).toEqual([
      { name: '', scenario: null, changes: [] },
      { name: '', scenario: null, changes: [{}] },
    ]);
    expect(readComparison('{ "variants": [')).toBeNull();
  });

  it('changes in its own place alone', () => {
    expect(setAt(text, ['variants', 1, 'changes', 0, 'amount'], 300)).toBe(text.replace('"200.50"', '300'));
    expect(setAt(text, ['variants', 0, 'name'], 'Today')).toBe(text.replace('As it is', 'Today'));
  });

  it('takes variants in and out', () => {
    const more = insertAt(text, ['variants', 2], { name: 'Third', changes: [] });
    expect(readComparison(more)?.variants.map(({ name }) => name)).toEqual(['As it is', 'Capped', 'Third']);
    const less = setAt(more, ['variants', 1], undefined);
    expect(readComparison(less)?.variants.map(({ name }) => name)).toEqual(['As it is', 'Third']);
    expect(less).toContain('"base": "acme.scenario.json"');
  });

  it('keeps figures digit by digit', () => {
    expect([
      figureOf('1,250'),
      figureOf('3.5'),
      figureOf('3.50'),
      figureOf('0.1234567890123456789'),
      figureOf('x'),
    ]).toEqual([1250, 3.5, '3.50', '0.1234567890123456789', 'x']);
  });

  it('gives a new variant a name that is free', () => {
    const named = (...names: string[]) => names.map((name) => ({ name, scenario: null, changes: [] }));
    expect(freeName('New', named('Old'))).toBe('New');
    expect(freeName('New', named('New', 'New 2'))).toBe('New 3');
  });
});
