import { ok, type Result } from '../../../shared/base/result.ts';
import type { Alert } from '../../../shared/forecast/alerts/alert.ts';
import {
  alertsOnPaths,
  alertsOnUse,
  alertTask,
  knownUntil,
  mostAlertPaths,
} from '../../../shared/forecast/alerts/forecastAlerts.ts';
import type { AlertTask, PathCrossing } from '../../../shared/forecast/alerts/pathCrossings.ts';
import type { ForecastBase, ForecastRefusal } from '../../../shared/forecast/prepareForecast.ts';
import type { PathRange } from '../../../shared/forecast/runPaths.ts';
import type { JobFailure } from '../../workers/jobQueue.ts';
import type { WorkerPool } from '../../workers/workerPool.ts';

interface AlertsWanted {
  readonly budget: bigint | null;
  readonly seed: number;
  readonly paths: number;
  readonly signal?: AbortSignal | undefined;
}

/** One path in five is enough for a word of warning: each takes an engine run of its own. */
const pathsForOne = 5;
/** Usage rows of all paths that are run together. */
const mostRows = 20_000_000;
/** As short as the ranges of a sample: each path is an engine run. */
const pathsOfRange = 8;

/** Alerts on use so far, then on what some of the paths come to. */
export async function alertsOnThreads(
  pool: WorkerPool,
  base: ForecastBase,
  { budget, seed, paths, signal }: AlertsWanted,
): Promise<Result<readonly Alert[], JobFailure | ForecastRefusal>> {
  const soFar = alertsOnUse(base.expected, budget, knownUntil(base));
  const task = alertTask(base, { seed, budget });
  if (!task.ok) return task;
  if ('paths' in task.value) return ok([...soFar, ...alertsOnPaths(task.value.paths)]);
  const byRows = Math.floor(mostRows / Math.max(1, base.expected.program.usage.count));
  const looked = Math.min(mostAlertPaths, Math.ceil(paths / pathsForOne), byRows);
  const crossings = await crossingsOnThreads(pool, task.value, { paths: looked, signal });
  return crossings.ok ? ok([...soFar, ...alertsOnPaths(crossings.value)]) : crossings;
}

/** A path that cannot be run is left out. */
async function crossingsOnThreads(
  pool: WorkerPool,
  task: AlertTask,
  { paths, signal }: { readonly paths: number; readonly signal: AbortSignal | undefined },
): Promise<Result<PathCrossing[][], JobFailure>> {
  const parts: PathRange[] = [];
  for (let from = 0; from < paths; from += pathsOfRange) {
    parts.push({ from, until: Math.min(from + pathsOfRange, paths) });
  }
  const pieces: (PathCrossing[] | null)[][] = [];
  const outcome = await pool.run<PathRange, (PathCrossing[] | null)[]>({
    kind: 'crossings',
    task,
    parts,
    onPiece: (piece, index) => void (pieces[index] = piece),
    signal,
  });
  return outcome.ok ? ok(pieces.flat().filter((each) => each !== null)) : outcome;
}
