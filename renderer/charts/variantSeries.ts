import type { MoneySpread } from '../../shared/rpc/forecastViews.ts';
import type { SolvedView } from '../../shared/rpc/variantViews.ts';
import { amountAxis } from './chartAxes.ts';
import { percentName, type ChartData } from './chartData.ts';

/** A variant as a bar between percentiles with its median. Floats, for drawing. */
export interface VariantRange {
  readonly index: number;
  readonly name: string;
  /** From the low percentile to the high one. */
  readonly span: readonly [number, number];
  readonly middle: number;
}

interface VariantTotal {
  readonly name: string;
  readonly total: MoneySpread;
}

/** Variants from P10 to P90, or between the outermost percentiles that there are. */
export function variantRanges(variants: readonly VariantTotal[]): readonly VariantRange[] {
  return variants.map(({ name, total: { points, mean } }, index) => {
    const at = (percent: number) => points.find((point) => point.percent === percent)?.amount;
    const low = Number(at(10) ?? points[0]?.amount ?? mean);
    const high = Number(at(90) ?? points.at(-1)?.amount ?? mean);
    return { index, name, span: [low, high], middle: Number(at(50) ?? mean) };
  });
}

/** The totals of variants as a table. */
export function rangesData(variants: readonly VariantTotal[], currency: string): ChartData {
  const percents = variants[0]?.total.points.map(({ percent }) => percent) ?? [];
  return {
    caption: 'Total of each variant',
    currency,
    columns: [
      { title: 'Variant', kind: 'text' },
      { title: 'Mean', kind: 'money' },
      ...percents.map((percent) => ({ title: percentName(percent), kind: 'money' as const })),
    ],
    rows: variants.map(({ name, total }) => [name, total.mean, ...total.points.map(({ amount }) => amount)]),
  };
}

/** What variants cost at one value of the unknown. Floats, for drawing. */
export interface SolvedColumn {
  readonly value: number;
  readonly amounts: readonly number[];
}

/** The values looked at, as a chart draws them. */
export function solvedColumns({ points }: Pick<SolvedView, 'points'>): readonly SolvedColumn[] {
  return points.map(({ value, amounts }) => ({ value: Number(value), amounts: amounts.map(Number) }));
}

/** Where lines cross: in the middle of what brackets it. */
export function crossings({ meetings }: Pick<SolvedView, 'meetings'>): readonly number[] {
  return meetings
    .filter(({ sideBelow, sideAbove }) => sideBelow !== 0 && sideAbove !== 0)
    .map(({ below, above }) => (Number(below.value) + Number(above.value)) / 2);
}

/** The values looked at, as a table. */
export function solvedData({ points, variants, currency, title }: SolvedView): ChartData {
  return {
    caption: title,
    currency,
    columns: [{ title: 'Value', kind: 'count' }, ...variants.map((name) => ({ title: name, kind: 'money' as const }))],
    rows: points.map(({ value, amounts }) => [value, ...amounts]),
    at: points.map(({ value }) => Number(value)),
    axis: amountAxis({ from: Number(points[0]?.value ?? 0), until: Number(points.at(-1)?.value ?? 0) }, (value) =>
      String(Number(value.toPrecision(4))),
    ),
  };
}
