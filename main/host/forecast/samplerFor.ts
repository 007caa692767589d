import { ok, type Result } from '../../../shared/base/result.ts';
import { forecastCost } from '../../../shared/forecast/forecastBudget.ts';
import type { PathColumns } from '../../../shared/forecast/pathColumns.ts';
import type { PathTask } from '../../../shared/forecast/pathTask.ts';
import { runPaths } from '../../../shared/forecast/runPaths.ts';
import {
  forecastSummary,
  type ForecastSummary,
  type SummaryChoice,
} from '../../../shared/forecast/summary/forecastSummary.ts';
import type { JobFailure } from '../../workers/jobQueue.ts';
import type { WorkerPool } from '../../workers/workerPool.ts';
import { mostSteps, pathsOnThreads, type PathsWanted } from './pathsOnThreads.ts';
import { summaryOnThread } from './summaryOnThread.ts';

/** Samples, prices and sums up paths: where it is done makes no difference to what comes out. */
export interface Sampler {
  columns(task: PathTask, wanted: PathsWanted): Promise<Result<PathColumns, JobFailure>>;
  /** The columns are handed over: nothing is left of them. */
  summary(
    task: { readonly columns: PathColumns; readonly choice: SummaryChoice },
    signal?: AbortSignal,
  ): Promise<Result<ForecastSummary, JobFailure>>;
}

/**
 * Few paths are sampled here, in less time than a message takes to a thread that may still be at the sample before; all
 * others on threads. `tasks` is how often they are sampled.
 */
export function samplerFor(
  pool: WorkerPool,
  task: PathTask,
  { paths, tasks }: { readonly paths: number; readonly tasks: number },
): Sampler {
  const few = task.pricing.kind === 'compact' && forecastCost(task, paths).steps * tasks <= mostSteps;
  return few ? here : onThreads(pool);
}

const here: Sampler = {
  columns: async (task, { paths }) => ok(runPaths(task, { from: 0, until: paths })),
  summary: async ({ columns, choice }) => ok(forecastSummary(columns, choice)),
};

function onThreads(pool: WorkerPool): Sampler {
  return {
    columns: (task, wanted) => pathsOnThreads(pool, task, wanted),
    summary: (task, signal) => summaryOnThread(pool, task, signal),
  };
}
