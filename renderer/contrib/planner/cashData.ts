import type { QuantityView } from '../../../shared/rpc/forecastViews.ts';
import { monthTitle } from '../../charts/axisText.ts';
import { percentName, type ChartData } from '../../charts/chartData.ts';

/** What is paid in each month. */
export function cashData({ cash }: Pick<QuantityView, 'cash'>, currency: string): ChartData {
  const percents = cash[0]?.points.map(({ percent }) => percent) ?? [];
  return {
    currency,
    columns: [
      { title: 'Month', kind: 'text' },
      { title: 'Mean', kind: 'money' },
      ...percents.map((percent) => ({ title: percentName(percent), kind: 'money' as const })),
    ],
    rows: cash.map(({ label, mean, points }) => [monthTitle(label), mean, ...points.map(({ amount }) => amount)]),
  };
}
