import { readDecimal } from '../../../shared/base/decimal.ts';
import { assert } from '../../../shared/base/assert.ts';
import { zeroRatio, type Ratio } from '../../../shared/base/ratio.ts';
import { err, ok, type Result } from '../../../shared/base/result.ts';
import { parseInstant } from '../../../shared/calendar/instant.ts';
import type { Diagnostic } from '../../../shared/base/diagnostic.ts';
import { defaultBudget } from '../../../shared/forecast/forecastBudget.ts';
import type { PathTask } from '../../../shared/forecast/pathTask.ts';
import type { ForecastBase } from '../../../shared/forecast/prepareForecast.ts';
import { faultOf } from '../../../shared/forecast/summary/forecastSummary.ts';
import type { PlanAim } from '../../../shared/planner/bestQuantity.ts';
import type { PlanCurve } from '../../../shared/planner/planCurve.ts';
import { pricedWith } from '../../../shared/planner/quantityDetail.ts';
import { planCost, type PlanTask } from '../../../shared/planner/planTask.ts';
import { planTerms, type PlanTerms } from '../../../shared/planner/planTerms.ts';
import type { SegmentDemand } from '../../../shared/planner/segmentDemand.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import type { Scenario } from '../../../shared/scenario/scenario.ts';
import type { WorkerPool } from '../../workers/workerPool.ts';
import { minorAmount } from './minorAmount.ts';
import { curveOnThreads, mostOnThread, segmentsOnThreads } from './planOnThreads.ts';
import { planRefusal } from './planRefusal.ts';
import { prepareSample } from './prepareSample.ts';
import { pathFaults } from './sampleFaults.ts';
import type { PlanWanted } from './sampling.ts';

/** A plan that was made, with all that its quantities are looked at by. */
export interface MadePlan {
  readonly base: ForecastBase;
  readonly paths: PathTask;
  readonly task: PlanTask;
  readonly curve: PlanCurve;
  readonly aim: PlanAim;
  readonly wanted: Omit<PlanWanted, 'signal' | 'tell' | 'readUsage' | 'text'>;
  /** There may be more to see beyond the greatest quantity, which nobody asked for. */
  readonly isBounded: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Samples the paths of a scenario once and prices every quantity over them. Faults of the scenario come without a plan. */
export async function runPlan(
  pool: WorkerPool,
  wanted: PlanWanted,
): Promise<Result<MadePlan | { readonly task: null; readonly diagnostics: readonly Diagnostic[] }, RpcError>> {
  const { paths, seed } = wanted;
  const dates = (scenario: Scenario) => purchaseDates(wanted, scenario);
  const prepared = await prepareSample(wanted, { paths, seed, cutsOf: dates });
  if (!prepared.ok) return prepared;
  if (!prepared.value.task) return ok(prepared.value);
  const { base, task: pathTask, diagnostics } = prepared.value;
  const aim = aimOf(wanted, base);
  if (!aim.ok) return aim;
  const opened = openTerms(base, pathTask, dates(base.scenario));
  if (!opened.ok) return opened;
  const plan = opened.value;
  const watched = (step: string) => ({ signal: wanted.signal, tell: wanted.tell && tellStep(wanted.tell, step) });
  const sampled = { task: pathTask, terms: plan.terms };
  const demand = await segmentsOnThreads(pool, sampled, { paths, ...watched('Sampling demand') });
  if (!demand.ok) return demand;
  const unbought = pricedWith(plan, demand.value, 0);
  if (faultOf(unbought)) {
    return ok({ task: null, diagnostics: [...diagnostics, ...pathFaults(unbought, base.scenario)] });
  }
  const most = await greatest(pool, { plan, demand: demand.value, wanted });
  if (!most.ok) return most;
  const task = taskOf(wanted, { plan, demand: demand.value, aim: aim.value, most: most.value.quantity });
  const refused = beyondBudget(task);
  if (refused) return err(refused);
  const curve = await curveOnThreads(pool, task, watched('Pricing every quantity'));
  if (!curve.ok) return curve;
  const { signal: _signal, tell: _tell, readUsage: _read, text: _text, ...kept } = wanted;
  const made = { base, paths: pathTask, task, curve: curve.value, aim: aim.value, diagnostics };
  return ok({ ...made, wanted: kept, isBounded: most.value.isBounded });
}

/** The dates of a plan as instants, ascending. */
function purchaseDates(
  { at, tranches }: Pick<PlanWanted, 'at' | 'tranches'>,
  { zone }: Scenario,
): Result<readonly number[], RpcError> {
  const dates = [...new Set([at, ...tranches])].sort();
  if (dates.length <= tranches.length)
    return err({ code: 'bad-date', message: 'Each purchase needs a date of its own.' });
  const instants = dates.map((date) => parseInstant(date, zone));
  const wrong = dates[instants.indexOf(null)];
  if (wrong !== undefined) return err({ code: 'bad-date', message: `${wrong} is not a date.` });
  return ok(instants.filter((instant) => instant !== null));
}

function openTerms(
  { expected, scenario }: ForecastBase,
  { pricing }: PathTask,
  dates: Result<readonly number[], RpcError>,
): Result<PlanTerms, RpcError> {
  if (!dates.ok) return dates;
  if (pricing.kind !== 'compact') {
    return err({ code: 'price-digits', message: 'The price of Flex has too many digits for a plan.' });
  }
  const plan = planTerms(expected.program, pricing.terms, dates.value);
  return plan.ok ? plan : err(planRefusal(plan.error, scenario));
}

function aimOf({ goal }: PlanWanted, { expected }: ForecastBase): Result<PlanAim, RpcError> {
  if (goal.kind === 'mean') return ok({ kind: 'mean' });
  if (goal.kind === 'p90') return ok({ kind: 'high' });
  const amount = minorAmount(goal.amount, expected.program);
  if (!amount.ok) return amount;
  return ok({ kind: 'budget', amount: Number(amount.value), chance: goal.chance });
}

async function greatest(
  pool: WorkerPool,
  { plan, demand, wanted }: { plan: PlanTerms; demand: SegmentDemand; wanted: PlanWanted },
) {
  if (wanted.max !== null) return ok({ quantity: wanted.max, isBounded: false });
  return mostOnThread(pool, { plan, demand }, { signal: wanted.signal });
}

function taskOf(
  { leftover, costOfCapital }: PlanWanted,
  { plan, demand, aim, most }: { plan: PlanTerms; demand: SegmentDemand; aim: PlanAim; most: number },
): PlanTask {
  return {
    plan,
    demand,
    most,
    choice: { percent: 90, budget: aim.kind === 'budget' ? aim.amount : null },
    valuation: { leftover: shareOf(leftover), costOfCapital: shareOf(costOfCapital) },
  };
}

/** A share as it was written, to the ninth decimal. */
function shareOf(share: number): Ratio {
  const exact = readDecimal(share.toFixed(9));
  assert(exact !== null, 'a share is a number');
  return share === 0 ? zeroRatio : exact;
}

function beyondBudget(task: PlanTask): RpcError | null {
  const steps = planCost(task);
  if (steps <= defaultBudget.steps) return null;
  const figure = (count: number): string => count.toLocaleString('en-US');
  return {
    code: 'beyond-budget',
    message: `This plan would take ${figure(steps)} steps; at most ${figure(defaultBudget.steps)} are allowed. Ask for fewer paths or a smaller greatest quantity.`,
  };
}

function tellStep(tell: NonNullable<PlanWanted['tell']>, step: string) {
  return (part: number) => tell(step, part);
}
