import type { PathTask } from '../../../shared/forecast/pathTask.ts';
import type { ForecastBase } from '../../../shared/forecast/prepareForecast.ts';
import type { ForecastSummary } from '../../../shared/forecast/summary/forecastSummary.ts';
import type { OpenVariant, VariantsToOpen } from './openVariants.ts';

/** What is asked of a comparison. */
export interface VariantsWanted extends VariantsToOpen {
  readonly paths: number;
  readonly seed: number;
  readonly percentiles: readonly number[];
}

/** A variant whose paths were priced. */
export interface PricedVariant {
  readonly open: OpenVariant;
  readonly base: ForecastBase;
  readonly task: PathTask;
  /** By path, minor units. */
  readonly total: Float64Array;
  readonly summary: ForecastSummary;
  /** Over the horizon: share of the paths with any, and nanocredits on average. */
  readonly flex: { readonly chance: number; readonly mean: bigint };
  readonly blocked: { readonly chance: number; readonly mean: bigint };
}
