import { err, type Result } from '../../../shared/base/result.ts';
import type { ForecastOutcome, PlanOutcome } from '../../../shared/rpc/forecastViews.ts';
import type { RpcParams } from '../../../shared/rpc/table.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import { workerFile } from '../../workers/workerFile.ts';
import { createWorkerPool } from '../../workers/workerPool.ts';
import type { ToSample } from './prepareSample.ts';
import { runForecast } from './runForecast.ts';

type Wanted<Name extends 'forecast.run' | 'plan.run'> = Omit<RpcParams<Name>, 'job' | 'path' | 'text'> & ToSample;

export type ForecastWanted = Wanted<'forecast.run'>;
export type PlanWanted = Wanted<'plan.run'>;

/** Forecasts and plans of scenarios, on threads that are kept warm until it is closed. */
export interface Sampling {
  forecast(wanted: ForecastWanted & { readonly forecastId: string }): Promise<Result<ForecastOutcome, RpcError>>;
  plan(wanted: PlanWanted): Promise<Result<PlanOutcome, RpcError>>;
  close(): Promise<void>;
}

export function createSampling(): Sampling {
  const pool = createWorkerPool({ file: workerFile('forecastWorker') });
  return {
    forecast: (wanted) => runForecast(pool, wanted),
    plan: () => Promise.resolve(err({ code: 'not-ready', message: 'Plans cannot be made yet.' })),
    close: () => pool.close(),
  };
}
