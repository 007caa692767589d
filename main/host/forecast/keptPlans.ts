import { err, ok, type Result } from '../../../shared/base/result.ts';
import type { PlanView } from '../../../shared/rpc/forecastViews.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import type { MadePlan } from './runPlan.ts';

/** A plan whose quantities can be looked at. */
export interface KeptPlan {
  readonly made: MadePlan;
  readonly view: PlanView;
  /** The least that each path comes to, once somebody asked for it. */
  least: Promise<Result<Float64Array, RpcError>> | null;
}

/** The latest plans, by their names. */
export interface KeptPlans {
  keep(plan: KeptPlan): void;
  find(planId: string): Result<KeptPlan, RpcError>;
}

const mostKept = 3;

export function createKeptPlans(): KeptPlans {
  const kept = new Map<string, KeptPlan>();
  return {
    keep(plan) {
      kept.set(plan.view.planId, plan);
      for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest);
    },
    find(planId) {
      const plan = kept.get(planId);
      return plan ? ok(plan) : err({ code: 'unknown-plan', message: 'The plan is no longer kept: run it again.' });
    },
  };
}
