import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, ResponsiveContainer, Tooltip, YAxis } from 'recharts';
import { zoneOf } from '../../shared/calendar/zone.ts';
import { formatCredits } from '../base/format.ts';
import { axisStyle, chartPx, gridLines } from './axisStyle.ts';
import { axisNumber } from './axisText.ts';
import { ChartTip, type TipLine } from './ChartTip.tsx';
import { quantityText, type DemandColumn } from './demandSeries.ts';
import { inView } from './chartView.ts';
import { PointWalk } from './PointWalk.tsx';
import { useChartView } from './useChartView.ts';
import { TimeAxis } from './TimeAxis.tsx';

interface DemandChartProps {
  readonly label: string;
  readonly unit: string;
  readonly columns: readonly DemandColumn[];
  /** What the model’s line is called. */
  readonly lineName: string;
}

/** With more days than this, lines are thin. */
const mostSparse = 200;
const utc = zoneOf('UTC')!;
const still = { dot: false, activeDot: false, isAnimationActive: false } as const;

/** Usage by day with what a model expects of it, and, where it was sampled, how far four paths of five reach. */
export function DemandChart({ label, unit, columns, lineName }: DemandChartProps) {
  const view = useChartView();
  const { drawn, inside } = inView(columns, view, ({ at }) => at);
  const tip = (column: DemandColumn) => linesOf(column, lineName);
  const dense = inside.length > mostSparse;
  const banded = columns.some(({ band }) => band !== null);
  return (
    <PointWalk
      label={label}
      count={inside.length}
      places={inside.map(({ at }) => at)}
      textAt={(index) => `${inside[index]!.date}: ${tip(inside[index]!).map(spoken).join(', ')} ${unit}`}
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
                const column = payload?.[0]?.payload as DemandColumn | undefined;
                return active && column ? <ChartTip title={column.date} lines={tip(column)} /> : null;
              }}
            />
            {banded && (
              <Area
                dataKey="band"
                stroke="var(--chart-cumulative)"
                strokeOpacity={0.4}
                fill="var(--chart-cumulative)"
                fillOpacity={0.2}
                {...still}
              />
            )}
            <Line
              dataKey="seen"
              stroke="var(--chart-included)"
              strokeWidth={dense ? 1 : 1.25}
              connectNulls={false}
              {...still}
            />
            <Line
              dataKey="line"
              stroke="var(--chart-flex)"
              strokeWidth={dense ? 1 : 1.75}
              strokeDasharray="7 2"
              {...still}
            />
            {at !== null && <ReferenceLine className="chart-walked" x={inside[at]!.at} stroke="var(--focus)" />}
          </ComposedChart>
        </ResponsiveContainer>
      )}
    </PointWalk>
  );
}

function linesOf({ seen, line, band }: DemandColumn, lineName: string): readonly TipLine[] {
  const figure = (value: number) => formatCredits(quantityText(value));
  return [
    { id: 'seen', title: 'Seen', figure: seen === null ? 'unknown' : figure(seen) },
    { id: 'fitted', title: lineName, figure: figure(line) },
    ...(band ? [{ id: 'band', title: 'P10 to P90', figure: `${figure(band[0])} to ${figure(band[1])}` }] : []),
  ];
}

function spoken({ title, figure }: TipLine): string {
  return `${title} ${figure}`;
}
