import { describe, expect, it } from 'vitest';
import { shareOut } from '../../../../shared/base/shareOut.ts';

describe('A whole shared out', () => {
  it.each<readonly [string, bigint, readonly bigint[], readonly bigint[]]>([
    ['evenly, the rest to the first', 100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    ['by weight, the rest to the largest remainder', 308n, [777n, 0n, 223n], [239n, 0n, 69n]],
    ['a single unit to one of two alike', 1n, [5n, 5n], [1n, 0n]],
    ['without a weight to the first', 7n, [0n, 0n], [7n, 0n]],
    ['nothing', 0n, [3n], [0n]],
  ])('%s', (_, whole, weights, parts) => {
    expect(shareOut(whole, weights)).toEqual(parts);
  });

  it('needs weights', () => expect(() => shareOut(1n, [])).toThrow('weights'));
});
