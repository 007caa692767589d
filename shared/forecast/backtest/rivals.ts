import type { DailyHistory } from '../fit/dailyHistory.ts';

const monthDays = 30;
const weekDays = 7;

/** A plain forecast: the last thirty days come again, in their order. Unknown days are the mean of the known. */
export function lastMonthRepeated(history: DailyHistory, days: number): Float64Array {
  return repeated(history, monthDays, days);
}

/** A plain forecast: each day is as the same day of the last week was. Unknown days are the mean of the known. */
export function sameWeekdayLastWeek(history: DailyHistory, days: number): Float64Array {
  return repeated(history, weekDays, days);
}

function repeated({ quantities }: DailyHistory, span: number, days: number): Float64Array {
  const last = quantities.subarray(Math.max(0, quantities.length - span));
  const known = last.filter((quantity) => !Number.isNaN(quantity));
  const mean = known.reduce((sum, quantity) => sum + quantity, 0) / Math.max(1, known.length);
  return Float64Array.from({ length: days }, (_, row) => {
    const quantity = last[row % last.length] ?? NaN;
    return Number.isNaN(quantity) ? mean : quantity;
  });
}
