import { addMonths, dayMs } from '../../calendar/month.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { Noise } from '../../demand/demandModel.ts';
import { historyEnd, knownDays, type DailyHistory } from './dailyHistory.ts';
import { fitNoise, type NoiseKind } from './fitNoise.ts';
import { fitShape, flatShape, type FittedShape, type ShapeTerms } from './fitShape.ts';
import { matchMeans } from './matchMeans.ts';
import { shapeDays, type HistoryShape } from './historyShape.ts';
import { episodesOf, type SpikeEpisode } from './spikeEpisodes.ts';
import { blockDays, outliersOf } from './wander.ts';

/** What a history is long enough to tell. */
export interface Tellable extends ShapeTerms {
  readonly spread: boolean;
  readonly spikes: boolean;
}

/** A demand model found in a history, with what it was found from. */
export interface HistoryFit {
  readonly history: DailyHistory;
  /** Days of which something is known, and those of them with nothing. */
  readonly known: number;
  readonly zeros: number;
  readonly tellable: Tellable;
  /** Quantity a day in the history's first month, without the patterns. */
  readonly level: number;
  readonly shape: HistoryShape;
  readonly growthRange: readonly [number, number] | null;
  /** Factor by which the level follows the latest four weeks; 1 where these do not stand out. */
  readonly recent: number;
  /** By day: the fitted line, spikes and noise left out. */
  readonly expected: Float64Array;
  /** By day: 1 where a spike is set apart, −1 where a day falls short, else 0. */
  readonly apart: Int8Array;
  readonly spikes: readonly SpikeEpisode[];
  readonly noise: Noise | null;
}

/** Why nothing can be fitted. */
export type FitRefusal = { readonly code: 'no-history' } | { readonly code: 'nothing-used'; readonly days: number };

/** Fewest known days for each pattern. */
export const fewestDays = { weekdays: 14, spread: 14, spikes: 28 } as const;
/** Beyond this share of days, what stands out is no spike but how this usage is. */
const mostSpikeDays = 0.05;

/**
 * Fits a demand model to usage by day: level, growth per month, weekday pattern, yearly pattern, spikes set apart, spread
 * and days with nothing. Patterns that the history is too short to tell, or that do not stand out from its noise, are left
 * out. Same history, same fit.
 */
export function fitHistory(history: DailyHistory, noise: NoiseKind = 'auto'): Result<HistoryFit, FitRefusal> {
  const known = knownDays(history);
  if (known === 0) return err({ code: 'no-history' });
  const zeros = history.quantities.reduce((count, quantity) => (quantity === 0 ? count + 1 : count), 0);
  if (zeros === known) return err({ code: 'nothing-used', days: known });
  const tellable = tellableOf(history, known);
  const fitted = known - zeros >= fewestDays.weekdays ? fitShape(history, tellable) : flatShape(history);
  const apart = tellable.spikes ? setApart(fitted, known) : new Int8Array(history.quantities.length);
  const kept = { ...fitted.kept, weekdays: fitted.kept.weekdays || (tellable.weekdays && hasIdleWeekday(history)) };
  const { level, shape } = matchMeans(history, { shape: fitted.shape, kept, apart });
  const expected = shapeDays(history, shape).map((part) => part * level);
  return ok({
    history,
    known,
    zeros,
    tellable,
    level,
    shape,
    growthRange: fitted.growthRange,
    recent: recentFactor(history, { expected, apart, follow: fitted.wander.follow }),
    expected,
    apart,
    spikes: episodesOf(history, expected, apart),
    noise: tellable.spread ? fitNoise(history, { expected, apart, kind: noise }) : null,
  });
}

/** Two weeks for the days of the week, two months for growth, two years for a yearly pattern. */
function tellableOf(history: DailyHistory, known: number): Tellable {
  const until = historyEnd(history);
  return {
    weekdays: known >= fewestDays.weekdays,
    growth: until >= addMonths(history.from, 2) && known >= 28,
    months: until >= addMonths(history.from, 24) && known >= 365,
    spread: known >= fewestDays.spread,
    spikes: known >= fewestDays.spikes,
  };
}

function setApart({ deviations }: FittedShape, known: number): Int8Array {
  const apart = outliersOf(deviations);
  const spikes = apart.reduce((count, side) => (side > 0 ? count + 1 : count), 0);
  return spikes > mostSpikeDays * known ? apart.map((side) => Math.min(side, 0)) : apart;
}

/** Whether a day of the week never has anything, which logs cannot show. */
function hasIdleWeekday({ from, quantities }: DailyHistory): boolean {
  const sums = new Float64Array(7);
  const counts = new Int32Array(7);
  quantities.forEach((quantity, row) => {
    if (Number.isNaN(quantity)) return;
    const at = new Date(from + row * dayMs).getUTCDay();
    sums[at]! += quantity;
    counts[at]! += 1;
  });
  return sums.some((sum, at) => sum === 0 && counts[at]! >= 2);
}

function recentFactor(
  { quantities }: DailyHistory,
  { expected, apart, follow }: { readonly expected: Float64Array; readonly apart: Int8Array; readonly follow: number },
): number {
  let seen = 0;
  let line = 0;
  for (let row = Math.max(0, quantities.length - blockDays); row < quantities.length; row++) {
    if (Number.isNaN(quantities[row]!) || apart[row]! > 0) continue;
    seen += quantities[row]!;
    line += expected[row]!;
  }
  return follow > 0 && seen > 0 && line > 0 ? (seen / line) ** follow : 1;
}
