import { describe, expect, it } from 'vitest';
import { thin } from '../../../../renderer/charts/thin.ts';

const point = (at: number, value: number) => ({ at, value });
const options = { buckets: 10, values: [(p: { value: number }) => p.value], stays: () => false };

describe('thinning a line', () => {
  it('leaves a short line as it is', () => {
    const line = Array.from({ length: 40 }, (_, at) => point(at, at % 7));
    expect(thin(line, options)).toBe(line);
  });

  it('keeps both ends, the highest peak and the deepest dip', () => {
    const line = Array.from({ length: 5_000 }, (_, at) => point(at, at % 7));
    line[1_234] = point(1_234, 1e6);
    line[4_321] = point(4_321, -1e6);
    const thinned = thin(line, options);
    expect(thinned.length).toBeLessThanOrEqual(42);
    expect(thinned[0]).toEqual(line[0]);
    expect(thinned.at(-1)).toEqual(line.at(-1));
    expect(thinned).toContainEqual(point(1_234, 1e6));
    expect(thinned).toContainEqual(point(4_321, -1e6));
  });

  it('keeps the points that must stay, in order', () => {
    const line = Array.from({ length: 1_000 }, (_, at) => point(at, 0));
    const thinned = thin(line, { ...options, stays: ({ at }) => at === 777 });
    expect(thinned.map(({ at }) => at)).toContain(777);
    expect(thinned.map(({ at }) => at)).toEqual(thinned.map(({ at }) => at).toSorted((a, b) => a - b));
  });
});
