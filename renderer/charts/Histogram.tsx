import { useMemo } from 'react';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { HistogramView } from '../../shared/rpc/forecastViews.ts';
import { formatMoney } from '../base/format.ts';
import { axisStyle, chartPx, gridLines } from './axisStyle.ts';
import { axisNumber } from './axisText.ts';
import { shareText } from './chartData.ts';
import { ChartTip } from './ChartTip.tsx';
import type { Money } from './fanSeries.ts';
import { histogramSeries, type HistogramClass } from './histogramSeries.ts';
import { spreadMarks, type ChartMark } from './marks.ts';
import { MarkLabel } from './MarkLabel.tsx';
import { niceTicks } from './niceTicks.ts';
import { inView } from './chartView.ts';
import { PointWalk } from './PointWalk.tsx';
import { useChartView } from './useChartView.ts';

interface HistogramProps extends Money {
  readonly histogram: HistogramView;
  /** Percentiles and the mean, at their amounts. */
  readonly marks: readonly ChartMark[];
  readonly budget: number | null;
}

/** How the total is distributed over the paths, with its percentiles and the budget. */
export function Histogram({ histogram, marks, budget, ...money }: HistogramProps) {
  const view = useChartView();
  const { steps, classes, from, until } = useMemo(() => histogramSeries(histogram, budget), [histogram, budget]);
  const lettered = useMemo(() => spreadMarks(marks, { from, until }), [marks, from, until]);
  const low = view?.from ?? Math.min(from, budget ?? from);
  const high = view?.until ?? Math.max(until, budget ?? until);
  const middle = (each: HistogramClass) => (each.from + each.until) / 2;
  const { inside } = inView(classes, view, middle);
  const text = (each: HistogramClass) => classText(each, money);
  return (
    <PointWalk
      label="Distribution of the total"
      count={inside.length}
      places={inside.map(middle)}
      textAt={(index) => text(inside[index]!).join(': ')}
    >
      {(at) => (
        <ResponsiveContainer width="100%" height={chartPx}>
          <ComposedChart
            data={[...inView(steps, view, ({ at }) => at).drawn]}
            accessibilityLayer={false}
            margin={{ top: 20, right: 14, bottom: 0, left: 0 }}
          >
            <CartesianGrid {...gridLines} />
            <XAxis
              dataKey="at"
              type="number"
              domain={[low, high]}
              allowDataOverflow
              ticks={niceTicks(low, high, 8)}
              tickFormatter={axisNumber}
              {...axisStyle}
            />
            <YAxis tickFormatter={shareText} width="auto" domain={[0, 'auto']} {...axisStyle} />
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: 'var(--border-strong)' }}
              content={({ active, label }) => {
                const found = active ? classAt(classes, Number(label)) : -1;
                if (found < 0) return null;
                const [title, figure] = text(classes[found]!);
                return <ChartTip title={title} lines={[{ id: 'none', title: 'of the paths', figure }]} />;
              }}
            />
            <Area dataKey="within" stroke="var(--chart-cumulative)" fill="var(--chart-cumulative)" {...area} />
            <Area dataKey="over" stroke="var(--chart-flex)" fill="var(--chart-flex)" {...area} />
            {budget !== null && budget >= low && budget <= high && (
              <ReferenceLine
                x={budget}
                stroke="var(--chart-flex)"
                strokeWidth={1.5}
                strokeDasharray="7 3"
                label={<MarkLabel text="Budget" row={1} />}
              />
            )}
            {lettered
              .filter(({ at: place }) => place >= low && place <= high)
              .map(({ id, at: place, text: name, strong }) => (
                <ReferenceLine
                  key={id}
                  x={place}
                  stroke="var(--chart-mark)"
                  strokeWidth={strong ? 1.5 : 1}
                  strokeDasharray={strong ? undefined : '3 3'}
                  label={<MarkLabel text={name ?? ''} />}
                />
              ))}
            {at !== null && (
              <ReferenceLine className="chart-walked" x={middle(inside[at]!)} stroke="var(--focus)" strokeWidth={2} />
            )}
          </ComposedChart>
        </ResponsiveContainer>
      )}
    </PointWalk>
  );
}

const area = {
  type: 'stepAfter',
  strokeWidth: 1.5,
  fillOpacity: 0.3,
  connectNulls: false,
  dot: false,
  activeDot: false,
  isAnimationActive: false,
} as const;

function classAt(classes: readonly HistogramClass[], at: number): number {
  return classes.findIndex(({ from, until }, index) => at >= from && (at < until || index === classes.length - 1));
}

function classText({ from, until, share }: HistogramClass, { currency, minorDigits }: Money): [string, string] {
  const money = (value: number) => formatMoney(value.toFixed(minorDigits), currency);
  return [`${money(from)} to ${money(until)}`, shareText(share)];
}
