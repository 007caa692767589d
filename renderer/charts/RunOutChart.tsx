import { useMemo } from 'react';
import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { axisStyle, chartPx, gridLines } from './axisStyle.ts';
import { monthText, monthTitle } from './axisText.ts';
import { shareText } from './chartData.ts';
import { ChartTip } from './ChartTip.tsx';
import { columnsIn } from './chartView.ts';
import { PointWalk } from './PointWalk.tsx';
import { useChartView } from './useChartView.ts';
import { poolTitles, runOutSeries, type RunOutColumn, type RunOuts } from './runOutSeries.ts';

interface RunOutChartProps {
  readonly runOut: RunOuts;
  /** Labels of the months: `2026-01`. */
  readonly months: readonly string[];
}

/** Burn-down as a distribution: on which share of the paths a pool has not run out yet. */
export function RunOutChart({ runOut, months }: RunOutChartProps) {
  const view = useChartView();
  const columns = useMemo(() => [...columnsIn(runOutSeries(runOut, months), view)], [runOut, months, view]);
  return (
    <PointWalk
      label="Run-out"
      count={columns.length}
      places={columns.map((_, index) => (view?.from ?? 0) + index)}
      textAt={(index) =>
        `${monthTitle(columns[index]!.label)}: ${linesOf(columns[index]!)
          .map(({ title, figure }) => `${title} ${figure}`)
          .join(', ')}`
      }
    >
      {(at) => (
        <ResponsiveContainer width="100%" height={chartPx}>
          <LineChart data={columns} accessibilityLayer={false} margin={{ top: 8, right: 14, bottom: 0, left: 0 }}>
            <CartesianGrid {...gridLines} />
            <XAxis
              dataKey="label"
              tickFormatter={(label: string, index) => monthText(label, index === 0 || columns.length > 24)}
              interval="preserveStartEnd"
              minTickGap={8}
              {...axisStyle}
            />
            <YAxis
              tickFormatter={shareText}
              width="auto"
              domain={[0, 1]}
              ticks={[0, 0.25, 0.5, 0.75, 1]}
              {...axisStyle}
            />
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: 'var(--border-strong)' }}
              content={({ active, payload }) => {
                if (!active || !payload?.[0]) return null;
                const column = payload[0].payload as RunOutColumn;
                return <ChartTip title={`Until the end of ${monthTitle(column.label)}`} lines={linesOf(column)} />;
              }}
            />
            <Line
              dataKey="included"
              stroke="var(--chart-included)"
              {...line}
              dot={columns.length > 36 ? false : dotOf('included')}
            />
            <Line
              dataKey="prepaid"
              stroke="var(--chart-prepaid)"
              strokeDasharray="6 2"
              {...line}
              dot={columns.length > 36 ? false : dotOf('prepaid')}
            />
            {at !== null && <ReferenceLine className="chart-walked" x={columns[at]!.label} stroke="var(--focus)" />}
          </LineChart>
        </ResponsiveContainer>
      )}
    </PointWalk>
  );
}

function dotOf(pool: keyof RunOuts) {
  return { r: 2.5, strokeWidth: 0, fill: `var(--chart-${pool})` };
}

const line = {
  type: 'linear',
  activeDot: { r: 4 },
  strokeWidth: 2,
  isAnimationActive: false,
} as const;

function linesOf(column: RunOutColumn) {
  return (['included', 'prepaid'] as const).flatMap((pool) => {
    const share = column[pool];
    return share === null ? [] : [{ id: pool, title: `${poolTitles[pool]} not out yet`, figure: shareText(share) }];
  });
}
