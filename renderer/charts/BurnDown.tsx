import { useMemo } from 'react';
import { CartesianGrid, ComposedChart, Line, ReferenceLine, ResponsiveContainer, Tooltip } from 'recharts';
import { formatLocalDate } from '../../shared/calendar/instant.ts';
import type { Zone } from '../../shared/calendar/zone.ts';
import type { BalancePoint } from '../../shared/rpc/views.ts';
import { chartPx, gridLines } from './axisStyle.ts';
import { balanceSeries, type BalanceInput, type RunOutMark } from './balanceSeries.ts';
import { ChartTip } from './ChartTip.tsx';
import { inView } from './chartView.ts';
import { FigureAxis } from './FigureAxis.tsx';
import { PointWalk } from './PointWalk.tsx';
import { TimeAxis } from './TimeAxis.tsx';
import { useChartView } from './useChartView.ts';

interface BurnDownProps {
  readonly bill: BalanceInput;
  readonly zone: Zone;
  /** Asked for the ledger row that left the balances as they stand at a point. Absent: there is no ledger to look into. */
  onAsk?(row: number): void;
}

/** Balances as they burn down, with the days on which a pool ran out. */
export function BurnDown({ bill, zone, onAsk }: BurnDownProps) {
  const view = useChartView();
  const { from, until, points, marks } = useMemo(() => balanceSeries(bill, zone, view), [bill, zone, view]);
  const { inside } = inView(points, view, ({ at }) => at);
  const textAt = (index: number) => `${dayOf(inside[index]!, zone)}: ${linesOf(inside[index]!).map(spoken).join(', ')}`;
  return (
    <PointWalk
      label="Balances"
      count={inside.length}
      places={inside.map(({ at }) => at)}
      textAt={textAt}
      onChoose={(index) => onAsk?.(inside[index]!.row)}
    >
      {(walked) => (
        <ResponsiveContainer width="100%" height={chartPx}>
          <ComposedChart
            data={[...points]}
            accessibilityLayer={false}
            margin={{ top: 20, right: 12, bottom: 0, left: 0 }}
            onClick={({ activeTooltipIndex }) => {
              const point = points[Number(activeTooltipIndex)];
              if (point) onAsk?.(point.row);
            }}
          >
            <CartesianGrid {...gridLines} />
            <TimeAxis {...{ from, until, zone }} />
            <FigureAxis most={Math.max(0, ...points.map(({ included, prepaid }) => Math.max(included, prepaid)))} />
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: 'var(--border-strong)' }}
              content={({ active, payload }) => (active && payload?.[0] ? tipOf(payload[0].payload, zone) : null)}
            />
            {marks.map((mark) => (
              <ReferenceLine
                key={`${mark.pool}-${mark.row}`}
                x={mark.instant}
                stroke={`var(--chart-${mark.pool})`}
                strokeDasharray="2 3"
                label={<MarkLabel mark={mark} />}
              />
            ))}
            <Line dataKey="included" type="stepAfter" stroke="var(--chart-included)" {...line} />
            <Line dataKey="prepaid" type="stepAfter" stroke="var(--chart-prepaid)" {...line} strokeDasharray="6 2" />
            {walked !== null && <ReferenceLine className="chart-walked" x={inside[walked]!.at} stroke="var(--focus)" />}
          </ComposedChart>
        </ResponsiveContainer>
      )}
    </PointWalk>
  );
}

const line = { dot: false, activeDot: { r: 3 }, strokeWidth: 2, isAnimationActive: false } as const;

interface MarkLabelProps {
  readonly mark: RunOutMark;
  readonly viewBox?: { readonly x?: number; readonly y?: number };
}

function MarkLabel({ mark, viewBox }: MarkLabelProps) {
  const { x = 0, y = 0 } = viewBox ?? {};
  return (
    <g>
      <title>{`${mark.pool === 'included' ? 'Included' : 'Prepaid'} credits ran out on ${mark.date}`}</title>
      <path d={`M${x - 4},${y - 2} h8 l-4,6 z`} fill={`var(--chart-${mark.pool})`} />
      {mark.text !== null && (
        <text x={x} y={y - 6} textAnchor="middle" fontSize={10} fill="var(--chart-axis)">
          {mark.text}
        </text>
      )}
    </g>
  );
}

function tipOf(point: BalancePoint, zone: Zone) {
  return <ChartTip title={dayOf(point, zone)} lines={linesOf(point)} />;
}

function dayOf({ at }: BalancePoint, zone: Zone): string {
  return formatLocalDate(at, zone);
}

function linesOf(point: BalancePoint) {
  const about = (credits: number) => `${credits.toLocaleString('en', { maximumFractionDigits: 2 })} credits`;
  return [
    { id: 'included', title: 'Included', figure: about(point.included) },
    { id: 'prepaid', title: 'Prepaid', figure: about(point.prepaid) },
  ];
}

function spoken({ title, figure }: { readonly title: string; readonly figure: string }): string {
  return `${title} ${figure}`;
}
