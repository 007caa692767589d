import { formatLocalDate } from '../../shared/calendar/instant.ts';
import type { Zone } from '../../shared/calendar/zone.ts';
import { monthTitle } from './axisText.ts';
import type { ChartData } from './chartData.ts';
import type { ChartAxis } from './chartView.ts';

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

/** An axis of instants, said in local time: by day, or within two days by the minute. */
export function timeAxis({ from, until }: { readonly from: number; readonly until: number }, zone: Zone): ChartAxis {
  const minute = (at: number) => new Date(zone.toLocal(at)).toISOString().slice(0, 16).replace('T', ' ');
  return {
    from,
    until,
    least: minuteMs,
    text(view) {
      const say = view.until - view.from < 2 * dayMs ? minute : (at: number) => formatLocalDate(at, zone);
      return `${say(view.from)} to ${say(view.until)}`;
    },
  };
}

/** An axis of local days. */
export function dayAxis({ from, until }: { readonly from: number; readonly until: number }): ChartAxis {
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  return { from, until, least: 2 * dayMs, text: (view) => `${day(view.from)} to ${day(view.until)}` };
}

/** An axis of columns with names, such as months. */
function columnAxis(labels: readonly string[]): ChartAxis {
  const name = (index: number) => monthTitle(labels[index] ?? '');
  return {
    from: 0,
    until: labels.length,
    least: 1,
    whole: true,
    text: ({ from, until }) => (until - from < 2 ? name(from) : `${name(from)} to ${name(until - 1)}`),
  };
}

/** The axis of columns with names, and the places of rows that are those columns. */
export function ofColumns(labels: readonly string[]): Pick<ChartData, 'axis' | 'at'> {
  return { axis: columnAxis(labels), at: labels.map((_, index) => index + 0.5) };
}

/** An axis of amounts. */
export function amountAxis(
  {
    from,
    until,
    least = (until - from) / 10_000,
  }: { readonly from: number; readonly until: number; readonly least?: number },
  text: (value: number) => string,
): ChartAxis {
  return { from, until, least, text: (view) => `${text(view.from)} to ${text(view.until)}` };
}
