import type { MoneySpread } from '../../shared/rpc/forecastViews.ts';

/** Money of a month over the paths. */
export interface MonthSpread extends MoneySpread {
  /** `2026-01`. */
  readonly label: string;
}

/** A month as a bar from a low to a high percentile. Floats, for drawing. */
export interface MonthRange {
  readonly index: number;
  readonly label: string;
  readonly span: readonly [number, number];
  /** Where the median lies between them: 0 at the low end, 1 at the high one. */
  readonly part: number;
}

/** Months from P10 to P90, or between the outermost percentiles that there are. */
export function monthRanges(months: readonly MonthSpread[]): readonly MonthRange[] {
  return months.map(({ label, points, mean }, index) => {
    const at = (percent: number) => points.find((point) => point.percent === percent)?.amount;
    const low = Number(at(10) ?? points[0]?.amount ?? mean);
    const high = Number(at(90) ?? points.at(-1)?.amount ?? mean);
    const middle = Number(at(50) ?? mean);
    const part = high === low ? 0.5 : Math.max(0, Math.min(1, (middle - low) / (high - low)));
    return { index, label, span: [low, high], part };
  });
}
