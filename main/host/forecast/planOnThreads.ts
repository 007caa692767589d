import { assert } from '../../../shared/base/assert.ts';
import { ok, type Result } from '../../../shared/base/result.ts';
import type { PathTask } from '../../../shared/forecast/pathTask.ts';
import type { PathTerms } from '../../../shared/forecast/pricing/pathTerms.ts';
import type { PathRange } from '../../../shared/forecast/runPaths.ts';
import type { MostQuantity } from '../../../shared/planner/mostQuantity.ts';
import { leastRanges } from '../../../shared/planner/leastByPath.ts';
import { mergeCurves, type PlanCurve, type QuantityRange } from '../../../shared/planner/planCurve.ts';
import { quantityRanges, type PlanTask } from '../../../shared/planner/planTask.ts';
import type { PlanTerms } from '../../../shared/planner/planTerms.ts';
import type { QuantityDetail } from '../../../shared/planner/quantityDetail.ts';
import { mergeSegmentDemand, type SegmentDemand } from '../../../shared/planner/segmentDemand.ts';
import type { JobFailure } from '../../workers/jobQueue.ts';
import type { DaysAsked, DaysTask, QuantityDays } from '../../workers/quantityDays.ts';
import type { WorkerPool } from '../../workers/workerPool.ts';
import { pathRanges, type PathsWanted } from './pathsOnThreads.ts';

type Watched = Pick<PathsWanted, 'signal' | 'tell'>;

/** Samples the demand of a plan's paths on threads. */
export async function segmentsOnThreads(
  pool: WorkerPool,
  task: { readonly task: PathTask; readonly terms: PathTerms },
  { paths, ...watched }: PathsWanted,
): Promise<Result<SegmentDemand, JobFailure>> {
  const parts = pathRanges(task.task, paths);
  const pieces = await inOrder<PathRange, SegmentDemand>(pool, { kind: 'segments', task, parts }, watched);
  return pieces.ok ? ok(mergeSegmentDemand(pieces.value, task.terms.segments)) : pieces;
}

/** The greatest quantity that is worth a look, found on a thread. */
export async function mostOnThread(
  pool: WorkerPool,
  task: { readonly plan: PlanTerms; readonly demand: SegmentDemand },
  watched: Watched,
): Promise<Result<MostQuantity, JobFailure>> {
  const pieces = await inOrder<null, MostQuantity>(pool, { kind: 'most', task, parts: [null] }, watched);
  if (!pieces.ok) return pieces;
  assert(pieces.value.length === 1, 'a job of one part gives one piece');
  return ok(pieces.value[0]!);
}

/** The curve of a plan, made on threads. */
export async function curveOnThreads(
  pool: WorkerPool,
  task: PlanTask,
  watched: Watched,
): Promise<Result<PlanCurve, JobFailure>> {
  const parts = quantityRanges(task);
  const pieces = await inOrder<QuantityRange, PlanCurve>(pool, { kind: 'plan', task, parts }, watched);
  return pieces.ok ? ok(mergeCurves(pieces.value)) : pieces;
}

/** The least that each path comes to over all quantities. */
export async function leastOnThreads(
  pool: WorkerPool,
  task: PlanTask,
  watched: Watched,
): Promise<Result<Float64Array, JobFailure>> {
  const least = new Float64Array(task.demand.paths).fill(Infinity);
  const parts = leastRanges(task);
  const pieces = await inOrder<QuantityRange, Float64Array>(pool, { kind: 'least', task, parts }, watched, (piece) => {
    for (let path = 0; path < least.length; path++) least[path] = Math.min(least[path]!, piece[path]!);
  });
  return pieces.ok ? ok(least) : pieces;
}

/** One quantity in full; null where it has no price. */
export async function detailOnThread(
  pool: WorkerPool,
  task: { readonly task: PlanTask; readonly least: Float64Array },
  quantity: number,
): Promise<Result<QuantityDetail | null, JobFailure>> {
  const job = { kind: 'detail', task, parts: [quantity] };
  const pieces = await inOrder<number, QuantityDetail | null>(pool, job, {});
  return pieces.ok ? ok(pieces.value[0] ?? null) : pieces;
}

/** Days of quantities, in the order in which they are asked. */
export async function daysOnThreads(
  pool: WorkerPool,
  task: DaysTask,
  parts: readonly DaysAsked[],
): Promise<Result<readonly QuantityDays[], JobFailure>> {
  return inOrder<DaysAsked, QuantityDays>(pool, { kind: 'days', task, parts }, {});
}

/** The pieces of a job in the order of its parts; none are kept where they are taken as they come. */
async function inOrder<Part, Piece>(
  pool: WorkerPool,
  job: { readonly kind: string; readonly task: unknown; readonly parts: readonly Part[] },
  { signal, tell }: Watched,
  take?: (piece: Piece) => void,
): Promise<Result<Piece[], JobFailure>> {
  const pieces: Piece[] = [];
  let done = 0;
  const onPiece = (piece: Piece, index: number): void => {
    if (take) take(piece);
    else pieces[index] = piece;
    tell?.(++done / job.parts.length);
  };
  const outcome = await pool.run<Part, Piece>({ ...job, onPiece, signal });
  return outcome.ok ? ok(pieces) : outcome;
}
