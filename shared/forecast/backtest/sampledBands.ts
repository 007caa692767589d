import type { DemandModel } from '../../demand/demandModel.ts';
import { expectedParts } from '../../demand/expected.ts';
import { historyEnd, type DailyHistory } from '../fit/dailyHistory.ts';
import { pathSampler, sampledDemand } from '../sampling/pathSampler.ts';
import { sampledModel } from '../sampling/sampledModel.ts';

/** Between which quantities four paths of five lie. */
export interface SampledBands {
  /** P10 and P90 of each day. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** P10 and P90 of the sum over the days that are known. */
  readonly totalLow: number;
  readonly totalHigh: number;
}

/** Paths are rounded to whole numbers; the mean day is scaled to this many, so that rounding is far below any spread. */
const scaledMean = 2 ** 30;

/** Samples the days of a history from a model, path by path: nearest ranks, equal for equal seeds. */
export function sampledBands(
  model: DemandModel,
  days: DailyHistory,
  { paths, seed }: { readonly paths: number; readonly seed: number },
): SampledBands {
  const parts = expectedParts(model, days.from, historyEnd(days));
  const count = parts.base.length;
  const scale = scaleOf(parts.base);
  const fixed = new Float64Array(count);
  const scaled = {
    base: parts.base.map((quantity) => quantity * scale),
    add: null,
    slot: Int32Array.from({ length: count }, (_, row) => row),
  };
  const sampler = pathSampler(sampledDemand(seed, [sampledModel(model, scaled, { seed, firstDay: days.from })], fixed));
  const byDay = Array.from({ length: count }, () => new Float64Array(paths));
  const totals = new Float64Array(paths);
  for (let path = 0; path < paths; path++) {
    sampler.sample(path);
    for (let row = 0; row < count; row++) {
      byDay[row]![path] = sampler.row[row]!;
      if (!Number.isNaN(days.quantities[row]!)) totals[path]! += sampler.row[row]!;
    }
  }
  for (const sorted of [...byDay, totals]) sorted.sort();
  const rank = (percent: number) => (sorted: Float64Array) =>
    sorted[Math.max(1, Math.ceil((percent / 100) * paths)) - 1]! / scale;
  const [low, high] = [rank(10), rank(90)];
  return {
    low: Float64Array.from(byDay, low),
    high: Float64Array.from(byDay, high),
    totalLow: low(totals),
    totalHigh: high(totals),
  };
}

function scaleOf(base: Float64Array): number {
  const mean = base.reduce((sum, quantity) => sum + quantity, 0) / base.length;
  return mean > 0 ? scaledMean / mean : 1;
}
