import { err, ok, type Result } from '../../../shared/base/result.ts';
import { forecastTask, type ForecastBase, type ForecastRefusal } from '../../../shared/forecast/prepareForecast.ts';
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
import type { Scenario } from '../../../shared/scenario/scenario.ts';
import type { JobFailure } from '../../workers/jobQueue.ts';
import type { WorkerPool } from '../../workers/workerPool.ts';
import { alertsOnThreads } from './alertsOnThreads.ts';
import { forecastView } from './forecastView.ts';
import { minorAmount } from './minorAmount.ts';
import { prepareSample } from './prepareSample.ts';
import { pathFaults, refusalFaults } from './sampleFaults.ts';
import { samplerFor, type Sampler } from './samplerFor.ts';
import type { ForecastWanted } from './sampling.ts';

/**
 * Samples and sums up the bill of a scenario. Faults stand in its diagnostics; what is refused is an error. A rough answer does
 * without alerts, each of which takes engine runs.
 */
export async function runForecast(
  pool: WorkerPool,
  wanted: ForecastWanted & { readonly forecastId: string },
): Promise<Result<ForecastOutcome, RpcError>> {
  const { paths, seed, percentiles, forecastId } = wanted;
  const prepared = await prepareSample(wanted, { paths, seed });
  if (!prepared.ok) return prepared;
  const { task, diagnostics } = prepared.value;
  if (!task) return ok({ forecast: null, diagnostics });
  const { base } = prepared.value;
  const budget = minorAmount(wanted.budget, base.expected.program);
  if (!budget.ok) return budget;
  const sampler = samplerFor(pool, task, { paths, tasks: wanted.rough ? 1 + base.random.length : Infinity });
  const columns = await sampler.columns(task, { paths, ...told(wanted, 'Sampling demand') });
  if (!columns.ok) return columns;
  if (faultOf(columns.value)) {
    return ok({ forecast: null, diagnostics: [...diagnostics, ...pathFaults(columns.value, base.scenario)] });
  }
  const choice = { percentiles, budget: budget.value, ...summaryBasis(base.expected) };
  const [drivers, alerts, summary] = await Promise.all([
    driversFrom(sampler, { base, wanted, total: columns.value.total.slice() }),
    wanted.rough ? ok(null) : alertsOnThreads(pool, base, { ...wanted, budget: budget.value }),
    sampler.summary({ columns: columns.value, choice }, wanted.signal),
  ]);
  if (!drivers.ok) return drivers;
  if (!alerts.ok) return err(refused(alerts.error, base.scenario));
  if (!summary.ok) return summary;
  const made = { base, task, summary: summary.value, drivers: drivers.value, alerts: alerts.value };
  return ok({ forecast: forecastView({ ...made, forecastId, seed }), diagnostics });
}

/** Models whose tasks are held at one time: enough to keep the threads busy. */
const atOnce = 4;

/** What each random model does alone, told from fewer paths; of one model the totals are there already. */
async function driversFrom(
  sampler: Sampler,
  { base, wanted, total }: { base: ForecastBase; wanted: ForecastWanted; total: Float64Array },
): Promise<Result<readonly Driver[], RpcError>> {
  const { scenario, random } = base;
  const paths = Math.min(wanted.paths, mostDriverPaths);
  const { signal, tell } = told(wanted, 'Looking at what each model does alone');
  let done = 0;
  const totalOf = async (index: number): Promise<Result<DrivenTotals, RpcError>> => {
    const model = scenario.models[index]!.id;
    if (random.length === 1) return ok({ model, total });
    const task = forecastTask(base, { seed: wanted.seed, drawn: [index] });
    if (!task.ok) return err(refused(task.error, scenario));
    const alone = await sampler.columns(task.value, { paths, signal });
    tell?.(++done / random.length);
    return alone.ok ? ok({ model, total: alone.value.total }) : alone;
  };
  const totals: DrivenTotals[] = [];
  for (let from = 0; from < random.length; from += atOnce) {
    for (const each of await Promise.all(random.slice(from, from + atOnce).map(totalOf))) {
      if (!each.ok) return each;
      totals.push(each.value);
    }
  }
  return ok(driversOf(totals));
}

/** What stood in the way of a part of the forecast, in words. */
function refused(error: JobFailure | ForecastRefusal, scenario: Scenario): RpcError {
  if ('message' in error) return error;
  const diagnostics = refusalFaults(error, scenario);
  return { code: 'faults', message: diagnostics[0]?.message ?? 'The scenario has faults.', diagnostics };
}

function told({ signal, tell }: ForecastWanted, step: string) {
  return { signal, tell: tell && ((part: number) => tell(step, part)) };
}
