import type { MonthView } from '../../shared/rpc/views.ts';
import { monthTitle } from './axisText.ts';
import { columnsIn, type ChartView } from './chartView.ts';

/** One column of the stacked bars. Floats: pixels are all that they become. */
export interface MonthColumn {
  readonly label: string;
  readonly title: string;
  readonly included: number;
  readonly prepaid: number;
  readonly flex: number;
  readonly blocked: number;
  /** Index into `BillView.months` where the column is one month, else null. */
  readonly month: number | null;
}

/** Parts of a column, from the axis upwards: the order in which credits are drawn. */
export const monthParts = ['included', 'prepaid', 'flex', 'blocked'] as const;
export type MonthPart = (typeof monthParts)[number];

/** Columns for the stacked bars: months, or from 61 months on whole years, so that bars stay wide enough to see. */
export function monthSeries(months: readonly MonthView[], view: ChartView | null = null): readonly MonthColumn[] {
  const columns = columnsIn(months.map(columnOf), view);
  return columns.length <= 60 ? columns : byYear(columns);
}

function columnOf(month: MonthView, index: number): MonthColumn {
  return {
    label: month.label,
    title: monthTitle(month.label),
    included: Number(month.included),
    prepaid: Number(month.prepaid),
    flex: Number(month.flex),
    blocked: Number(month.blocked),
    month: index,
  };
}

function byYear(columns: readonly MonthColumn[]): readonly MonthColumn[] {
  const years = new Map<string, MonthColumn>();
  for (const column of columns) {
    const year = column.label.slice(0, 4);
    const sum = years.get(year);
    years.set(year, sum ? add(sum, column) : { ...column, label: year, title: year, month: null });
  }
  return [...years.values()];
}

function add(sum: MonthColumn, column: MonthColumn): MonthColumn {
  return {
    ...sum,
    included: sum.included + column.included,
    prepaid: sum.prepaid + column.prepaid,
    flex: sum.flex + column.flex,
    blocked: sum.blocked + column.blocked,
  };
}

/** Nothing to draw: no month has a credit in any part. */
export function isEmptySeries(columns: readonly MonthColumn[]): boolean {
  return columns.every((column) => monthParts.every((part) => column[part] === 0));
}
