import type { BillView } from '../../../shared/rpc/views.ts';
import type { ChartData } from '../../charts/chartData.ts';
import { monthParts } from '../../charts/monthSeries.ts';

const titles = { included: 'Included', prepaid: 'Prepaid', flex: 'Flex', blocked: 'Blocked' } as const;

/** Credits and money by month. */
export function monthData({ months, currency }: Pick<BillView, 'months' | 'currency'>): ChartData {
  return {
    currency,
    columns: [
      { title: 'Month', kind: 'text' },
      ...monthParts.map((part) => ({ title: titles[part], kind: 'credits' as const })),
      { title: 'Invoiced', kind: 'money' },
    ],
    rows: months.map((month) => [month.label, ...monthParts.map((part) => month[part]), month.invoiced]),
  };
}

/** Money invoiced by month and in all so far. */
export function costData({ months, currency }: Pick<BillView, 'months' | 'currency'>): ChartData {
  return {
    currency,
    columns: [
      { title: 'Month', kind: 'text' },
      { title: 'Invoiced', kind: 'money' },
      { title: 'So far', kind: 'money' },
    ],
    rows: months.map(({ label, invoiced, cumulative }) => [label, invoiced, cumulative]),
  };
}
