import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatMoney } from '../base/format.ts';
import { axisStyle, chartPx, gridLines } from './axisStyle.ts';
import { axisNumber } from './axisText.ts';
import { crossingOf, type CrossingPoint } from './breakEvenSeries.ts';
import { ChartTip } from './ChartTip.tsx';
import type { Money } from './fanSeries.ts';
import { MarkLabel } from './MarkLabel.tsx';
import { niceTicks } from './niceTicks.ts';
import { inView } from './chartView.ts';
import { PointWalk } from './PointWalk.tsx';
import { useChartView } from './useChartView.ts';

interface BreakEvenProps extends Money {
  readonly points: readonly CrossingPoint[];
  /** What the two curves are. */
  readonly titles: { readonly first: string; readonly second: string };
  /** What is used, for figures: `credits`. */
  readonly unit: string;
}

/** Two costs by use, with the place where they cross. */
export function BreakEven({ points, titles, unit, ...money }: BreakEvenProps) {
  const view = useChartView();
  const { from, until } = view ?? { from: 0, until: points.at(-1)?.use ?? 0 };
  const { drawn, inside } = inView(points, view, ({ use }) => use);
  const crossed = crossingOf(points);
  const crossing = crossed && crossed.use >= from && crossed.use <= until ? crossed : null;
  const title = ({ use }: CrossingPoint) => `${Number(use.toFixed(2)).toLocaleString('en')} ${unit}`;
  return (
    <PointWalk
      label="Break-even"
      count={inside.length}
      places={inside.map(({ use }) => use)}
      textAt={(index) =>
        `${title(inside[index]!)}: ${linesOf(inside[index]!, titles, money)
          .map((line) => `${line.title} ${line.figure}`)
          .join(', ')}`
      }
    >
      {(at) => (
        <ResponsiveContainer width="100%" height={chartPx}>
          <LineChart data={[...drawn]} accessibilityLayer={false} margin={{ top: 20, right: 16, bottom: 0, left: 0 }}>
            <CartesianGrid {...gridLines} />
            <XAxis
              dataKey="use"
              type="number"
              domain={[from, until]}
              allowDataOverflow
              ticks={niceTicks(from, until, 8)}
              tickFormatter={axisNumber}
              {...axisStyle}
            />
            <YAxis tickFormatter={axisNumber} width="auto" domain={[0, 'auto']} {...axisStyle} />
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: 'var(--border-strong)' }}
              content={({ active, payload }) => {
                if (!active || !payload?.[0]) return null;
                const point = payload[0].payload as CrossingPoint;
                return <ChartTip title={title(point)} lines={linesOf(point, titles, money)} />;
              }}
            />
            <Line dataKey="first" stroke="var(--chart-flex)" {...line} />
            <Line dataKey="second" stroke="var(--chart-prepaid)" strokeDasharray="6 2" {...line} />
            {crossing && (
              <ReferenceLine
                x={crossing.use}
                stroke="var(--chart-mark)"
                strokeDasharray="3 3"
                label={<MarkLabel text={`${axisNumber(crossing.use)} ${unit}`} />}
              />
            )}
            {crossing && (
              <ReferenceDot
                x={crossing.use}
                y={crossing.cost}
                r={5}
                fill="var(--chart-mark)"
                stroke="var(--raised-bg)"
                strokeWidth={2}
              />
            )}
            {at !== null && <ReferenceLine className="chart-walked" x={inside[at]!.use} stroke="var(--focus)" />}
          </LineChart>
        </ResponsiveContainer>
      )}
    </PointWalk>
  );
}

const line = { type: 'linear', dot: false, activeDot: { r: 3 }, strokeWidth: 2, isAnimationActive: false } as const;

function linesOf({ first, second }: CrossingPoint, titles: BreakEvenProps['titles'], { currency, minorDigits }: Money) {
  const figure = (value: number) => formatMoney(value.toFixed(minorDigits), currency);
  return [
    { id: 'flex', title: titles.first, figure: figure(first) },
    { id: 'prepaid', title: titles.second, figure: figure(second) },
  ];
}
