import type { Diagnostic } from '../../../shared/base/diagnostic.ts';

import { err, ok, type Result } from '../../../shared/base/result.ts';
import { describeBudget, withinBudget } from '../../../shared/forecast/forecastBudget.ts';
import type { PathTask } from '../../../shared/forecast/pathTask.ts';
import { baseOfRun, forecastTask, type ForecastBase } from '../../../shared/forecast/prepareForecast.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';

import type { Scenario } from '../../../shared/scenario/scenario.ts';
import { refusalFaults } from './sampleFaults.ts';
import { runScenario, type ScenarioToRun } from '../runScenario.ts';

/** The text of a scenario whose demand is sampled, and who waits for it. */
export interface ToSample extends Pick<ScenarioToRun, 'text' | 'readUsage'> {
  readonly signal?: AbortSignal;
  /** The part done of a step, from 0 to 1, where that is known. */
  readonly tell?: (step: string, part: number | null) => void;
}

/** A scenario that ran as expected, and the task of its paths. */
export interface PreparedSample {
  readonly base: ForecastBase;
  readonly task: PathTask;
  /** Warnings. */
  readonly diagnostics: readonly Diagnostic[];
}

interface SampleChoice {
  readonly paths: number;
  readonly seed: number;
  /** Instants at which something may be bought: terms are cut there. */
  readonly cutsOf?: (scenario: Scenario) => Result<readonly number[], RpcError>;
}

export const cancelled: RpcError = { code: 'cancelled', message: 'It was cancelled.' };

/**
 * Runs a scenario as expected and makes the task of its paths. Faults of the scenario stand in `diagnostics`, without a task;
 * what is beyond the budget of a simulation is refused here, before anything is sampled.
 */
export async function prepareSample(
  { signal, tell, ...scenario }: ToSample,
  { paths, seed, cutsOf }: SampleChoice,
): Promise<Result<PreparedSample | { readonly task: null; readonly diagnostics: readonly Diagnostic[] }, RpcError>> {
  tell?.('Running the scenario as expected', null);
  const ran = await runScenario({ ...scenario, signal });
  if (ran.givenUp) return err(cancelled);
  if (!ran.scenario || !ran.run) return ok({ task: null, diagnostics: ran.diagnostics });
  const base = baseOfRun(ran.scenario, ran.run, ran.diagnostics);
  const cuts = cutsOf?.(ran.scenario) ?? ok([]);
  if (!cuts.ok) return cuts;
  const task = forecastTask(base, { seed, cuts: cuts.value });
  if (!task.ok)
    return ok({ task: null, diagnostics: [...ran.diagnostics, ...refusalFaults(task.error, ran.scenario)] });
  const within = withinBudget(task.value, paths);
  if (!within.ok) return err({ code: 'beyond-budget', message: describeBudget(within.error) });
  return ok({ base, task: task.value, diagnostics: ran.diagnostics });
}
