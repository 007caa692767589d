import { parseInstant } from '../../shared/calendar/instant.ts';
import type { Zone } from '../../shared/calendar/zone.ts';
import type { RunOut } from '../../shared/rpc/views.ts';
import { balanceSpan } from './balanceSeries.ts';
import { timeAxis } from './chartAxes.ts';
import type { ChartData } from './chartData.ts';
import { poolTitles } from './runOutSeries.ts';

interface BalanceDays {
  readonly from: string;
  readonly until: string;
  readonly runOuts: readonly RunOut[];
  readonly currency: string;
}

/** The days on which a pool ran out. */
export function balanceData(balances: BalanceDays, zone: Zone): ChartData {
  const { runOuts, currency } = balances;
  return {
    currency,
    columns: [
      { title: 'Day', kind: 'text' },
      { title: 'Pool', kind: 'text' },
      { title: 'Ledger row', kind: 'count' },
    ],
    rows: runOuts.map(({ date, pool, row }) => [date, poolTitles[pool], String(row)]),
    at: runOuts.map(({ at }) => parseInstant(at, zone) ?? 0),
    axis: timeAxis(balanceSpan(balances, zone), zone),
  };
}
