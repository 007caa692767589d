import { useMemo } from 'react';
import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, YAxis } from 'recharts';
import { formatLocalDate } from '../../shared/calendar/instant.ts';
import type { Zone } from '../../shared/calendar/zone.ts';
import type { BillView } from '../../shared/rpc/views.ts';
import { formatMoney } from '../base/format.ts';
import { axisStyle, chartPx } from './axisStyle.ts';
import { axisNumber } from './axisText.ts';
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
  const points = useMemo(() => costSeries(bill, zone), [bill, zone]);
  return (
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
        <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
        <TimeAxis from={points[0]!.at} until={points.at(-1)!.at} zone={zone} />
        <YAxis tickFormatter={axisNumber} width="auto" domain={[0, 'auto']} {...axisStyle} />
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
      </AreaChart>
    </ResponsiveContainer>
  );
}

function tipOf(point: CostPoint, bill: BillView, zone: Zone) {
  const invoice = bill.statement.invoices.find(({ number }) => number === point.invoice);
  const sum = { id: 'money', title: 'So far, about', figure: axisNumber(point.cost) };
  if (!invoice) return <ChartTip title={formatLocalDate(point.at, zone)} lines={[sum]} />;
  const lines = [{ id: 'none', title: `Invoice ${invoice.number}`, figure: formatMoney(invoice.total, bill.currency) }];
  return <ChartTip title={formatLocalDate(point.at, zone)} lines={[...lines, sum]} />;
}
