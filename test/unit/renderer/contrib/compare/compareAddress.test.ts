import { describe, expect, it } from 'vitest';
import {
  compareAddress,
  readCompareAddress,
  shortName,
} from '../../../../../renderer/contrib/compare/compareAddress.ts';
import { parseAddress } from '../../../../../renderer/platform/address.ts';

describe('the address of a comparison', () => {
  it.each([
    ['a.ledger', 'theirs/rows.csv'],
    ['with | bar.ledger', 'per%20cent.csv'],
    ['Überblick: März.scenario.json', 'a&b.ledger'],
  ])('names %j and %j', (first, second) => {
    expect(readCompareAddress(parseAddress(compareAddress({ first, second })).path)).toEqual({ first, second });
  });

  it.each(['', 'one.ledger', 'a|b|c', '%|b'])('is none: %j', (path) => expect(readCompareAddress(path)).toBeNull());

  it('is shown by the names of the files', () => {
    expect(shortName('theirs/acme.scenario.json')).toBe('acme');
    expect(shortName('acme.ledger')).toBe('acme.ledger');
  });
});
