import type { PathTask } from '../../shared/forecast/pathTask.ts';
import { pathSampler } from '../../shared/forecast/sampling/pathSampler.ts';
import type { PlanTerms } from '../../shared/planner/planTerms.ts';
import { breakEvenOf, runOutDays, topUpBy, type BreakEvenPoint } from '../../shared/planner/runOutDays.ts';

/** The paths over which days are told. */
export interface DaysTask {
  readonly plan: PlanTerms;
  readonly paths: PathTask;
  readonly count: number;
}

/** What is asked of a quantity. */
export interface DaysAsked {
  readonly of: 'break-even' | 'top-up';
  readonly quantity: number;
}

/** Local midnights as if UTC; null: there is no such day. */
export type QuantityDays =
  | { readonly of: 'break-even'; readonly point: BreakEvenPoint | null }
  | { readonly of: 'top-up'; readonly day: number | null };

/** More is bought before one path in ten has run out. */
const riskOfRunningOut = 0.1;

/** Opens a plan to be asked for days: each asks every path anew, day by day. */
export function openDays({ plan, paths, count }: DaysTask): (asked: DaysAsked) => QuantityDays {
  const demand = { ...pathSampler(paths.demand), paths: count };
  return ({ of, quantity }) => {
    if (of === 'break-even') return { of, point: breakEvenOf(plan, demand, quantity) };
    return { of, day: topUpBy(runOutDays(plan, demand, quantity), riskOfRunningOut) };
  };
}
