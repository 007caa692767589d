import { err, ok, type Result } from '../../../shared/base/result.ts';
import type { PathColumns } from '../../../shared/forecast/pathColumns.ts';
import { forecastTask, type ForecastBase } from '../../../shared/forecast/prepareForecast.ts';
import {
  driversOf,
  mostDriverPaths,
  type Driver,
  type DrivenTotals,
} from '../../../shared/forecast/summary/drivers.ts';
import { faultOf } from '../../../shared/forecast/summary/forecastSummary.ts';
import { summaryBasis } from '../../../shared/forecast/summary/summaryChoice.ts';
import type { ForecastOutcome } from '../../../shared/rpc/forecastViews.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import type { WorkerPool } from '../../workers/workerPool.ts';
import { forecastView } from './forecastView.ts';
import { minorAmount } from './minorAmount.ts';
import { pathsOnThreads } from './pathsOnThreads.ts';
import { prepareSample } from './prepareSample.ts';
import { pathFaults, refusalFaults } from './sampleFaults.ts';
import type { ForecastWanted } from './sampling.ts';
import { summaryOnThread } from './summaryOnThread.ts';

/** Samples and sums up the bill of a scenario. Faults stand in its diagnostics; what is refused is an error. */
export async function runForecast(
  pool: WorkerPool,
  wanted: ForecastWanted & { readonly forecastId: string },
): Promise<Result<ForecastOutcome, RpcError>> {
  const { paths, seed, percentiles, signal, forecastId } = wanted;
  const prepared = await prepareSample(wanted, { paths, seed });
  if (!prepared.ok) return prepared;
  const { task, diagnostics } = prepared.value;
  if (!task) return ok({ forecast: null, diagnostics });
  const { base } = prepared.value;
  const budget = minorAmount(wanted.budget, base.expected.program);
  if (!budget.ok) return budget;
  const columns = await pathsOnThreads(pool, task, { paths, ...told(wanted, 'Sampling demand') });
  if (!columns.ok) return columns;
  if (faultOf(columns.value)) {
    return ok({ forecast: null, diagnostics: [...diagnostics, ...pathFaults(columns.value, base.scenario)] });
  }
  const drivers = await driversOnThreads(pool, { base, wanted, columns: columns.value });
  if (!drivers.ok) return drivers;
  const choice = { percentiles, budget: budget.value, ...summaryBasis(base.expected) };
  const summary = await summaryOnThread(pool, { columns: columns.value, choice }, signal);
  if (!summary.ok) return summary;
  const made = { base, task, summary: summary.value, drivers: drivers.value };
  return ok({ forecast: forecastView({ ...made, forecastId, seed }), diagnostics });
}

/** What each random model does alone, told from fewer paths; of one model the paths are there already. */
async function driversOnThreads(
  pool: WorkerPool,
  { base, wanted, columns }: { base: ForecastBase; wanted: ForecastWanted; columns: PathColumns },
): Promise<Result<readonly Driver[], RpcError>> {
  const { scenario, random } = base;
  const paths = Math.min(wanted.paths, mostDriverPaths);
  const totals: DrivenTotals[] = [];
  for (const index of random) {
    const model = scenario.models[index]!.id;
    if (random.length === 1) {
      totals.push({ model, total: columns.total });
      continue;
    }
    const task = forecastTask(base, { seed: wanted.seed, drawn: [index] });
    if (!task.ok) return err({ code: 'faults', message: refusalFaults(task.error, scenario)[0]?.message ?? model });
    const alone = await pathsOnThreads(pool, task.value, { paths, ...told(wanted, `What ${model} does alone`) });
    if (!alone.ok) return alone;
    totals.push({ model, total: alone.value.total });
  }
  return ok(driversOf(totals));
}

function told({ signal, tell }: ForecastWanted, step: string) {
  return { ...(signal ? { signal } : {}), ...(tell ? { tell: (part: number) => tell(step, part) } : {}) };
}
