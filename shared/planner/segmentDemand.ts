import { pathSampler } from '../forecast/sampling/pathSampler.ts';
import type { PathTask } from '../forecast/pathTask.ts';
import type { PathRange } from '../forecast/runPaths.ts';
import type { PathTerms } from '../forecast/pricing/pathTerms.ts';

/** Demand of some paths by segment, row-major by path, in whole nanocredits: all that a plan needs of them. */
export interface SegmentDemand {
  readonly paths: number;
  readonly segments: number;
  readonly totals: Float64Array;
}

/** Samples a range of a task's paths, as a forecast of the same seed does, and sums them up by segment. */
export function sampleSegments({ demand }: PathTask, terms: PathTerms, { from, until }: PathRange): SegmentDemand {
  const { segments, segmentFirstSlot: firsts } = terms;
  const { totals: ofPath, sample } = pathSampler(demand, { firsts });
  const totals = new Float64Array((until - from) * segments);
  for (let path = from; path < until; path++) {
    sample(path);
    totals.set(ofPath, (path - from) * segments);
  }
  return { paths: until - from, segments, totals };
}

/** Neighbouring ranges of paths as one, in the order given. */
export function mergeSegmentDemand(pieces: readonly SegmentDemand[], segments: number): SegmentDemand {
  const paths = pieces.reduce((sum, piece) => sum + piece.paths, 0);
  const totals = new Float64Array(paths * segments);
  let first = 0;
  for (const piece of pieces) {
    totals.set(piece.totals, first);
    first += piece.totals.length;
  }
  return { paths, segments, totals };
}
