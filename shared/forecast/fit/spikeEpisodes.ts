import { dayMs } from '../../calendar/month.ts';
import type { DailyHistory } from './dailyHistory.ts';

/** The greatest factor of a spike that a scenario takes. */
export const greatestFactor = 1_000_000;

/** Days in a row, at most one apart, far above the rest. */
export interface SpikeEpisode {
  /** The first local day: midnight as milliseconds as if UTC. */
  readonly from: number;
  readonly days: number;
  /** What they came to together ÷ what was expected of them, at most `greatestFactor`. */
  readonly factor: number;
}

/** The spikes of a history, in order. */
export function episodesOf(history: DailyHistory, expected: Float64Array, apart: Int8Array): SpikeEpisode[] {
  const episodes: SpikeEpisode[] = [];
  for (let row = 0; row < apart.length; row++) {
    if (apart[row]! <= 0) continue;
    let end = row + 1;
    while (apart[end]! > 0 || apart[end + 1]! > 0) end += 1;
    episodes.push(episode(history, expected, { row, end }));
    row = end;
  }
  return episodes;
}

function episode(
  { from, quantities }: DailyHistory,
  expected: Float64Array,
  { row, end }: { readonly row: number; readonly end: number },
): SpikeEpisode {
  let [seen, line] = [0, 0];
  for (let at = row; at < end; at++) {
    if (Number.isNaN(quantities[at]!)) continue;
    seen += quantities[at]!;
    line += expected[at]!;
  }
  return { from: from + row * dayMs, days: end - row, factor: Math.min(seen / line, greatestFactor) };
}
