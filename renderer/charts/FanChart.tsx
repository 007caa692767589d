import { useMemo } from 'react';
import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, ResponsiveContainer, Tooltip, YAxis } from 'recharts';
import { zoneOf } from '../../shared/calendar/zone.ts';
import type { FanPoint } from '../../shared/rpc/forecastViews.ts';
import { formatMoney } from '../base/format.ts';
import { axisStyle, chartPx, gridLines } from './axisStyle.ts';
import { axisNumber } from './axisText.ts';
import { percentName } from './chartData.ts';
import { ChartTip } from './ChartTip.tsx';
import { fanSeries, type FanColumn, type Money } from './fanSeries.ts';
import { inView } from './chartView.ts';
import { PointWalk } from './PointWalk.tsx';
import { useChartView } from './useChartView.ts';
import { TimeAxis } from './TimeAxis.tsx';

interface FanChartProps extends Money {
  readonly from: string;
  readonly percentiles: readonly number[];
  readonly points: readonly FanPoint[];
  /** A budget, drawn as a line; null: none. */
  readonly budget: number | null;
}

const utc = zoneOf('UTC')!;

/** Cumulative cost, as wide as it is uncertain. */
export function FanChart({ from, percentiles, points, budget, ...money }: FanChartProps) {
  const { columns, bands, middle } = useMemo(
    () => fanSeries({ from, percentiles, points }),
    [from, percentiles, points],
  );
  const view = useChartView();
  const { drawn, inside } = useMemo(() => inView(columns, view, ({ at }) => at), [columns, view]);
  const tip = (column: FanColumn) => linesOf(column, percentiles, money);
  return (
    <PointWalk
      label="Cumulative cost"
      count={inside.length}
      places={inside.map(({ at }) => at)}
      textAt={(index) => `${inside[index]!.date}: ${tip(inside[index]!).map(spoken).join(', ')}`}
    >
      {(at) => (
        <ResponsiveContainer width="100%" height={chartPx}>
          <ComposedChart
            data={[...drawn]}
            accessibilityLayer={false}
            margin={{ top: 8, right: 14, bottom: 0, left: 0 }}
          >
            <CartesianGrid {...gridLines} />
            <TimeAxis from={view?.from ?? columns[0]!.at} until={view?.until ?? columns.at(-1)!.at} zone={utc} />
            <YAxis tickFormatter={axisNumber} width="auto" domain={[0, 'auto']} {...axisStyle} />
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: 'var(--border-strong)' }}
              content={({ active, payload }) => {
                if (!active || !payload?.[0]) return null;
                const column = payload[0].payload as FanColumn;
                return <ChartTip title={column.date} lines={tip(column)} />;
              }}
            />
            {bands.map(({ name, depth }, index) => (
              <Area
                key={name}
                dataKey={(column: FanColumn) => [...column.bands[index]!]}
                stroke="var(--chart-cumulative)"
                strokeWidth={1}
                strokeOpacity={0.55}
                fill="var(--chart-cumulative)"
                fillOpacity={0.16 + 0.14 * depth}
                {...still}
              />
            ))}
            {middle !== null && (
              <Line
                dataKey={(column: FanColumn) => column.values[middle]}
                stroke="var(--chart-cumulative)"
                strokeWidth={2.5}
                {...still}
              />
            )}
            <Line dataKey="mean" stroke="var(--chart-total)" strokeWidth={1.5} strokeDasharray="2 3" {...still} />
            {budget !== null && (
              <ReferenceLine
                y={budget}
                ifOverflow="extendDomain"
                stroke="var(--chart-flex)"
                strokeWidth={1.5}
                strokeDasharray="7 3"
                label={{ value: 'Budget', position: 'insideTopLeft', fill: 'var(--chart-axis)', fontSize: 11 }}
              />
            )}
            {at !== null && <ReferenceLine className="chart-walked" x={inside[at]!.at} stroke="var(--focus)" />}
          </ComposedChart>
        </ResponsiveContainer>
      )}
    </PointWalk>
  );
}

const still = { dot: false, activeDot: false, isAnimationActive: false } as const;

function linesOf({ mean, values }: FanColumn, percentiles: readonly number[], { currency, minorDigits }: Money) {
  const figure = (value: number) => formatMoney(value.toFixed(minorDigits), currency);
  const points = percentiles
    .map((percent, index) => ({ percent, value: values[index] ?? 0 }))
    .sort((a, b) => b.percent - a.percent)
    .map(({ percent, value }) => ({ id: 'money', title: percentName(percent), figure: figure(value) }));
  return [...points, { id: 'mean', title: 'Mean', figure: figure(mean) }];
}

function spoken({ title, figure }: { readonly title: string; readonly figure: string }): string {
  return `${title} ${figure}`;
}
