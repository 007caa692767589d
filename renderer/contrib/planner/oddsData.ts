import type { QuantityView } from '../../../shared/rpc/forecastViews.ts';
import { formatCredits, formatMoney } from '../../base/format.ts';
import { percentName, type ChartData } from '../../charts/chartData.ts';

type Odds = Pick<QuantityView, 'saving' | 'savings' | 'unused' | 'unusedMean' | 'regret'>;

/** What the purchase saves, what is left of it and what it is regretted by, over the paths. */
export function oddsData({ saving, savings, unused, unusedMean, regret }: Odds, currency: string): ChartData {
  const money = (text: string) => formatMoney(text, currency);
  const credits = (text: string) => `${formatCredits(text, 2)} credits`;
  return {
    currency,
    columns: ['Figure', 'Mean', ...savings.map(({ percent }) => percentName(percent))].map((title) => ({
      title,
      kind: 'text',
    })),
    rows: [
      ['Saving', money(saving), ...savings.map(({ amount }) => money(amount))],
      ['Left over', credits(unusedMean), ...unused.map((point) => credits(point.credits))],
      ['Regret', money(regret.mean), ...regret.points.map(({ amount }) => money(amount))],
    ],
  };
}
