import type { ForecastView } from '../../../shared/rpc/forecastViews.ts';
import { monthTitle } from '../../charts/axisText.ts';
import { ofColumns } from '../../charts/chartAxes.ts';
import { percentName, type ChartData } from '../../charts/chartData.ts';

/** Cost by month, with the chances of Flex and of blocked work. */
export function monthsData({ months, currency }: Pick<ForecastView, 'months' | 'currency'>): ChartData {
  const percents = months[0]?.points.map(({ percent }) => percent) ?? [];
  return {
    currency,
    columns: [
      { title: 'Month', kind: 'text' },
      { title: 'Mean', kind: 'money' },
      ...percents.map((percent) => ({ title: percentName(percent), kind: 'money' as const })),
      { title: 'Chance of Flex', kind: 'share' },
      { title: 'Flex, mean', kind: 'credits' },
      { title: 'Chance of blocked work', kind: 'share' },
      { title: 'Blocked, mean', kind: 'credits' },
    ],
    rows: months.map((month) => [
      monthTitle(month.label),
      month.mean,
      ...month.points.map(({ amount }) => amount),
      String(month.flexChance),
      month.flexMean,
      String(month.blockedChance),
      month.blockedMean,
    ]),
    ...ofColumns(months.map(({ label }) => label)),
  };
}
