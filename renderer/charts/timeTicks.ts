import { calendarMonths, dayMs } from '../../shared/calendar/month.ts';
import type { Zone } from '../../shared/calendar/zone.ts';
import { monthText } from './axisText.ts';

/** A tick of a time axis, at the start of a local month, day or minute. */
export interface TimeTick {
  readonly at: number;
  readonly text: string;
}

interface TickRange {
  readonly from: number;
  readonly until: number;
  readonly most: number;
}

/** At most `most` ticks inside `[from, until)`: at local month starts, or where that is less than two months, at even days or minutes. */
export function timeTicks(range: TickRange, zone: Zone): TimeTick[] {
  const { from, until, most } = range;
  if (until - from < 60 * dayMs) return fineTicks(range, zone);
  const months = calendarMonths({ from, until }, zone);
  const step = stepOf(months.length, most);
  return months
    .filter((_, index) => index % step === 0)
    .map((month, index) => {
      const label = new Date(zone.toLocal(month.from)).toISOString().slice(0, 7);
      return { at: month.from, text: monthText(label, index === 0 || step >= 12) };
    });
}

const steps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1560];

function stepOf(count: number, most: number): number {
  return steps.find((step) => count / step <= most) ?? 1560;
}

const minuteMs = 60_000;
/** In minutes; a day and more are said as days. */
const fineSteps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 7200, 14_400].map(
  (step) => step * minuteMs,
);

function fineTicks({ from, until, most }: TickRange, zone: Zone): TimeTick[] {
  const step = fineSteps.find((each) => (until - from) / each <= most) ?? fineSteps.at(-1)!;
  const midnight = Math.floor(zone.toLocal(from) / dayMs) * dayMs;
  const ticks: TimeTick[] = [];
  for (let local = midnight; local <= zone.toLocal(until); local += step) {
    const at = zone.toInstant(local);
    if (at < from || at >= until || at === ticks.at(-1)?.at) continue;
    ticks.push({ at, text: fineText(local, step < dayMs && local % dayMs !== 0) });
  }
  return ticks;
}

function fineText(local: number, asTime: boolean): string {
  const text = new Date(local).toISOString();
  return asTime ? text.slice(11, 16) : `${Number(text.slice(8, 10))} ${monthText(text.slice(0, 7), false).slice(0, 3)}`;
}
