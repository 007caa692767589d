import { openPaths } from '../../shared/forecast/runPaths.ts';
import { nearestRank } from '../../shared/forecast/summary/nearestRank.ts';
import { forecastTaskOf } from './forecastOf.ts';
import type { LawModel } from './lawModels.ts';

/** How far a percentile of simulated bills is from that of the law, over many seeds. Minor units. */
export interface LawError {
  readonly percent: number;
  readonly truth: number;
  readonly mean: number;
  /** The standard error of that mean. */
  readonly standardError: number;
  /** Root mean square over the seeds: what one forecast is off by. */
  readonly typical: number;
}

/** Errors of P50 and P95 over seeds 1, 2, …. */
export function lawErrors({ document, quantile }: LawModel, choice: { seeds: number; paths: number }): LawError[] {
  const totals = Array.from({ length: choice.seeds }, (_, index) =>
    openPaths(forecastTaskOf(document, index + 1))({ from: 0, until: choice.paths }).total.sort(),
  );
  return [50, 95].map((percent) => {
    const truth = quantile(percent / 100);
    const errors = totals.map((total) => nearestRank(total, percent) - truth);
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    const squares = errors.reduce((sum, error) => sum + (error - mean) ** 2, 0);
    const standardError = Math.sqrt(squares / (errors.length - 1) / errors.length);
    const typical = Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length);
    return { percent, truth, mean, standardError, typical };
  });
}
