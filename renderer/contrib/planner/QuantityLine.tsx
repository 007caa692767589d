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
  const money = (minor: number | undefined) => formatMoney(minorText(minor ?? 0, minorDigits), currency);
  const mean = curve.mean[quantity] ?? 0;
  const saving = (curve.mean[0] ?? 0) - mean;
  const held = curve.budgetChance?.[quantity];
  return (
    <header className="quantity-line">
      <h2>{quantity === 0 ? 'Buying nothing' : `Buying ${quantity.toLocaleString('en')} credits`}</h2>
      <p role="status">
        expected cost {money(mean)}, P90 {money(curve.p90[quantity])},{' '}
        {saving < 0 ? `${money(-saving)} more than` : `${money(saving)} less than`} nothing bought
        {held !== undefined && `, budget held ${shareText(held)}`}
      </p>
    </header>
  );
}
