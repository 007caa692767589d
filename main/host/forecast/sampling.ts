import type { Diagnostic } from '../../../shared/base/diagnostic.ts';
import { ok, type Result } from '../../../shared/base/result.ts';
import type { ForecastOutcome, QuantityView } from '../../../shared/rpc/forecastViews.ts';
import type { SolvedOutcome, VariantsOutcome } from '../../../shared/rpc/variantViews.ts';
import type { RpcParams } from '../../../shared/rpc/table.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import { workerFile } from '../../workers/workerFile.ts';
import { createWorkerPool } from '../../workers/workerPool.ts';
import type { KeptPlan } from './keptPlans.ts';
import { breakEvenOn, lookAtQuantity } from './lookAtQuantity.ts';
import { planView, quantityToBuy } from './planView.ts';
import type { ToSample } from './prepareSample.ts';
import { runForecast } from './runForecast.ts';
import { runPlan } from './runPlan.ts';
import type { VariantsWanted } from '../variants/pricedVariant.ts';
import { runVariants } from '../variants/runVariants.ts';
import { solveVariants } from '../variants/solveVariants.ts';
import type { SolveWanted } from '../variants/solveWanted.ts';

type Wanted<Name extends 'forecast.run' | 'plan.run'> = Omit<RpcParams<Name>, 'job' | 'path' | 'text'> & ToSample;

export type ForecastWanted = Wanted<'forecast.run'>;
export type PlanWanted = Wanted<'plan.run'>;

/** A plan with all that its quantities are looked at by, or the faults that stand in its way. */
export type PlanMade = { readonly kept: KeptPlan | null; readonly diagnostics: readonly Diagnostic[] };

/** Forecasts and plans of scenarios, on threads that are kept warm until it is closed. */
export interface Sampling {
  forecast(wanted: ForecastWanted & { readonly forecastId: string }): Promise<Result<ForecastOutcome, RpcError>>;
  plan(wanted: PlanWanted & { readonly planId: string }): Promise<Result<PlanMade, RpcError>>;
  /** One quantity of a plan in full. */
  quantity(kept: KeptPlan, quantity: number): Promise<Result<QuantityView, RpcError>>;
  /** The variants of a comparison over the same sampled demand. */
  variants(wanted: VariantsWanted): Promise<Result<VariantsOutcome, RpcError>>;
  /** What would have to be true for variants to cost the same. */
  solve(wanted: SolveWanted): Promise<Result<SolvedOutcome, RpcError>>;
  close(): Promise<void>;
}

export function createSampling(): Sampling {
  const pool = createWorkerPool({ file: workerFile('forecastWorker') });
  return {
    forecast: (wanted) => runForecast(pool, wanted),
    async plan({ planId, ...wanted }) {
      const made = await runPlan(pool, wanted);
      if (!made.ok) return made;
      const { diagnostics } = made.value;
      if (!made.value.task) return ok({ kept: null, diagnostics });
      const breakEven = await breakEvenOn(pool, made.value, quantityToBuy(made.value));
      if (!breakEven.ok) return breakEven;
      const view = planView(made.value, { planId, breakEven: breakEven.value });
      return ok({ kept: { made: made.value, view, least: null }, diagnostics });
    },
    quantity: (kept, quantity) => lookAtQuantity(pool, kept, quantity),
    variants: (wanted) => runVariants(pool, wanted),
    solve: (wanted) => solveVariants(pool, wanted),
    close: () => pool.close(),
  };
}
