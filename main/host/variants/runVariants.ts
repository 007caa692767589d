import { err, ok, type Result } from '../../../shared/base/result.ts';
import { describeBudget, withinBudget } from '../../../shared/forecast/forecastBudget.ts';
import type { PathColumns } from '../../../shared/forecast/pathColumns.ts';
import type { PathTask } from '../../../shared/forecast/pathTask.ts';
import { baseOfRun, type ForecastBase } from '../../../shared/forecast/prepareForecast.ts';
import { faultOf } from '../../../shared/forecast/summary/forecastSummary.ts';
import { meanOf, shareAbove } from '../../../shared/forecast/summary/spread.ts';
import { summaryBasis } from '../../../shared/forecast/summary/summaryChoice.ts';
import { scaledTask } from '../../../shared/planner/variants/demandScale.ts';
import type { VariantsOutcome } from '../../../shared/rpc/variantViews.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import type { WorkerPool } from '../../workers/workerPool.ts';
import { pathsOnThreads } from '../forecast/pathsOnThreads.ts';
import { pathFaults, refusalFaults } from '../forecast/sampleFaults.ts';
import { summaryOnThread } from '../forecast/summaryOnThread.ts';
import { openVariants, type OpenedVariants, type OpenVariant } from './openVariants.ts';
import type { VariantFaults } from './variantFaults.ts';
import type { PricedVariant, VariantsWanted } from './pricedVariant.ts';
import { variantsView } from './variantsView.ts';

/** A variant with the task of its paths. */
export interface VariantTask {
  readonly open: OpenVariant;
  readonly base: ForecastBase;
  readonly task: PathTask;
}

/** Prices every variant of a comparison over the same sampled demand. */
export async function runVariants(
  pool: WorkerPool,
  wanted: VariantsWanted,
): Promise<Result<VariantsOutcome, RpcError>> {
  const opened = await openVariants(wanted);
  if (!opened.ok) return opened;
  const { comparison, diagnostics, faults } = opened.value;
  if (!comparison || !faults || opened.value.variants.length === 0) return ok({ comparison: null, diagnostics });
  const tasks = variantTasks(opened.value, faults, wanted);
  if (!tasks.ok) return tasks;
  const priced: PricedVariant[] = [];
  for (const each of tasks.value) {
    const one = await priceVariant(pool, each, { wanted, faults, before: priced.length, of: tasks.value.length });
    if (!one.ok) return one;
    if (one.value) priced.push(one.value);
  }
  const told = [...diagnostics, ...faults.diagnostics.filter((fault) => !diagnostics.includes(fault))];
  if (faults.hasErrors()) return ok({ comparison: null, diagnostics: told });
  return ok({ comparison: variantsView(comparison, priced, wanted), diagnostics: told });
}

/** The tasks of all variants; what is beyond the budget is refused before anything is sampled. */
function variantTasks(
  { variants }: OpenedVariants,
  faults: VariantFaults,
  { paths, seed }: VariantsWanted,
): Result<VariantTask[], RpcError> {
  const tasks: VariantTask[] = [];
  for (const open of variants) {
    const base = baseOfRun(open.scenario, open.expected);
    const task = scaledTask(base, { seed, scales: open.scales });
    if (!task.ok) {
      for (const fault of refusalFaults(task.error, open.scenario))
        faults.addOfVariant(open.index, fault, { origins: [] });
      continue;
    }
    const within = withinBudget(task.value, paths);
    if (!within.ok) return err({ code: 'beyond-budget', message: describeBudget(within.error) });
    tasks.push({ open, base, task: task.value });
  }
  return ok(tasks);
}

interface Step {
  readonly wanted: VariantsWanted;
  readonly faults: VariantFaults;
  readonly before: number;
  readonly of: number;
}

async function priceVariant(
  pool: WorkerPool,
  { open, base, task }: VariantTask,
  { wanted, faults, before, of }: Step,
): Promise<Result<PricedVariant | null, RpcError>> {
  const { paths, percentiles, signal } = wanted;
  const tell = (part: number): void => wanted.tell?.('Sampling demand', (before + part) / of);
  const columns = await pathsOnThreads(pool, task, { paths, signal, tell });
  if (!columns.ok) return columns;
  if (faultOf(columns.value)) {
    for (const fault of pathFaults(columns.value, open.scenario))
      faults.addOfVariant(open.index, fault, { origins: [] });
    return ok(null);
  }
  const total = columns.value.total.slice();
  const flex = anyOf(columns.value, columns.value.monthFlex);
  const blocked = anyOf(columns.value, columns.value.monthBlocked);
  const choice = { percentiles, budget: null, ...summaryBasis(base.expected) };
  const summary = await summaryOnThread(pool, { columns: columns.value, choice }, signal);
  return summary.ok ? ok({ open, base, task, total, summary: summary.value, flex, blocked }) : summary;
}

/** Of all months together. */
function anyOf({ paths, months }: PathColumns, cells: Float64Array): PricedVariant['flex'] {
  const sums = new Float64Array(paths);
  for (let path = 0; path < paths; path++) {
    for (let month = 0; month < months; month++) sums[path]! += cells[path * months + month]!;
  }
  return { chance: shareAbove(sums, 0), mean: meanOf(sums) };
}
