import type { DriverView } from '../../shared/rpc/forecastViews.ts';
import type { ChartData } from './chartData.ts';

/** A bar of the tornado: P10 and P90 of the total where one model alone varies. Floats, for drawing. */
export interface TornadoBar {
  readonly model: string;
  readonly share: number;
  readonly span: readonly [number, number];
  readonly low: number;
  readonly high: number;
}

/** The bars that are drawn, the most important first, and how many are left out. */
export interface TornadoSeries {
  readonly bars: readonly TornadoBar[];
  readonly left: number;
}

const mostBars = 10;

export function tornadoSeries(drivers: readonly DriverView[]): TornadoSeries {
  const bars = drivers.slice(0, mostBars).map(({ model, share, low, high }) => {
    const [least, most] = [Number(low), Number(high)].sort((a, b) => a - b) as [number, number];
    return { model, share, span: [least, most] as const, low: Number(low), high: Number(high) };
  });
  return { bars, left: drivers.length - bars.length };
}

/** The drivers as a table. */
export function tornadoData(drivers: readonly DriverView[], currency: string): ChartData {
  return {
    caption: 'What moves the total, the most important first',
    currency,
    columns: [
      { title: 'Model', kind: 'text' },
      { title: 'Share of the spread', kind: 'share' },
      { title: 'P10, it alone varying', kind: 'money' },
      { title: 'P90, it alone varying', kind: 'money' },
    ],
    rows: drivers.map(({ model, share, low, high }) => [model, String(share), low, high]),
  };
}

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A name short enough for an axis, cut between letters. */
export function shortName(name: string, most = 18): string {
  const parts = [...letters.segment(name)].map(({ segment }) => segment);
  return parts.length <= most ? name : `${parts.slice(0, most - 1).join('')}…`;
}
