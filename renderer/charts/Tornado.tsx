import { useMemo } from 'react';
import { Bar, BarChart, CartesianGrid, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { DriverView } from '../../shared/rpc/forecastViews.ts';
import { formatMoney } from '../base/format.ts';
import { axisStyle } from './axisStyle.ts';
import { axisNumber } from './axisText.ts';
import { shareText } from './chartData.ts';
import { ChartTip } from './ChartTip.tsx';
import type { Money } from './fanSeries.ts';
import { PointWalk } from './PointWalk.tsx';
import { shortName, tornadoSeries, type TornadoBar } from './tornadoSeries.ts';

interface TornadoProps extends Money {
  readonly drivers: readonly DriverView[];
  /** The mean total, from which the bars go out. */
  readonly mean: number;
}

const barPx = 30;

/** What moves the total most: from P10 to P90 of the total where a model alone varies. */
export function Tornado({ drivers, mean, ...money }: TornadoProps) {
  const { bars } = useMemo(() => tornadoSeries(drivers), [drivers]);
  const marked = useMemo(() => bars.map((bar) => ({ ...bar, span: [...bar.span] })), [bars]);
  return (
    <PointWalk
      label="Drivers"
      count={bars.length}
      textAt={(index) =>
        `${bars[index]!.model}: ${linesOf(bars[index]!, money)
          .map(({ title, figure }) => `${title} ${figure}`)
          .join(', ')}`
      }
    >
      {(at) => (
        <ResponsiveContainer width="100%" height={Math.max(96, bars.length * barPx + 40)}>
          <BarChart
            data={marked}
            layout="vertical"
            accessibilityLayer={false}
            margin={{ top: 4, right: 16, bottom: 0, left: 4 }}
          >
            <CartesianGrid horizontal={false} stroke="var(--chart-grid)" />
            <XAxis type="number" domain={['auto', 'auto']} tickFormatter={axisNumber} {...axisStyle} />
            <YAxis
              type="category"
              dataKey="model"
              width="auto"
              tickFormatter={(name: string) => shortName(name)}
              {...axisStyle}
            />
            <Tooltip
              isAnimationActive={false}
              cursor={{ fill: 'var(--hover-bg)' }}
              content={({ active, payload }) => {
                if (!active || !payload?.[0]) return null;
                const bar = payload[0].payload as TornadoBar;
                return <ChartTip title={bar.model} lines={linesOf(bar, money)} />;
              }}
            />
            <Bar
              dataKey="span"
              maxBarSize={18}
              isAnimationActive={false}
              shape={(shape: TornadoShape) => <TornadoSpan shape={shape} mean={mean} walked={at} />}
            />
            <ReferenceLine x={mean} stroke="var(--chart-mark)" />
          </BarChart>
        </ResponsiveContainer>
      )}
    </PointWalk>
  );
}

interface TornadoShape {
  readonly x?: number | string;
  readonly y?: number | string;
  readonly width?: number | string;
  readonly height?: number | string;
  readonly index?: number;
  readonly payload?: TornadoBar;
}

/** A bar in two colours: cheaper than the mean on its left, dearer on its right. */
function TornadoSpan({
  shape,
  mean,
  walked,
}: {
  readonly shape: TornadoShape;
  readonly mean: number;
  readonly walked: number | null;
}) {
  const { payload, index } = shape;
  if (!payload) return <g />;
  const [least, most] = payload.span;
  const x = Math.min(Number(shape.x), Number(shape.x) + Number(shape.width));
  const width = Math.abs(Number(shape.width));
  const part = most === least ? 0 : Math.max(0, Math.min(1, (mean - least) / (most - least)));
  const frame = { y: shape.y, height: shape.height };
  return (
    <g>
      <rect {...frame} x={x} width={width * part} fill="var(--chart-included)" />
      <rect {...frame} x={x + width * part} width={Math.max(1, width * (1 - part))} fill="var(--chart-flex)" />
      {walked === index && (
        <rect
          {...frame}
          x={x - 2}
          width={width + 4}
          fill="none"
          stroke="var(--focus)"
          strokeWidth={2}
          className="chart-walked"
        />
      )}
    </g>
  );
}

function linesOf({ share, low, high }: TornadoBar, { currency, minorDigits }: Money) {
  const figure = (value: number) => formatMoney(value.toFixed(minorDigits), currency);
  return [
    { id: 'none', title: 'of the spread', figure: shareText(share) },
    { id: 'low', title: 'P10 alone', figure: figure(low) },
    { id: 'high', title: 'P90 alone', figure: figure(high) },
  ];
}
