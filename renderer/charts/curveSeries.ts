import { amountAxis } from './chartAxes.ts';
import type { ChartData } from './chartData.ts';
import type { Money } from './fanSeries.ts';
import { inView, type ChartView } from './chartView.ts';
import { thin } from './thin.ts';

/** Costs of every whole quantity from 0, in minor units; null where there is no price for a quantity. */
export interface Curve {
  readonly mean: readonly (number | null)[];
  readonly p90: readonly (number | null)[];
}

/** A quantity that has a price, in minor units. */
interface Priced {
  readonly quantity: number;
  readonly mean: number;
  readonly p90: number;
}

function pricedOf({ mean, p90 }: Curve): readonly Priced[] {
  return mean.flatMap((cost, quantity) => {
    const high = p90[quantity] ?? null;
    return cost === null || high === null ? [] : [{ quantity, mean: cost, p90: high }];
  });
}

/** A point of the curve in money, for drawing. */
export interface CurvePoint {
  readonly quantity: number;
  readonly mean: number;
  readonly p90: number;
}

/** Points for drawing, thinned: both sides of every cliff, the best and the chosen quantity stay. */
export function curveSeries(curve: Curve, { stays, minorDigits, view = null }: Drawing): readonly CurvePoint[] {
  const unit = 10 ** minorDigits;
  const kept = new Set(stays);
  const points = pricedOf(curve).map(({ quantity, mean, p90 }) => ({ quantity, mean: mean / unit, p90: p90 / unit }));
  return thin(inView(points, view, ({ quantity }) => quantity).drawn, {
    buckets: 200,
    values: [(point) => point.mean, (point) => point.p90],
    stays: ({ quantity }) => kept.has(quantity),
  });
}

interface Drawing {
  readonly minorDigits: number;
  readonly stays: readonly number[];
  readonly view?: ChartView | null;
}

/** The curve as a table: every quantity that has a price. */
export function curveData(curve: Curve, { currency, minorDigits }: Money): ChartData {
  const priced = pricedOf(curve);
  return {
    caption: 'What every whole quantity comes to',
    currency,
    columns: [
      { title: 'Quantity', kind: 'count' },
      { title: 'Mean', kind: 'money' },
      { title: 'P90', kind: 'money' },
    ],
    rows: priced.map(({ quantity, mean, p90 }) => [
      String(quantity),
      minorText(mean, minorDigits),
      minorText(p90, minorDigits),
    ]),
    at: priced.map(({ quantity }) => quantity),
    axis: amountAxis(
      { from: 0, until: Math.max(1, curve.mean.length - 1), least: 4 },
      (value) => `${Math.round(value).toLocaleString('en')} credits`,
    ),
  };
}

/** Whole minor units as decimal text, exactly. */
export function minorText(minor: number, digits: number): string {
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const sign = minor < 0 ? '-' : '';
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
