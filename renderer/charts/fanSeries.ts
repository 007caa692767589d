import type { FanPoint } from '../../shared/rpc/forecastViews.ts';
import { dayAxis } from './chartAxes.ts';
import { percentName, type ChartData } from './chartData.ts';

/** A band of the fan: from the percentile at `low` to the one at `high`, the outermost first. */
export interface FanBand {
  readonly low: number;
  readonly high: number;
  readonly name: string;
  /** From the outermost, 0, to the innermost, 1. */
  readonly depth: number;
}

/** A point of the fan for drawing. `at` is its local date as if UTC. */
export interface FanColumn {
  readonly at: number;
  readonly date: string;
  readonly mean: number;
  readonly values: readonly number[];
  /** One a band: from and to. */
  readonly bands: readonly (readonly [number, number])[];
}

export interface FanSeries {
  readonly columns: readonly FanColumn[];
  readonly bands: readonly FanBand[];
  /** Index of the percentile that is drawn as a line, the nearest to the middle; null where there is none. */
  readonly middle: number | null;
}

interface Fan {
  /** Local date on which it begins, with nothing spent. */
  readonly from: string;
  readonly percentiles: readonly number[];
  readonly points: readonly FanPoint[];
}

/** Cumulative cost as bands between percentiles that lie alike about the middle. */
export function fanSeries({ from, percentiles, points }: Fan): FanSeries {
  const order = percentiles.map((_, index) => index).sort((a, b) => percentiles[a]! - percentiles[b]!);
  const bands = bandsOf(order, percentiles);
  const start: FanPoint = { date: from, mean: 0, values: percentiles.map(() => 0) };
  const columns = [start, ...points.filter(({ date }) => date > from)].map((point) => ({
    ...point,
    at: dayOf(point.date),
    bands: bands.map(({ low, high }) => [point.values[low] ?? 0, point.values[high] ?? 0] as const),
  }));
  return { columns, bands, middle: middleOf(percentiles) };
}

function bandsOf(order: readonly number[], percentiles: readonly number[]): readonly FanBand[] {
  const count = Math.floor(order.length / 2);
  return Array.from({ length: count }, (_, index) => {
    const low = order[index]!;
    const high = order[order.length - 1 - index]!;
    const name = `${percentName(percentiles[low]!)} to ${percentName(percentiles[high]!)}`;
    return { low, high, name, depth: count < 2 ? 0 : index / (count - 1) };
  });
}

/** A local date as if UTC. */
function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** The median, or the percentile nearest to it within ten. */
function middleOf(percentiles: readonly number[]): number | null {
  const away = percentiles.map((percent) => Math.abs(percent - 50));
  const least = Math.min(...away);
  return least <= 10 ? away.indexOf(least) : null;
}

/** The fan as a table. */
export function fanData({ from, percentiles, points }: Fan, { currency, minorDigits }: Money): ChartData {
  const money = (value: number) => value.toFixed(minorDigits);
  const shown = points.filter(({ date }) => date > from);
  return {
    caption: 'Cumulative cost at the end of each month',
    currency,
    columns: [
      { title: 'Date', kind: 'text' },
      { title: 'Mean', kind: 'money' },
      ...percentiles.map((percent) => ({ title: percentName(percent), kind: 'money' as const })),
    ],
    rows: shown.map(({ date, mean, values }) => [date, money(mean), ...values.map(money)]),
    at: shown.map(({ date }) => dayOf(date)),
    axis: dayAxis({ from: dayOf(from), until: dayOf(shown.at(-1)?.date ?? from) }),
  };
}

/** The currency of a chart’s figures. */
export interface Money {
  readonly currency: string;
  readonly minorDigits: number;
}
