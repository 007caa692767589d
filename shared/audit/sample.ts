import { assert } from '../base/assert.ts';
import { prng } from '../base/prng.ts';

/** A random sample of rows to look at by hand. The same seed, size and population give the same rows on any machine. */
export interface Sample {
  readonly seed: number;
  /** How many rows there are to choose from. */
  readonly population: number;
  /** Row numbers from 1, ascending, each at most once. */
  readonly rows: readonly number[];
}

/**
 * Draws `size` of `population` rows without putting any back, every set as likely as the others (Floyd's method); all of them where
 * there are no more.
 */
export function sampleRows({ seed, population, size }: Omit<Sample, 'rows'> & { readonly size: number }): Sample {
  assert(Number.isSafeInteger(population) && population >= 0, 'a population is counted');
  assert(Number.isSafeInteger(size) && size >= 0, 'a size is counted');
  const random = prng(seed);
  const rows = new Set<number>();
  for (let last = Math.max(1, population - size + 1); last <= population; last++) {
    const row = random.below(last) + 1;
    rows.add(rows.has(row) ? last : row);
  }
  return { seed, population, rows: [...rows].sort((left, right) => left - right) };
}
