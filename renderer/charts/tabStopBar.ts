import type { ChartView } from './chartView.ts';
import { monthParts, type MonthPart } from './monthSeries.ts';

/** A part of a month's bar. */
export interface BarPlace {
  readonly month: number;
  readonly part: MonthPart;
}

interface Bars {
  readonly months: readonly Readonly<Record<MonthPart, string>>[];
  readonly view: ChartView | null;
  /** The bar that had the focus last. */
  readonly last: BarPlace | null;
}

/** The one tab stop of a chart of months: the bar that had the focus last where it still shows, else the first that shows. */
export function tabStopBar({ months, view, last }: Bars): BarPlace | null {
  const { from, until } = view ?? { from: 0, until: months.length };
  const isShown = ({ month, part }: BarPlace) => month >= from && month < until && Number(months[month]?.[part]) > 0;
  if (last && isShown(last)) return last;
  for (let month = Math.ceil(from); month < until; month++) {
    const part = monthParts.find((name) => isShown({ month, part: name }));
    if (part) return { month, part };
  }
  return null;
}
