import { dayMs, monthStart } from '../../calendar/month.ts';
import type { DailyHistory } from './dailyHistory.ts';

/** What is the same for all days of one kind: the pattern that a model has beside its level. */
export interface HistoryShape {
  /** Per calendar month, counted from the month of the history's first day. */
  readonly growth: number;
  /** Monday to Sunday with mean 1; null: all alike. */
  readonly weekdays: readonly number[] | null;
  /** January to December with mean 1; null: all alike. */
  readonly months: readonly number[] | null;
}

/** Whole calendar months from one local day's month to another's. */
export function monthsApart(from: number, to: number): number {
  const [first, last] = [new Date(from), new Date(to)];
  return (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth();
}

/** Monday 0 to Sunday 6 of a local day. */
export function weekdayOf(day: number): number {
  return (new Date(day).getUTCDay() + 6) % 7;
}

/** January 0 to December 11 of a local day. */
export function monthOf(day: number): number {
  return new Date(day).getUTCMonth();
}

/** What a level of 1 comes to on each day of a history. */
export function shapeDays({ from, quantities }: DailyHistory, shape: HistoryShape): Float64Array {
  const { weekdays, months } = shape;
  let next = from;
  let grown = 1;
  return quantities.map((_, row) => {
    const day = from + row * dayMs;
    if (day >= next) {
      grown = (1 + shape.growth) ** monthsApart(from, day);
      next = monthStart(day, 1);
    }
    return grown * (weekdays?.[weekdayOf(day)] ?? 1) * (months?.[monthOf(day)] ?? 1);
  });
}

/** Weights against their mean. */
export function againstMean(weights: readonly number[]): number[] {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return weights.map((weight) => weight / mean);
}
