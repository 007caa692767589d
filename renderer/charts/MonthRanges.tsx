import { useMemo } from 'react';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { formatMoney } from '../base/format.ts';
import { axisStyle, chartPx, gridLines } from './axisStyle.ts';
import { axisNumber, monthText, monthTitle } from './axisText.ts';
import { percentName } from './chartData.ts';
import { ChartTip } from './ChartTip.tsx';
import type { Money } from './fanSeries.ts';
import { monthRanges, type MonthRange, type MonthSpread } from './monthRangeSeries.ts';
import { columnsIn } from './chartView.ts';
import { PointWalk } from './PointWalk.tsx';
import { useChartView } from './useChartView.ts';

interface MonthRangesProps extends Money {
  readonly months: readonly MonthSpread[];
  readonly label: string;
}

/** What each month costs, as a bar from P10 to P90 with the median across it. */
export function MonthRanges({ months: all, label, currency }: MonthRangesProps) {
  const view = useChartView();
  const months = useMemo(() => columnsIn(all, view), [all, view]);
  const ranges = useMemo(() => monthRanges(months).map((range) => ({ ...range, span: [...range.span] })), [months]);
  const lines = (index: number) => {
    const { mean, points } = months[index]!;
    const figures = points.map(({ percent, amount }) => ({
      id: 'money',
      title: percentName(percent),
      figure: formatMoney(amount, currency),
    }));
    return [...figures.reverse(), { id: 'mean', title: 'Mean', figure: formatMoney(mean, currency) }];
  };
  return (
    <PointWalk
      label={label}
      count={months.length}
      places={months.map((_, index) => (view?.from ?? 0) + index)}
      textAt={(index) =>
        `${monthTitle(months[index]!.label)}: ${lines(index)
          .map(({ title, figure }) => `${title} ${figure}`)
          .join(', ')}`
      }
    >
      {(at) => (
        <ResponsiveContainer width="100%" height={chartPx}>
          <BarChart data={ranges} accessibilityLayer={false} margin={{ top: 8, right: 14, bottom: 0, left: 0 }}>
            <CartesianGrid {...gridLines} />
            <XAxis
              dataKey="label"
              tickFormatter={(label: string, index) => monthText(label, index === 0 || months.length > 24)}
              interval="preserveStartEnd"
              minTickGap={8}
              {...axisStyle}
            />
            <YAxis tickFormatter={axisNumber} width="auto" domain={[0, 'auto']} {...axisStyle} />
            <Tooltip
              isAnimationActive={false}
              cursor={{ fill: 'var(--hover-bg)' }}
              content={({ active, payload }) => {
                if (!active || !payload?.[0]) return null;
                const { index, label } = payload[0].payload as MonthRange;
                return <ChartTip title={monthTitle(label)} lines={lines(index)} />;
              }}
            />
            <Bar
              dataKey="span"
              maxBarSize={34}
              minPointSize={1}
              isAnimationActive={false}
              shape={(shape: RangeShape) => <RangeBar shape={shape} walked={at} />}
            />
          </BarChart>
        </ResponsiveContainer>
      )}
    </PointWalk>
  );
}

interface RangeShape {
  readonly x?: number | string;
  readonly y?: number | string;
  readonly width?: number | string;
  readonly height?: number | string;
  readonly payload?: MonthRange;
}

function RangeBar({ shape, walked }: { readonly shape: RangeShape; readonly walked: number | null }) {
  const { payload } = shape;
  if (!payload) return <g />;
  const x = Number(shape.x);
  const width = Number(shape.width);
  const top = Math.min(Number(shape.y), Number(shape.y) + Number(shape.height));
  const height = Math.abs(Number(shape.height));
  const middle = top + height * (1 - payload.part);
  return (
    <g>
      <rect {...{ x, width, height }} y={top} fill="var(--chart-cumulative)" fillOpacity={0.4} />
      <rect x={x} width={width} y={middle - 1.25} height={2.5} fill="var(--chart-cumulative)" />
      {walked === payload.index && (
        <rect
          className="chart-walked"
          x={x - 2}
          y={top - 2}
          width={width + 4}
          height={height + 4}
          fill="none"
          stroke="var(--focus)"
          strokeWidth={2}
        />
      )}
    </g>
  );
}
