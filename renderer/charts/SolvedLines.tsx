import { useMemo } from 'react';
import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { SolvedView } from '../../shared/rpc/variantViews.ts';
import { formatMoney } from '../base/format.ts';
import { axisStyle, chartPx, gridLines } from './axisStyle.ts';
import { axisNumber } from './axisText.ts';
import { ChartTip } from './ChartTip.tsx';
import { MarkLabel } from './MarkLabel.tsx';
import { niceTicks } from './niceTicks.ts';
import { inView } from './chartView.ts';
import { PointWalk } from './PointWalk.tsx';
import { useChartView } from './useChartView.ts';
import { variantMark } from './variantMarks.ts';
import { crossings, solvedColumns, type SolvedColumn } from './variantSeries.ts';

interface SolvedLinesProps {
  readonly solved: SolvedView;
  /** A value of the unknown with its unit. */
  valueText(value: number): string;
}

/** What each variant costs over an unknown, with the places where they cross. */
export function SolvedLines({ solved, valueText }: SolvedLinesProps) {
  const columns = useMemo(() => solvedColumns(solved), [solved]);
  const marks = useMemo(() => [...new Set(crossings(solved))].sort((a, b) => a - b), [solved]);
  const lines = (column: SolvedColumn) =>
    solved.variants.map((title, index) => ({
      id: variantMark(index).id,
      title,
      figure: formatMoney(column.amounts[index]!.toFixed(2), solved.currency),
    }));
  const view = useChartView();
  const { drawn, inside } = inView(columns, view, ({ value }) => value);
  const first = view?.from ?? columns[0]?.value ?? 0;
  const last = view?.until ?? columns.at(-1)?.value ?? 0;
  return (
    <PointWalk
      label={solved.title}
      count={inside.length}
      places={inside.map(({ value }) => value)}
      textAt={(index) =>
        `${valueText(inside[index]!.value)}: ${lines(inside[index]!)
          .map(({ title, figure }) => `${title} ${figure}`)
          .join(', ')}`
      }
    >
      {(at) => (
        <ResponsiveContainer width="100%" height={chartPx}>
          <LineChart data={[...drawn]} accessibilityLayer={false} margin={{ top: 20, right: 16, bottom: 0, left: 0 }}>
            <CartesianGrid {...gridLines} />
            <XAxis
              dataKey="value"
              type="number"
              domain={[first, last]}
              allowDataOverflow
              ticks={niceTicks(first, last, 8)}
              tickFormatter={valueText}
              {...axisStyle}
            />
            <YAxis tickFormatter={axisNumber} width="auto" domain={['auto', 'auto']} {...axisStyle} />
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: 'var(--border-strong)' }}
              content={({ active, payload }) => {
                if (!active || !payload?.[0]) return null;
                const column = payload[0].payload as SolvedColumn;
                return <ChartTip title={valueText(column.value)} lines={lines(column)} />;
              }}
            />
            {solved.variants.map((name, index) => (
              <Line
                key={name}
                dataKey={(column: SolvedColumn) => column.amounts[index]}
                stroke={variantMark(index).colour}
                strokeDasharray={variantMark(index).dash}
                {...still}
              />
            ))}
            {marks
              .filter((value) => value >= first && value <= last)
              .map((value, index) => (
                <ReferenceLine
                  key={value}
                  x={value}
                  stroke="var(--chart-mark)"
                  strokeDasharray="3 3"
                  label={<MarkLabel text={valueText(value)} row={index % 3} />}
                />
              ))}
            {at !== null && <ReferenceLine className="chart-walked" x={inside[at]!.value} stroke="var(--focus)" />}
          </LineChart>
        </ResponsiveContainer>
      )}
    </PointWalk>
  );
}

const still = { type: 'linear', dot: false, activeDot: { r: 3 }, strokeWidth: 2, isAnimationActive: false } as const;
