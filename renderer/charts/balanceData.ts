import type { RunOut } from '../../shared/rpc/views.ts';
import type { ChartData } from './chartData.ts';
import { poolTitles } from './runOutSeries.ts';

interface BalanceDays {
  readonly runOuts: readonly RunOut[];
  readonly currency: string;
}

/** The days on which a pool ran out. */
export function balanceData({ runOuts, currency }: BalanceDays): ChartData {
  return {
    currency,
    columns: [
      { title: 'Day', kind: 'text' },
      { title: 'Pool', kind: 'text' },
      { title: 'Ledger row', kind: 'count' },
    ],
    rows: runOuts.map(({ date, pool, row }) => [date, poolTitles[pool], String(row)]),
  };
}
