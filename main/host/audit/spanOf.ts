import { formatInstant } from '../../../shared/calendar/instant.ts';
import type { ControlTotals } from '../../../shared/audit/controlTotals.ts';

/** From the earliest to the latest of some instants, in milliseconds UTC; from Infinity to -Infinity where there are none. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

export const noSpan: Span = { first: Infinity, last: -Infinity };

/** The span of the first so many instants, and of one that was seen before. */
export function spanOf(at: Float64Array, count: number, before: Span = noSpan): Span {
  let { first, last } = before;
  for (let row = 0; row < count; row++) {
    const time = at[row]!;
    if (time < first) first = time;
    if (time > last) last = time;
  }
  return { first, last };
}

/** A span as control totals state it. */
export function spanText({ first, last }: Span): Pick<ControlTotals, 'first' | 'last'> {
  return last < first ? { first: null, last: null } : { first: formatInstant(first), last: formatInstant(last) };
}
