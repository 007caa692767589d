import { describe, expect, it } from 'vitest';
import { comparePaths } from '../../../../../shared/planner/variants/comparePaths.ts';

describe('variants over the same paths', () => {
  const one = Float64Array.of(100, 200, 300, 400);
  const other = Float64Array.of(90, 210, 300, 350);

  it('differ path by path, not percentile by percentile', () => {
    const { differences } = comparePaths([one, other], [25, 50, 100]);
    // −10, 10, 0, −50: the mean −12.5 is rounded away from zero.
    expect(differences[1]).toEqual({ mean: -13n, points: [-50n, -10n, 10n], cheaperChance: 0.5, sameChance: 0.25 });
    expect(differences[0]).toEqual({ mean: 0n, points: [0n, 0n, 0n], cheaperChance: 0, sameChance: 1 });
  });

  it('are the cheapest at each percentile of their own, both where they are equal', () => {
    expect(comparePaths([one, other], [25, 50, 75, 100]).cheapest).toEqual([[1], [0], [0, 1], [1]]);
  });

  it('are told pair by pair, and which no other undercuts', () => {
    const { cheaper, cheapestChance } = comparePaths([one, other], [50]);
    expect(cheaper).toEqual([
      [0, 0.25],
      [0.5, 0],
    ]);
    expect(cheapestChance).toEqual([0.5, 0.75]);
  });
});
