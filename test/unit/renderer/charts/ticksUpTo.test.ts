import { describe, expect, it } from 'vitest';
import { ticksUpTo } from '../../../../renderer/charts/ticksUpTo.ts';

describe('ticks of an axis of figures', () => {
  it.each([
    [8_400, [0, 2_500, 5_000, 7_500, 10_000]],
    [8_000, [0, 2_000, 4_000, 6_000, 8_000]],
    [0.3, [0, 0.1, 0.2, 0.3]],
    [1, [0, 0.25, 0.5, 0.75, 1]],
    [101, [0, 50, 100, 150]],
    [1e18, [0, 2.5e17, 5e17, 7.5e17, 1e18]],
  ])('go in round steps from nothing to %d or beyond', (most, ticks) => {
    expect(ticksUpTo(most)).toEqual(ticks);
  });

  it('are nothing and one where there is nothing to draw', () => {
    expect(ticksUpTo(0)).toEqual([0, 1]);
    expect(ticksUpTo(Number.NaN)).toEqual([0, 1]);
  });

  it('are five at most beside zero, and hold the greatest figure, whatever it is', () => {
    for (let most = 1e-6; most < 1e15; most *= 1.37) {
      const ticks = ticksUpTo(most);
      expect(ticks.length, `up to ${most}`).toBeLessThanOrEqual(6);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
      expect(ticks.at(-2)).toBeLessThan(most);
    }
  });
});
