import type { ForecastView, MoneySpread } from '../../../shared/rpc/forecastViews.ts';
import { Amount } from '../../base/Amount.tsx';
import { formatMoney } from '../../base/format.ts';
import { shareText } from '../../charts/chartData.ts';

/** The forecast in a glance: what is likely, how far it may go, and whether the budget holds. */
export function ForecastSummary({ forecast }: { readonly forecast: ForecastView }) {
  const { total, currency, budget, random } = forecast;
  const money = (text: string | null) => (text === null ? '–' : formatMoney(text, currency));
  const median = money(amountAt(total, 50));
  return (
    <div className="forecast-summary" role="group" aria-label="Total">
      <div className="forecast-card forecast-card-main">
        <span className="forecast-label">{random ? 'As likely more as less (P50)' : 'Total'}</span>
        <Amount className="forecast-main" text={median} />
        <span className="forecast-note">mean {money(total.mean)}</span>
      </div>
      <div className="forecast-card">
        <span className="forecast-label">Low (P10)</span>
        <Amount className="forecast-figure" text={money(amountAt(total, 10))} />
        <span className="forecast-note">one path in ten costs this or less</span>
      </div>
      <div className="forecast-card">
        <span className="forecast-label">High (P90)</span>
        <Amount className="forecast-figure" text={money(amountAt(total, 90))} />
        <span className="forecast-note">nine paths in ten cost this or less</span>
      </div>
      <div className="forecast-card">
        <span className="forecast-label">Within budget</span>
        {budget ? (
          <>
            <Amount className="forecast-figure" text={shareText(budget.chance)} />
            <span className="forecast-note">of {formatMoney(budget.amount, currency)}</span>
          </>
        ) : (
          <span className="forecast-note">Type a budget above to see the chance of staying within it.</span>
        )}
      </div>
    </div>
  );
}

/** The amount at a percentile; null where it was not asked for. */
export function amountAt({ points }: Pick<MoneySpread, 'points'>, percent: number): string | null {
  return points.find((point) => point.percent === percent)?.amount ?? null;
}
