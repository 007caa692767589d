import { ratio, type Ratio } from '../../shared/base/ratio.ts';
import { parseInstant } from '../../shared/calendar/instant.ts';
import { forecastBase, forecastTask } from '../../shared/forecast/prepareForecast.ts';
import { pathSampler } from '../../shared/forecast/sampling/pathSampler.ts';
import { mostQuantity } from '../../shared/planner/mostQuantity.ts';
import { mergeCurves, type PlanCurve } from '../../shared/planner/planCurve.ts';
import { openPlan, quantityRanges, type PlanTask } from '../../shared/planner/planTask.ts';
import { planTerms } from '../../shared/planner/planTerms.ts';
import type { SlotDemand } from '../../shared/planner/runOutDays.ts';
import { sampleSegments } from '../../shared/planner/segmentDemand.ts';
import { decodeScenario } from '../../shared/scenario/decode.ts';

/** What a plan is asked in a test. */
export interface PlanAsked {
  /** Local dates. */
  readonly at: string | readonly string[];
  readonly most?: number;
  readonly paths?: number;
  readonly seed?: number;
  readonly budget?: number;
  readonly leftover?: Ratio;
  readonly costOfCapital?: Ratio;
}

/** The plan of a scenario document without usage files; the code where nothing can be planned. */
export function planned(document: object, asked: PlanAsked) {
  const { scenario, diagnostics } = decodeScenario(JSON.stringify(document, null, 1));
  if (!scenario) throw new Error(JSON.stringify(diagnostics, null, 1));
  const base = forecastBase(scenario, []);
  if (!base.ok) throw new Error(JSON.stringify(base.error, null, 1));
  const dates = [asked.at].flat().map((date) => parseInstant(date, scenario.zone)!);
  const task = forecastTask(base.value, { seed: asked.seed ?? 1, cuts: dates });
  if (!task.ok || task.value.pricing.kind !== 'compact') throw new Error('no terms');
  const { terms } = task.value.pricing;
  const plan = planTerms(base.value.expected.program, terms, dates);
  if (!plan.ok) return { refusal: plan.error.code };
  const paths = asked.paths ?? 1;
  const demand = sampleSegments(task.value, terms, { from: 0, until: paths });
  const planTask: PlanTask = {
    plan: plan.value,
    demand,
    choice: { percent: 90, budget: asked.budget ?? null },
    valuation: { leftover: asked.leftover ?? ratio(0n), costOfCapital: asked.costOfCapital ?? ratio(0n) },
    most: asked.most ?? mostQuantity(plan.value, demand).quantity,
  };
  const curve: PlanCurve = mergeCurves(quantityRanges(planTask).map(openPlan(planTask)));
  const sampler = pathSampler(task.value.demand);
  const slots: SlotDemand = { paths, ...sampler };
  return { refusal: null, task: planTask, curve, slots };
}
