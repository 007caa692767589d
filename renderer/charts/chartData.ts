import type { ChartAxis } from './chartView.ts';

/** The figures of a chart as a table: exact texts, for people (`ChartTable`) and for programs (`csvText`). */
export interface ChartData {
  readonly caption?: string;
  /** Currency of the columns of money. */
  readonly currency: string;
  /** The first column names the rows. */
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly (readonly string[])[];
  /** What the chart's horizontal axis reaches over, where it can be zoomed. */
  readonly axis?: ChartAxis;
  /** The place of each row on that axis. */
  readonly at?: readonly number[];
}

export interface ChartColumn {
  readonly title: string;
  /** Money and credits as decimal text, shares from 0 to 1. */
  readonly kind: 'text' | 'money' | 'credits' | 'share' | 'count';
}

/** A share of the paths for people: `31 %`, `0.4 %`, never a rounded 0 % or 100 % where it is neither. */
export function shareText(share: number): string {
  const percent = share * 100;
  if (share > 0 && percent < 0.05) return '< 0.1 %';
  if (share < 1 && percent > 99.95) return '> 99.9 %';
  return `${Number(percent.toFixed(percent < 10 || percent > 90 ? 1 : 0))} %`;
}

/** A percentile’s name: `P90`, `P97.5`. */
export function percentName(percent: number): string {
  return `P${percent}`;
}
