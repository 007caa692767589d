import { dayMs } from '../../calendar/month.ts';

/** Usage by local day, one value a day without gaps in time. */
export interface DailyHistory {
  /** The first local day: midnight as milliseconds as if UTC. */
  readonly from: number;
  /** By day; NaN where nothing is known of it. None is negative. */
  readonly quantities: Float64Array;
}

/** The local midnight after the last day. */
export function historyEnd({ from, quantities }: DailyHistory): number {
  return from + quantities.length * dayMs;
}

/** A part of a history, `[from, until)`: local midnights; what lies outside of it is left out. */
export function historyPart(history: DailyHistory, from: number, until: number): DailyHistory {
  const first = Math.max(0, Math.round((from - history.from) / dayMs));
  const last = Math.max(first, Math.round((until - history.from) / dayMs));
  return { from: history.from + first * dayMs, quantities: history.quantities.subarray(first, last) };
}

/** Days of which something is known. */
export function knownDays({ quantities }: DailyHistory): number {
  return quantities.reduce((count, quantity) => (Number.isNaN(quantity) ? count : count + 1), 0);
}
