import { describe, expect, it } from 'vitest';
import { sha256Text } from '../../../../main/platform/sha256.ts';
import { manifestDecoder } from '../../../../main/store/manifestFile.ts';
import type { JsonValue } from '../../../../shared/base/canonicalJson.ts';
import { manifestWith } from '../../../support/ledgerInFolder.ts';

const decode = manifestDecoder({ sha256: sha256Text }, 'a.ledger');

const segments = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const [file, at] = [`rows-${String(index + 1).padStart(6, '0')}.ndjson`, index + 1];
    return { file, rows: 1, bytes: 1, first: at, last: at, hash: '0'.repeat(64) };
  });

describe('the manifest of a ledger', () => {
  it('has up to 10,000 segments', () => {
    expect(decode(manifestWith(1, segments(10_000)))).toHaveProperty('value');
    expect(decode(manifestWith(1, segments(10_001)))).toMatchObject({ fault: expect.stringMatching(/^segments: /) });
  });

  it('is refused in few words, however much it holds that it should not', () => {
    const decoded = decode({ ...manifestWith(1), ['x'.repeat(1_000_000)]: 1 });
    expect(decoded).toMatchObject({ fault: expect.stringContaining('Unrecognized key') });
    expect((decoded as { readonly fault: string }).fault.length).toBeLessThan(400);
  });

  it.each<[string, JsonValue]>([
    ['a number is minus zero', -0],
    ['it is nested deeper than 100 levels', JSON.parse(`${'['.repeat(120)}${']'.repeat(120)}`) as JsonValue],
  ])('is refused where it has no canonical form: %s', (fault, scenario) => {
    expect(decode({ ...manifestWith(1), scenario })).toEqual({ fault });
  });
});
