import type { VariantsView } from '../../../shared/rpc/variantViews.ts';
import { liveRunsOf } from '../../workbench/live/useLive.ts';

/** How a comparison is sampled. */
export interface VariantsChoice {
  readonly paths: number;
  readonly seed: string;
}

export const pathCounts = [1_000, 10_000, 50_000] as const;
const roughPaths = 300;
const percentiles = [10, 25, 50, 75, 90];
const greatestSeed = 2 ** 32 - 1;

/** The seed as typed, or null where it is none. */
export function readSeed(seed: string): number | null {
  const read = /^\d{1,10}$/.test(seed.trim()) ? Number(seed) : Number.NaN;
  return read <= greatestSeed ? read : null;
}

/** The comparisons of a workbench, following their documents and the files of the folder. */
export const variantsRuns = liveRunsOf<VariantsChoice, VariantsView>({
  name: 'variants',
  first: { paths: 10_000, seed: '1' },
  isKept: true,
  isSmall: ({ paths }) => paths <= roughPaths,
  ask(rpc, { job, path, text, choice, rough }) {
    const seed = readSeed(choice.seed);
    if (seed === null) return null;
    const paths = rough ? roughPaths : choice.paths;
    return rpc('variants.run', { job, path, text, paths, seed, percentiles }).then(({ comparison, diagnostics }) => ({
      answer: comparison,
      diagnostics,
    }));
  },
});
