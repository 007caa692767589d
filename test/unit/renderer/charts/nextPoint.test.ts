import { describe, expect, it } from 'vitest';
import { nextPoint } from '../../../../renderer/charts/nextPoint.ts';

describe('walking over the points of a chart', () => {
  it('begins at the end that the arrow comes from, and stops at the other', () => {
    expect(nextPoint('ArrowRight', null, 12)).toBe(0);
    expect(nextPoint('ArrowLeft', null, 12)).toBe(11);
    expect(nextPoint('ArrowRight', 11, 12)).toBe(11);
    expect(nextPoint('PageUp', 5, 12)).toBe(11);
    expect(nextPoint('Home', 7, 12)).toBe(0);
  });

  it('leaves other keys to the page, and every key where there is no point', () => {
    expect(nextPoint('Tab', 3, 12)).toBeNull();
    expect(nextPoint('End', null, 0)).toBeNull();
  });
});
