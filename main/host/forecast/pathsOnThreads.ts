import { ok, type Result } from '../../../shared/base/result.ts';
import { forecastCost } from '../../../shared/forecast/forecastBudget.ts';
import type { PathColumns } from '../../../shared/forecast/pathColumns.ts';
import type { PathTask } from '../../../shared/forecast/pathTask.ts';
import { mergeColumns, type PathRange } from '../../../shared/forecast/runPaths.ts';
import type { JobFailure } from '../../workers/jobQueue.ts';
import type { WorkerPool } from '../../workers/workerPool.ts';

/** How many paths, and who is told of them. */
export interface PathsWanted {
  readonly paths: number;
  readonly signal?: AbortSignal | undefined;
  /** The part done, from 0 to 1. */
  readonly tell?: ((part: number) => void) | undefined;
}

/** Samples and prices paths on the threads of a pool. What comes out is the same for any number of them. */
export async function pathsOnThreads(
  pool: WorkerPool,
  task: PathTask,
  { paths, signal, tell }: PathsWanted,
): Promise<Result<PathColumns, JobFailure>> {
  const parts = pathRanges(task, paths);
  const pieces: PathColumns[] = [];
  let done = 0;
  const outcome = await pool.run<PathRange, PathColumns>({
    kind: 'paths',
    task,
    parts,
    onPiece(piece, index) {
      pieces[index] = piece;
      done += piece.paths;
      tell?.(done / paths);
    },
    signal,
  });
  return outcome.ok ? ok(mergeColumns(pieces, task.months)) : outcome;
}

/** A hundredth of a second of one thread or two: a drag waits no longer for the threads of the sample that it cancels. */
export const mostSteps = 1_000_000;
/** Less is not worth a message. */
const fewestSteps = 100_000;
/** Enough for several threads to finish together. */
const fewestRanges = 16;

/** The ranges in which paths are sampled: not too short for a message, not too long for a cancel. */
export function pathRanges(task: PathTask, paths: number): readonly PathRange[] {
  const { steps } = forecastCost(task, 1);
  const fewest = Math.ceil(fewestSteps / Math.max(1, steps));
  const most = Math.max(1, Math.floor(mostSteps / Math.max(1, steps)));
  const size = Math.min(most, Math.max(fewest, Math.ceil(paths / fewestRanges)));
  const ranges: PathRange[] = [];
  for (let from = 0; from < paths; from += size) ranges.push({ from, until: Math.min(from + size, paths) });
  return ranges;
}
