import { memo, useCallback, useMemo } from 'react';
import { zoneOf, type Zone } from '../../../shared/calendar/zone.ts';
import type { BillView } from '../../../shared/rpc/views.ts';
import { chartPx } from '../../charts/axisStyle.ts';
import { balanceData } from '../../charts/balanceData.ts';
import { BurnDown } from '../../charts/BurnDown.tsx';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { CumulativeCost } from '../../charts/CumulativeCost.tsx';
import { MonthBars, partTitles } from '../../charts/MonthBars.tsx';
import { isEmptySeries, monthParts, monthSeries, type MonthPart } from '../../charts/monthSeries.ts';
import { InTurn } from '../../workbench/live/InTurn.tsx';
import { useAsk } from './askContext.ts';
import { costData, monthData } from './billData.ts';
import { BalanceTable, CostTable, MonthTable } from './ChartTables.tsx';

interface BillChartsProps {
  readonly bill: BillView;
}

/** The year in three pictures, each of which is also a table; the first `turns` are drawn. */
export const BillCharts = memo(function BillCharts({ bill, turns }: BillChartsProps & { readonly turns: number }) {
  const zone = useMemo(() => zoneOf(bill.timeZone), [bill.timeZone]);
  return (
    <div className="bill-charts">
      <InTurn value={bill}>{(drawn) => <MonthChart bill={drawn} />}</InTurn>
      {zone && <InTurn value={bill}>{(drawn) => <BalanceChart bill={drawn} zone={zone} drawn={turns > 1} />}</InTurn>}
      {zone && <InTurn value={bill}>{(drawn) => <CostChart bill={drawn} zone={zone} drawn={turns > 2} />}</InTurn>}
    </div>
  );
});

const MonthChart = memo(function MonthChart({ bill }: BillChartsProps) {
  const ask = useAsk();
  const onAsk = useCallback(
    (month: number, figure: MonthPart) =>
      ask({ kind: 'month', month, figure }, document.activeElement?.matches('.chart-bar:focus-visible') ?? false),
    [ask],
  );
  const unused = useMemo(() => isEmptySeries(monthSeries(bill.months)), [bill.months]);
  return (
    <ChartFrame
      title="Credits by month"
      summary="Credits used in each month, by what served them: included, prepaid, Flex, or blocked."
      legend={monthParts.map((id) => ({ id, title: partTitles[id] }))}
      empty={unused ? 'Nothing was used in this time.' : null}
      chart={<MonthBars months={bill.months} currency={bill.currency} onAsk={onAsk} />}
      data={monthData(bill)}
      table={(shows) => <MonthTable {...{ bill, shows }} />}
    />
  );
});

interface TimeChartProps extends BillChartsProps {
  readonly zone: Zone;
  /** Its turn has come: until then its place is kept. */
  readonly drawn: boolean;
}

const place = <div style={{ height: chartPx }} />;

const BalanceChart = memo(function BalanceChart({ bill, zone, drawn }: TimeChartProps) {
  const ask = useAsk();
  const still = bill.balances.every(({ included, prepaid }) => included === 0 && prepaid === 0);
  return (
    <ChartFrame
      title="Balances"
      summary={`Included and prepaid credits left over time. A pool ran out on ${bill.runOuts.length} days.`}
      legend={[
        { id: 'included', title: 'Included left', shape: 'line' },
        { id: 'prepaid', title: 'Prepaid left', shape: 'line' },
      ]}
      empty={still ? 'No credits were granted or bought in this time.' : null}
      chart={
        drawn ? (
          <BurnDown bill={bill} zone={zone} onAsk={(row) => row > 0 && ask({ kind: 'row', row }, false)} />
        ) : (
          place
        )
      }
      data={balanceData(bill, zone)}
      table={(shows) => <BalanceTable {...{ bill, shows }} />}
    />
  );
});

const CostChart = memo(function CostChart({ bill, zone, drawn }: TimeChartProps) {
  const ask = useAsk();
  return (
    <ChartFrame
      title="Cumulative cost"
      summary="Money invoiced so far, a step for each invoice."
      legend={[{ id: 'money', title: 'Invoiced so far', shape: 'line' }]}
      empty={bill.statement.invoices.length === 0 ? 'Nothing was invoiced in this time.' : null}
      chart={
        drawn ? (
          <CumulativeCost bill={bill} zone={zone} onAsk={(invoice) => ask({ kind: 'invoice', invoice }, false)} />
        ) : (
          place
        )
      }
      data={costData(bill, zone)}
      table={(shows) => <CostTable {...{ bill, shows }} />}
    />
  );
});
