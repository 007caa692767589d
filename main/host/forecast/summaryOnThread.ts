import { assert } from '../../../shared/base/assert.ts';
import { ok, type Result } from '../../../shared/base/result.ts';
import type { PathColumns } from '../../../shared/forecast/pathColumns.ts';
import type { ForecastSummary, SummaryChoice } from '../../../shared/forecast/summary/forecastSummary.ts';
import { buffersOf } from '../../workers/buffersOf.ts';
import type { JobFailure } from '../../workers/jobQueue.ts';
import type { WorkerPool } from '../../workers/workerPool.ts';

/** Sums paths up on a thread, to which their columns are handed over: nothing is left of them here. */
export async function summaryOnThread(
  pool: WorkerPool,
  task: { readonly columns: PathColumns; readonly choice: SummaryChoice },
  signal?: AbortSignal,
): Promise<Result<ForecastSummary, JobFailure>> {
  let summary: ForecastSummary | null = null;
  const outcome = await pool.run<null, ForecastSummary>({
    kind: 'summary',
    task,
    handOver: buffersOf(task.columns),
    parts: [null],
    onPiece: (piece) => void (summary = piece),
    signal,
  });
  if (!outcome.ok) return outcome;
  assert(summary !== null, 'a job that is done gave its piece');
  return ok(summary);
}
