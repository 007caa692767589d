import { err, ok, type Result } from '../../base/result.ts';
import { dayMs } from '../../calendar/month.ts';
import type { DemandModel } from '../../demand/demandModel.ts';
import { expectedDays } from '../../demand/expected.ts';
import { historyEnd, historyPart, knownDays, type DailyHistory } from '../fit/dailyHistory.ts';
import { fitHistory, type FitRefusal, type HistoryFit } from '../fit/fitHistory.ts';
import type { NoiseKind } from '../fit/fitNoise.ts';
import { fittedModel } from '../fit/fittedModel.ts';
import { sampledBands, type SampledBands } from './sampledBands.ts';
import { lastMonthRepeated, sameWeekdayLastWeek } from './rivals.ts';

/** How a backtest is made. */
export interface BacktestOptions {
  /** Days at the end that are kept from the fit. */
  readonly holdOut: number;
  readonly paths: number;
  readonly seed: number;
  readonly noise?: NoiseKind;
}

/** How far one way to forecast lies from what came. */
export interface ForecastError {
  readonly id: 'model' | 'last-month' | 'last-week';
  /** By day. */
  readonly forecast: Float64Array;
  /** Sum of the distances by day ÷ sum of what came; null where nothing came. */
  readonly off: number | null;
  /** Forecast sum ÷ sum of what came, less 1; null where nothing came. */
  readonly bias: number | null;
}

/** What a model made from the first part of a history says of the rest. */
export interface Backtest {
  readonly fit: HistoryFit;
  readonly model: DemandModel;
  /** The days held out; NaN where unknown. */
  readonly heldOut: DailyHistory;
  /** Days of them that are known. */
  readonly judged: number;
  /** Days of these inside the 80 % band. */
  readonly covered: number;
  readonly bands: SampledBands;
  /** The model, then its two rivals. */
  readonly errors: readonly ForecastError[];
  /** What came on the judged days, together. */
  readonly total: number;
}

/** Why nothing can be backtested. */
export type BacktestRefusal =
  FitRefusal | { readonly code: 'too-short'; readonly days: number; readonly needed: number };

/** Fewest days that must come before those held out: a month, which one rival repeats. */
const fewestBefore = 30;

/**
 * Fits a model to all but the last days of a history, forecasts these, and compares with what came: how many days lie inside
 * the 80 % band, and the error beside that of two plain rivals. Same history and seed, same result.
 */
export function backtest(history: DailyHistory, options: BacktestOptions): Result<Backtest, BacktestRefusal> {
  const end = historyEnd(history);
  const cut = end - options.holdOut * dayMs;
  const before = historyPart(history, history.from, cut);
  const heldOut = historyPart(history, cut, end);
  const needed = options.holdOut + fewestBefore;
  if (before.quantities.length < fewestBefore || options.holdOut < 1 || knownDays(heldOut) === 0)
    return err({ code: 'too-short', days: history.quantities.length, needed });
  const fit = fitHistory(before, options.noise);
  if (!fit.ok) return fit;
  const model = fittedModel(fit.value, { id: 'backtest', meter: null, from: cut, until: end });
  const bands = sampledBands(model, heldOut, options);
  const { quantities: days } = expectedDays(model, cut, end);
  const rows = [...heldOut.quantities.keys()].filter((row) => !Number.isNaN(heldOut.quantities[row]!));
  const inside = rows.filter((row) => {
    return isInside(heldOut.quantities[row]!, { low: bands.low[row]!, high: bands.high[row]! });
  });
  return ok({
    fit: fit.value,
    model,
    heldOut,
    judged: rows.length,
    covered: inside.length,
    bands,
    errors: [
      errorOf('model', days, heldOut),
      errorOf('last-month', lastMonthRepeated(before, options.holdOut), heldOut),
      errorOf('last-week', sameWeekdayLastWeek(before, options.holdOut), heldOut),
    ],
    total: rows.reduce((sum, row) => sum + heldOut.quantities[row]!, 0),
  });
}

/** What the few digits of a model's numbers can move a band by. */
const digits = 1e-4;

/** Whether a quantity lies inside a band, its edges included. */
export function isInside(quantity: number, { low, high }: { readonly low: number; readonly high: number }): boolean {
  return quantity >= low * (1 - digits) && quantity <= high * (1 + digits);
}

function errorOf(id: ForecastError['id'], forecast: Float64Array, { quantities }: DailyHistory): ForecastError {
  let [sum, distance, said] = [0, 0, 0];
  for (let row = 0; row < quantities.length; row++) {
    const actual = quantities[row]!;
    if (Number.isNaN(actual)) continue;
    sum += actual;
    said += forecast[row]!;
    distance += Math.abs(actual - forecast[row]!);
  }
  return { id, forecast, off: sum > 0 ? distance / sum : null, bias: sum > 0 ? said / sum - 1 : null };
}
