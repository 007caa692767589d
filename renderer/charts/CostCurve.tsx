import { useMemo } from 'react';
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
import { formatMoney, formatPrice } from '../base/format.ts';
import { axisStyle, gridLines } from './axisStyle.ts';
import { axisNumber } from './axisText.ts';
import { ChartTip } from './ChartTip.tsx';
import { curveSeries, minorText, type Curve, type CurvePoint } from './curveSeries.ts';
import type { Money } from './fanSeries.ts';
import { spreadMarks } from './marks.ts';
import { MarkLabel } from './MarkLabel.tsx';
import { niceTicks } from './niceTicks.ts';
import { inView } from './chartView.ts';
import { PointWalk } from './PointWalk.tsx';
import { useChartView } from './useChartView.ts';

interface CostCurveProps extends Money {
  readonly curve: Curve;
  /** The quantity that meets the goal best; null: none does. */
  readonly best: number | null;
  readonly chosen: number;
  /** Quantities from which another price holds. */
  readonly cliffs: readonly { readonly quantity: number; readonly unitPrice: string }[];
  onChoose(quantity: number): void;
}

interface PriceStepsProps extends Pick<CostCurveProps, 'cliffs' | 'currency' | 'minorDigits'> {
  readonly from: number;
  readonly until: number;
}

/** What every quantity comes to, on average and on the ninth path of ten, with the best, the chosen and the price steps marked. */
export function CostCurve({ curve, best, chosen, cliffs, onChoose, ...money }: CostCurveProps) {
  const { minorDigits } = money;
  const view = useChartView();
  const points = useMemo(() => {
    const stays = [...cliffs.flatMap(({ quantity }) => [quantity - 1, quantity]), best ?? 0];
    return [...curveSeries(curve, { minorDigits, stays, view })];
  }, [curve, cliffs, best, minorDigits, view]);
  const { inside } = inView(points, view, ({ quantity }) => quantity);
  const max = curve.mean.length - 1;
  const { from, until } = view ?? { from: 0, until: Math.max(1, max) };
  const shows = (quantity: number) => quantity >= from && quantity <= until;
  const at = (quantity: number) => (curve.mean[quantity] ?? 0) / 10 ** minorDigits;
  const lines = (quantity: number) => linesOf(quantity, curve, money);
  return (
    <PointWalk
      label="Cost by quantity"
      count={inside.length}
      places={inside.map(({ quantity }) => quantity)}
      textAt={(index) =>
        `${quantityText(inside[index]!.quantity)}: ${lines(inside[index]!.quantity)
          .map(({ title, figure }) => `${title} ${figure}`)
          .join(', ')}`
      }
      onChoose={(index) => onChoose(inside[index]!.quantity)}
    >
      {(walked) => (
        <ResponsiveContainer width="100%" height={280}>
          <LineChart
            data={points}
            accessibilityLayer={false}
            margin={{ top: 22, right: 18, bottom: 0, left: 0 }}
            onClick={({ activeTooltipIndex }) => {
              const point = points[Number(activeTooltipIndex)];
              if (point) onChoose(point.quantity);
            }}
          >
            <CartesianGrid {...gridLines} />
            <XAxis
              dataKey="quantity"
              type="number"
              domain={[from, until]}
              allowDataOverflow
              tickFormatter={axisNumber}
              ticks={niceTicks(from, until, 10).filter(Number.isInteger)}

              {...axisStyle}
            />
            <YAxis tickFormatter={axisNumber} width="auto" domain={['auto', 'auto']} {...axisStyle} />
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: 'var(--border-strong)' }}
              content={({ active, payload }) => {
                if (!active || !payload?.[0]) return null;
                const { quantity } = payload[0].payload as CurvePoint;
                return <ChartTip title={quantityText(quantity)} lines={lines(quantity)} />;
              }}
            />
            <PriceSteps cliffs={cliffs.filter(({ quantity }) => shows(quantity))} {...{ from, until }} {...money} />
            <Line dataKey="p90" stroke="var(--chart-flex)" strokeDasharray="6 3" {...line} />
            <Line dataKey="mean" stroke="var(--chart-cumulative)" {...line} />
            {shows(chosen) && <ReferenceLine x={chosen} stroke="var(--accent-mark)" strokeWidth={1.5} />}
            {best !== null && shows(best) && (
              <ReferenceDot
                x={best}
                y={at(best)}
                r={6}
                fill="var(--chart-prepaid)"
                stroke="var(--raised-bg)"
                strokeWidth={2}
              />
            )}
            {shows(chosen) && (
              <ReferenceDot
                x={chosen}
                y={at(chosen)}
                r={best === chosen ? 9 : 5}
                fill={best === chosen ? 'none' : 'var(--accent-mark)'}
                stroke="var(--accent-mark)"
                strokeWidth={2}
              />
            )}
            {walked !== null && (
              <ReferenceLine className="chart-walked" x={inside[walked]!.quantity} stroke="var(--focus)" />
            )}
          </LineChart>
        </ResponsiveContainer>
      )}
    </PointWalk>
  );
}

/** The quantities from which another price holds, with that price: more text than this runs into its neighbour. */
function PriceSteps({ cliffs, from, until, currency, minorDigits }: PriceStepsProps) {
  const marks = useMemo(
    () =>
      spreadMarks(
        cliffs.map(({ quantity, unitPrice }) => ({
          id: `${quantity}`,
          at: quantity,
          text: formatPrice(unitPrice, currency, minorDigits),
          strong: false,
        })),
        { from, until },
      ),
    [cliffs, from, until, currency, minorDigits],
  );
  return (
    <>
      {marks.map(({ id, at: quantity, text }) => (
        <ReferenceLine
          key={id}
          x={quantity}
          stroke="var(--chart-axis)"
          strokeDasharray="1 3"
          label={<MarkLabel text={text ?? ''} />}
        />
      ))}
    </>
  );
}

const line = { type: 'linear', dot: false, activeDot: { r: 3 }, strokeWidth: 2, isAnimationActive: false } as const;

function quantityText(quantity: number): string {
  return quantity === 0 ? 'Nothing bought' : `${quantity.toLocaleString('en')} credits`;
}

function linesOf(quantity: number, curve: Curve, { currency, minorDigits }: Money) {
  const figure = (minor: number | null | undefined) =>
    typeof minor === 'number' ? formatMoney(minorText(minor, minorDigits), currency) : 'no price';
  return [
    { id: 'mean-cost', title: 'Mean', figure: figure(curve.mean[quantity]) },
    { id: 'p90', title: 'P90', figure: figure(curve.p90[quantity]) },
  ];
}
