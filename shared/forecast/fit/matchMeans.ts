import { dayMs } from '../../calendar/month.ts';
import type { DailyHistory } from './dailyHistory.ts';
import type { ShapeTerms } from './fitShape.ts';
import { againstMean, monthOf, shapeDays, weekdayOf, type HistoryShape } from './historyShape.ts';

interface MatchedShape {
  /** Quantity a day in the history's first month. */
  readonly level: number;
  readonly shape: HistoryShape;
}

const rounds = 4;

/**
 * Moves a shape that was found in logs so that sums agree: of the whole history, of each day of the week and of each month,
 * days with nothing included and spikes left out. A model's factors then have the mean 1 that it takes them to have.
 */
export function matchMeans(
  history: DailyHistory,
  { shape, kept, apart }: { readonly shape: HistoryShape; readonly kept: ShapeTerms; readonly apart: Int8Array },
): MatchedShape {
  let { weekdays, months } = shape;
  if (kept.weekdays) weekdays ??= new Array<number>(7).fill(1);
  for (let round = 0; round < rounds; round++) {
    if (weekdays)
      weekdays = matched(history, { ...shape, weekdays, months }, { apart, weights: weekdays, kindOf: weekdayOf });
    if (months) months = matched(history, { ...shape, weekdays, months }, { apart, weights: months, kindOf: monthOf });
  }
  const final = { ...shape, weekdays, months };
  const [seen, line] = sums(history, shapeDays(history, final), { apart, kinds: 1, kindOf: () => 0 });
  return { level: line[0]! > 0 ? seen[0]! / line[0]! : 0, shape: final };
}

interface Kinds {
  readonly apart: Int8Array;
  readonly kinds: number;
  kindOf(day: number): number;
}

function sums({ from, quantities }: DailyHistory, line: Float64Array, { apart, kinds, kindOf }: Kinds) {
  const seen = new Float64Array(kinds);
  const expected = new Float64Array(kinds);
  quantities.forEach((quantity, row) => {
    if (Number.isNaN(quantity) || apart[row]! > 0) return;
    const kind = kindOf(from + row * dayMs);
    seen[kind]! += quantity;
    expected[kind]! += line[row]!;
  });
  return [seen, expected] as const;
}

function matched(
  history: DailyHistory,
  shape: HistoryShape,
  { apart, weights, kindOf }: { apart: Int8Array; weights: readonly number[]; kindOf(day: number): number },
): number[] {
  const [seen, line] = sums(history, shapeDays(history, shape), { apart, kinds: weights.length, kindOf });
  return againstMean(weights.map((weight, kind) => (line[kind]! > 0 ? (weight * seen[kind]!) / line[kind]! : weight)));
}
