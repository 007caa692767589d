import { describe, expect, it } from 'vitest';
import { equalParts } from '../../../../../renderer/contrib/planner/equalParts.ts';

describe('equal parts of a purchase', () => {
  it('add up to it, to the billionth of a credit', () => {
    expect(equalParts(100, 3)).toEqual(['33.333333334', '33.333333333', '33.333333333']);
    expect(equalParts(420, 4)).toEqual(['105', '105', '105', '105']);
    expect(equalParts(420, 1)).toEqual(['420']);
  });
});
