import { useMemo } from 'react';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { MoneySpread } from '../../shared/rpc/forecastViews.ts';
import { formatMoney } from '../base/format.ts';
import { axisStyle } from './axisStyle.ts';
import { axisNumber } from './axisText.ts';
import { percentName } from './chartData.ts';
import { ChartTip } from './ChartTip.tsx';
import { PointWalk } from './PointWalk.tsx';
import { variantMark } from './variantMarks.ts';
import { variantRanges, type VariantRange } from './variantSeries.ts';

interface VariantRangesProps {
  readonly variants: readonly { readonly name: string; readonly total: MoneySpread }[];
  readonly currency: string;
}

const rowPx = 46;
const axisPx = 34;

/** What each variant costs, as a bar from P10 to P90 with the median across it. */
export function VariantRanges({ variants, currency }: VariantRangesProps) {
  const ranges = useMemo(
    () => variantRanges(variants).map((range) => ({ ...range, span: [...range.span] })),
    [variants],
  );
  const lines = (index: number) => {
    const { mean, points } = variants[index]!.total;
    const { id } = variantMark(index);
    const figures = points.map(({ percent, amount }) => ({
      id: `${id}`,
      title: percentName(percent),
      figure: formatMoney(amount, currency),
    }));
    return [...figures.reverse(), { id: 'mean', title: 'Mean', figure: formatMoney(mean, currency) }];
  };
  return (
    <PointWalk
      label="Totals of the variants"
      count={variants.length}
      textAt={(index) =>
        `${variants[index]!.name}: ${lines(index)
          .map(({ title, figure }) => `${title} ${figure}`)
          .join(', ')}`
      }
    >
      {(at) => (
        <ResponsiveContainer width="100%" height={rowPx * variants.length + axisPx}>
          <BarChart
            data={ranges}
            layout="vertical"
            accessibilityLayer={false}
            margin={{ top: 4, right: 18, bottom: 0, left: 0 }}
          >
            <CartesianGrid horizontal={false} stroke="var(--chart-grid)" />
            <XAxis type="number" tickFormatter={axisNumber} domain={['auto', 'auto']} {...axisStyle} />
            <YAxis type="category" dataKey="name" width={140} tickFormatter={shortened} interval={0} {...axisStyle} />
            <Tooltip
              isAnimationActive={false}
              cursor={{ fill: 'var(--hover-bg)' }}
              content={({ active, payload }) => {
                if (!active || !payload?.[0]) return null;
                const { index, name } = payload[0].payload as VariantRange;
                return <ChartTip title={name} lines={lines(index)} />;
              }}
            />
            <Bar
              dataKey="span"
              maxBarSize={24}
              minPointSize={2}
              isAnimationActive={false}
              shape={(shape: RangeShape) => <RangeBar shape={shape} walked={at} />}
            />
          </BarChart>
        </ResponsiveContainer>
      )}
    </PointWalk>
  );
}

function shortened(name: string): string {
  return name.length > 22 ? `${name.slice(0, 21)}…` : name;
}

interface RangeShape {
  readonly x?: number | string;
  readonly y?: number | string;
  readonly width?: number | string;
  readonly height?: number | string;
  readonly payload?: VariantRange;
}

function RangeBar({ shape, walked }: { readonly shape: RangeShape; readonly walked: number | null }) {
  const { payload } = shape;
  if (!payload) return <g />;
  const y = Number(shape.y);
  const height = Number(shape.height);
  const width = Math.max(2, Math.abs(Number(shape.width)));
  const x = Math.min(Number(shape.x), Number(shape.x) + Number(shape.width));
  const [low, high] = payload.span;
  const part = high === low ? 0.5 : (payload.middle - low) / (high - low);
  const { colour } = variantMark(payload.index);
  return (
    <g>
      <rect {...{ x, y, width, height }} fill={colour} fillOpacity={0.4} />
      <rect x={x + width * part - 1.25} y={y} width={2.5} height={height} fill={colour} />
      {walked === payload.index && (
        <rect
          className="chart-walked"
          x={x - 2}
          y={y - 2}
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
