import { calendarMonths } from '../../shared/calendar/month.ts';
import type { Zone } from '../../shared/calendar/zone.ts';
import { monthText } from './axisText.ts';

/** A tick of a time axis, at the start of a local month. */
export interface TimeTick {
  readonly at: number;
  readonly text: string;
}

/** At most `most` ticks at local month starts inside `[from, until)`, an even number of months apart. */
export function timeTicks(
  { from, until, most }: { from: number; until: number; most: number },
  zone: Zone,
): TimeTick[] {
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
