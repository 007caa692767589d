import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replacement } from '../../../../../renderer/workbench/text/replacement.ts';

describe('the change that turns one text into another', () => {
  it('leaves what both begin and end with', () => {
    expect(replacement('"fee": 299,', '"fee": 310,')).toEqual({ at: 7, removed: 3, inserted: '310' });
    expect(replacement('aa', 'aaa')).toEqual({ at: 2, removed: 0, inserted: 'a' });
  });

  it('gives the other text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n') });
    fc.assert(
      fc.property(text, text, (from, to) => {
        const { at, removed, inserted } = replacement(from, to);
        expect(from.slice(0, at) + inserted + from.slice(at + removed)).toBe(to);
      }),
    );
  });
});
