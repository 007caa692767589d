import { describe, expect, it } from 'vitest';
import { sampleRows } from '../../../../shared/audit/sample.ts';

describe('a sample of rows', () => {
  it('is the same for the same seed, in the order of the rows, and names its seed', () => {
    const sample = sampleRows({ seed: 2026, population: 1_000_000, size: 25 });
    expect(sampleRows({ seed: 2026, population: 1_000_000, size: 25 })).toEqual(sample);
    expect(sample).toMatchObject({ seed: 2026, population: 1_000_000 });
    expect(sample.rows).toEqual(sample.rows.toSorted((left, right) => left - right));
    expect(new Set(sample.rows).size).toBe(25);
    expect(sampleRows({ seed: 2027, population: 1_000_000, size: 25 }).rows).not.toEqual(sample.rows);
  });

  it('is what SplitMix64, xoshiro128** and Floyd’s method give in another language: these rows stand in working papers', () => {
    expect(sampleRows({ seed: 1, population: 1200, size: 5 }).rows).toEqual([158, 369, 779, 1010, 1038]);
  });

  it('takes all rows where fewer are there than were asked for, and none of none', () => {
    expect(sampleRows({ seed: 1, population: 3, size: 10 }).rows).toEqual([1, 2, 3]);
    expect(sampleRows({ seed: 1, population: 0, size: 10 }).rows).toEqual([]);
    expect(sampleRows({ seed: 1, population: 10, size: 0 }).rows).toEqual([]);
  });

  it('takes every row as often as any other', () => {
    const counts = Array.from({ length: 10 }, () => 0);
    for (let seed = 0; seed < 5_000; seed++) {
      for (const row of sampleRows({ seed, population: 10, size: 3 }).rows) counts[row - 1]! += 1;
    }
    for (const count of counts) expect(Math.abs(count - 1_500)).toBeLessThan(150);
  });
});
