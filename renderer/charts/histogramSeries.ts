import type { HistogramView } from '../../shared/rpc/forecastViews.ts';
import { formatMoney } from '../base/format.ts';
import { amountAxis } from './chartAxes.ts';
import type { ChartData } from './chartData.ts';
import type { Money } from './fanSeries.ts';

/** An edge of the step line. A class that the budget lies in is cut there, so that each side has its own colour. */
export interface HistogramStep {
  readonly at: number;
  /** Share of the paths in the class that begins here, on the budget’s good side; null: over the budget. */
  readonly within: number | null;
  readonly over: number | null;
}

/** A class of totals, `[from, until)`, and its share of the paths. */
export interface HistogramClass {
  readonly from: number;
  readonly until: number;
  readonly count: number;
  readonly share: number;
}

export interface HistogramSeries {
  readonly steps: readonly HistogramStep[];
  readonly classes: readonly HistogramClass[];
  readonly from: number;
  readonly until: number;
}

/** The distribution of the total as steps for drawing, parted at the budget. */
export function histogramSeries(histogram: HistogramView, budget: number | null): HistogramSeries {
  const classes = classesOf(histogram);
  const from = classes[0]?.from ?? 0;
  const until = classes.at(-1)?.until ?? 0;
  const line = budget ?? Infinity;
  const steps: HistogramStep[] = [];
  for (const { from: start, until: end, share } of classes) {
    if (end <= line) steps.push({ at: start, within: share, over: null });
    else if (start >= line) steps.push({ at: start, within: null, over: share });
    else steps.push({ at: start, within: share, over: null }, { at: line, within: share, over: share });
  }
  const last = steps.at(-1);
  return { steps: last ? [...joined(steps), { ...last, at: until }] : [], classes, from, until };
}

/** The first step over the budget closes the one within it, so that no gap is drawn between them. */
function joined(steps: readonly HistogramStep[]): readonly HistogramStep[] {
  return steps.map((step, index) => {
    const before = steps[index - 1];
    const crosses = before !== undefined && before.over === null && step.over !== null && step.within === null;
    return crosses ? { ...step, within: before.within } : step;
  });
}

function classesOf({ from, width, counts }: HistogramView): readonly HistogramClass[] {
  const paths = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count, index) => ({
    from: from + index * width,
    until: from + (index + 1) * width,
    count,
    share: paths === 0 ? 0 : count / paths,
  }));
}

/** The distribution as a table. */
export function histogramData(histogram: HistogramView, { currency, minorDigits }: Money): ChartData {
  const money = (value: number) => value.toFixed(minorDigits);
  const classes = classesOf(histogram);
  return {
    caption: 'How many paths end with a total in each range',
    currency,
    columns: [
      { title: 'From', kind: 'money' },
      { title: 'To', kind: 'money' },
      { title: 'Paths', kind: 'count' },
      { title: 'Share', kind: 'share' },
    ],
    rows: classes.map(({ from, until, count, share }) => [
      money(from),
      money(until),
      String(count),
      String(Number(share.toPrecision(6))),
    ]),
    at: classes.map(({ from, until }) => (from + until) / 2),
    axis: amountAxis(
      { from: classes[0]?.from ?? 0, until: classes.at(-1)?.until ?? 1, least: histogram.width * 2 },
      (value) => formatMoney(money(value), currency),
    ),
  };
}
