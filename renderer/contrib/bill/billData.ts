import type { Zone } from '../../../shared/calendar/zone.ts';
import type { BillView } from '../../../shared/rpc/views.ts';
import { balanceSpan } from '../../charts/balanceSeries.ts';
import { ofColumns, timeAxis } from '../../charts/chartAxes.ts';
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
    ...ofColumns(months.map(({ label }) => label)),
  };
}

/** Money invoiced by month and in all so far. */
export function costData(bill: Pick<BillView, 'months' | 'currency' | 'from' | 'until'>, zone: Zone): ChartData {
  const { months, currency } = bill;
  return {
    currency,
    columns: [
      { title: 'Month', kind: 'text' },
      { title: 'Invoiced', kind: 'money' },
      { title: 'So far', kind: 'money' },
    ],
    rows: months.map(({ label, invoiced, cumulative }) => [label, invoiced, cumulative]),
    at: months.map(({ label }) => middleOf(label, zone)),
    axis: timeAxis(balanceSpan(bill, zone), zone),
  };
}

/** The middle of a month, `2026-01`. */
function middleOf(label: string, zone: Zone): number {
  const [year = 0, month = 1] = label.split('-').map(Number);
  return zone.toInstant(Date.UTC(year, month - 1, 16));
}
