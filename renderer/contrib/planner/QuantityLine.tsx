import type { PlanView } from '../../../shared/rpc/forecastViews.ts';
import { formatMoney } from '../../base/format.ts';
import { minorText } from '../../charts/curveSeries.ts';
import { shareText } from '../../charts/chartData.ts';

interface QuantityLineProps {
  readonly plan: PlanView;
  readonly quantity: number;
}

/** What a quantity comes to, read from the curve: it follows a drag at once. */
export function QuantityLine({ plan: { curve, currency, minorDigits }, quantity }: QuantityLineProps) {
  const money = (minor: number) => formatMoney(minorText(minor, minorDigits), currency);
  const mean = curve.mean[quantity] ?? null;
  const p90 = curve.p90[quantity] ?? null;
  const saving = (curve.mean[0] ?? 0) - (mean ?? 0);
  const held = curve.budgetChance?.[quantity] ?? null;
  return (
    <header className="quantity-line">
      <h2>{quantity === 0 ? 'Buying nothing' : `Buying ${quantity.toLocaleString('en')} credits`}</h2>
      <p role="status">
        {mean === null || p90 === null
          ? 'the plan has no price for this quantity'
          : `expected cost ${money(mean)}, P90 ${money(p90)}`}
        {mean !== null &&
          quantity > 0 &&
          `, ${money(Math.abs(saving))} ${saving < 0 ? 'more' : 'less'} than nothing bought`}
        {held !== null && `, budget held ${shareText(held)}`}
      </p>
    </header>
  );
}
