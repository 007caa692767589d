import { parseTree } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { rangeText, rangeValue } from '../../../../../../renderer/contrib/scenario/edit/range.ts';

describe('a figure or a range of them', () => {
  it('is typed as 3 or 3..10', () => {
    expect(rangeValue('3')).toEqual({ number: '3' });
    expect(rangeValue('3..10')).toEqual([{ number: '3' }, { number: '10' }]);
    expect(rangeValue('')).toBeUndefined();
  });

  it('keeps what is typed half', () => {
    for (const typed of ['3.', '3..', '1..2..3']) expect(rangeValue(typed)).toBe(typed);
  });

  it('is shown as it is typed', () => {
    for (const [text, shown] of [
      ['[3, 10.50]', '3..10.50'],
      ['2', '2'],
      ['"3."', '3.'],
    ] as const) {
      expect(rangeText(text, parseTree(text)!)).toBe(shown);
    }
  });
});
