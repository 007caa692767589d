import { describe, expect, it } from 'vitest';
import { niceTicks } from '../../../../renderer/charts/niceTicks.ts';

describe('ticks of an axis of numbers', () => {
  it('are round numbers inside the axis', () => {
    expect(niceTicks(4_886, 11_370, 8)).toEqual([5_000, 6_000, 7_000, 8_000, 9_000, 10_000, 11_000]);
    expect(niceTicks(0, 600, 10)).toEqual([0, 100, 200, 300, 400, 500, 600]);
    expect(niceTicks(0, 1, 4)).toEqual([0, 0.5, 1]);
  });

  it('is the one number of an axis without a span', () => {
    expect(niceTicks(42, 42, 8)).toEqual([42]);
  });
});
