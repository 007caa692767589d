import { err, type Result } from '../../../shared/base/result.ts';
import type { PlanOutcome, QuantityView } from '../../../shared/rpc/forecastViews.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';

/** The latest plans, for the quantities that are looked at. */
export interface KeptPlans {
  keep(made: PlanOutcome): PlanOutcome;
  quantity(planId: string, quantity: number): Result<QuantityView, RpcError>;
}

export function createKeptPlans(_randomId: () => string): KeptPlans {
  return {
    keep: (made) => made,
    quantity: () => err({ code: 'unknown-plan', message: 'The plan is no longer kept: run it again.' }),
  };
}
