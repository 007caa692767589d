import { useMemo } from 'react';
import { Area, AreaChart, CartesianGrid, ReferenceLine, ResponsiveContainer, Tooltip } from 'recharts';
import { formatLocalDate } from '../../shared/calendar/instant.ts';
import type { Zone } from '../../shared/calendar/zone.ts';
import type { BillView } from '../../shared/rpc/views.ts';
import { formatMoney } from '../base/format.ts';
import { chartPx, gridLines } from './axisStyle.ts';
import { axisNumber } from './axisText.ts';
import { balanceSpan } from './balanceSeries.ts';
import { inView } from './chartView.ts';
import { FigureAxis } from './FigureAxis.tsx';
import { PointWalk } from './PointWalk.tsx';
import { useChartView } from './useChartView.ts';
import { ChartTip } from './ChartTip.tsx';
import { costSeries, type CostPoint } from './costSeries.ts';
import { TimeAxis } from './TimeAxis.tsx';

interface CumulativeCostProps {
  readonly bill: BillView;
  readonly zone: Zone;
  /** Asked for the invoice at a step. */
  onAsk(invoice: number): void;
}

/** Money invoiced so far, a step for each invoice. */
export function CumulativeCost({ bill, zone, onAsk }: CumulativeCostProps) {
  const view = useChartView();
  const points = useMemo(() => costSeries(bill, zone, view), [bill, zone, view]);
  const { from, until } = view ?? balanceSpan(bill, zone);
  const { inside } = inView(points, view, ({ at }) => at);
  return (
    <PointWalk
      label="Cumulative cost"
      count={inside.length}
      places={inside.map(({ at }) => at)}
      textAt={(index) => textOf(inside[index]!, bill, zone)}
      onChoose={(index) => inside[index]!.invoice > 0 && onAsk(inside[index]!.invoice)}
    >
      {(walked) => (
        <ResponsiveContainer width="100%" height={chartPx}>
          <AreaChart
            data={[...points]}
            accessibilityLayer={false}
            margin={{ top: 8, right: 12, bottom: 0, left: 0 }}
            onClick={({ activeTooltipIndex }) => {
              const point = points[Number(activeTooltipIndex)];
              if (point && point.invoice > 0) onAsk(point.invoice);
            }}
          >
            <CartesianGrid {...gridLines} />
            <TimeAxis {...{ from, until, zone }} />
            <FigureAxis most={Math.max(0, ...points.map(({ cost }) => cost))} />
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: 'var(--border-strong)' }}
              content={({ active, payload }) => (active && payload?.[0] ? tipOf(payload[0].payload, bill, zone) : null)}
            />
            <Area
              dataKey="cost"
              type="stepAfter"
              stroke="var(--chart-cumulative)"
              fill="var(--chart-cumulative)"
              fillOpacity={0.14}
              strokeWidth={2}
              isAnimationActive={false}
            />
            {walked !== null && <ReferenceLine className="chart-walked" x={inside[walked]!.at} stroke="var(--focus)" />}
          </AreaChart>
        </ResponsiveContainer>
      )}
    </PointWalk>
  );
}

function tipOf(point: CostPoint, bill: BillView, zone: Zone) {
  return <ChartTip title={formatLocalDate(point.at, zone)} lines={linesOf(point, bill)} />;
}

function textOf(point: CostPoint, bill: BillView, zone: Zone): string {
  const figures = linesOf(point, bill).map(({ title, figure }) => `${title} ${figure}`);
  return `${formatLocalDate(point.at, zone)}: ${figures.join(', ')}`;
}

function linesOf(point: CostPoint, bill: BillView) {
  const invoice = bill.statement.invoices.find(({ number }) => number === point.invoice);
  const sum = { id: 'money', title: 'So far, about', figure: axisNumber(point.cost) };
  if (!invoice) return [sum];
  const lines = [{ id: 'none', title: `Invoice ${invoice.number}`, figure: formatMoney(invoice.total, bill.currency) }];
  return [...lines, sum];
}
