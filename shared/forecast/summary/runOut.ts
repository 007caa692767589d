import { nearestRank } from './nearestRank.ts';

/** When a pool first runs out, over all paths. Days are local midnights as if UTC. */
export interface RunOut {
  /** Share of the paths on which it does. */
  readonly chance: number;
  /** By percentile, the day by which that share of all paths has run out; null: never. */
  readonly points: readonly (number | null)[];
  /** Share of the paths that first run out in each calendar month of the horizon. */
  readonly byMonth: readonly number[];
}

/** The distribution of first run-out days; NaN stands for never. `firstDay` is the horizon's first local day. */
export function runOutOf(
  days: Float64Array,
  { percentiles, months, firstDay }: { percentiles: readonly number[]; months: number; firstDay: number },
): RunOut {
  // The sort puts NaN last, which is where never belongs.
  const ascending = days.slice().sort();
  const byMonth = Array.from({ length: months }, () => 0);
  let count = 0;
  for (const day of ascending) {
    if (Number.isNaN(day)) break;
    count += 1;
    byMonth[monthsBetween(firstDay, day)]! += 1;
  }
  const points = percentiles.map((percent) => {
    const day = nearestRank(ascending, percent);
    return Number.isNaN(day) ? null : day;
  });
  return { chance: count / days.length, points, byMonth: byMonth.map((each) => each / days.length) };
}

function monthsBetween(from: number, until: number): number {
  const [first, last] = [new Date(from), new Date(until)];
  return (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth();
}
