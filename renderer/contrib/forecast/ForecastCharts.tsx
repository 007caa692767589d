import { memo, useMemo } from 'react';
import { zoneOf } from '../../../shared/calendar/zone.ts';
import type { ForecastView } from '../../../shared/rpc/forecastViews.ts';
import { Button } from '../../base/Button.tsx';
import { balanceData } from '../../charts/balanceData.ts';
import { BurnDown } from '../../charts/BurnDown.tsx';
import { ChartFrame, type LegendItem } from '../../charts/ChartFrame.tsx';
import { percentName } from '../../charts/chartData.ts';
import { FanChart } from '../../charts/FanChart.tsx';
import { fanData, fanSeries } from '../../charts/fanSeries.ts';
import { Histogram } from '../../charts/Histogram.tsx';
import { histogramData } from '../../charts/histogramSeries.ts';
import { MonthRanges } from '../../charts/MonthRanges.tsx';
import { RunOutChart } from '../../charts/RunOutChart.tsx';
import { poolTitles, runOutData, runOutDates } from '../../charts/runOutSeries.ts';
import { Tornado } from '../../charts/Tornado.tsx';
import { tornadoData } from '../../charts/tornadoSeries.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { InTurn } from '../../workbench/live/InTurn.tsx';
import { monthsData } from './monthsData.ts';

interface ForecastChartsProps {
  readonly forecast: ForecastView;
}

/** The range in pictures, each of which is also a table. They follow a drag one after another. */
export function ForecastCharts({
  forecast,
  isRough,
  path,
}: ForecastChartsProps & { readonly isRough: boolean; readonly path: string }) {
  const turn = { value: forecast, isRough };
  return (
    <div className="forecast-charts">
      <InTurn {...turn}>{(drawn) => <Fan forecast={drawn} />}</InTurn>
      <InTurn {...turn}>{(drawn) => <Distribution forecast={drawn} />}</InTurn>
      <InTurn {...turn}>{(drawn) => <Drivers forecast={drawn} path={path} />}</InTurn>
      <InTurn {...turn}>{(drawn) => <Months forecast={drawn} />}</InTurn>
      <InTurn {...turn}>{(drawn) => <RunOut forecast={drawn} />}</InTurn>
      <InTurn {...turn}>{(drawn) => <Balances forecast={drawn} />}</InTurn>
    </div>
  );
}

const Fan = memo(function Fan({ forecast }: ForecastChartsProps) {
  const { fan, from, percentiles, budget } = forecast;
  const { bands, middle } = useMemo(() => fanSeries({ from, percentiles, points: [] }), [from, percentiles]);
  const legend: LegendItem[] = [
    ...bands.map(({ name, depth }) => ({ id: depth > 0.5 ? 'band-inner' : 'band', title: name })),
    ...(middle === null ? [] : [{ id: 'money', title: percentName(percentiles[middle]!), shape: 'line' as const }]),
    { id: 'mean', title: 'Mean', shape: 'line' },
    ...(budget ? [{ id: 'over', title: 'Budget', shape: 'line' as const }] : []),
  ];
  return (
    <ChartFrame
      title="Cumulative cost"
      summary="Money invoiced so far at the end of each month, as bands between percentiles."
      legend={legend}
      empty={fan.length === 0 ? 'Nothing is invoiced in this time.' : null}
      data={fanData({ from, percentiles, points: fan }, forecast)}
      chart={
        <FanChart
          {...moneyOf(forecast)}
          {...{ from, percentiles }}
          points={fan}
          budget={budget ? Number(budget.amount) : null}
        />
      }
    />
  );
});

const Distribution = memo(function Distribution({ forecast }: ForecastChartsProps) {
  const { histogram, total, budget, random } = forecast;
  const marks = useMemo(() => {
    const points = total.points.map(({ percent, amount }) => ({
      id: percentName(percent),
      at: Number(amount),
      text: percentName(percent),
      strong: percent === 50 || percent === 10 || percent === 90,
    }));
    return [...points, { id: 'mean', at: Number(total.mean), text: 'Mean', strong: false }];
  }, [total]);
  return (
    <ChartFrame
      title="Distribution of the total"
      summary="Share of the paths by their total, with percentiles and the budget marked."
      legend={
        budget
          ? [
              { id: 'money', title: 'Within budget' },
              { id: 'over', title: 'Over budget' },
            ]
          : []
      }
      empty={random && histogram.counts.length > 1 ? null : 'Every path ends with the same total.'}
      data={histogramData(histogram, forecast)}
      chart={
        <Histogram
          {...moneyOf(forecast)}
          histogram={histogram}
          marks={marks}
          budget={budget ? Number(budget.amount) : null}
        />
      }
    />
  );
});

const Drivers = memo(function Drivers({ forecast, path }: ForecastChartsProps & { readonly path: string }) {
  const { commands } = useWorkbench();
  const { drivers, total } = forecast;
  const more = drivers.length - 10;
  return (
    <ChartFrame
      title="What moves the total"
      summary="P10 to P90 of the total where one demand model alone varies, the most important first."
      legend={[
        { id: 'low', title: 'Cheaper than the mean' },
        { id: 'high', title: 'Dearer' },
      ]}
      empty={drivers.length === 0 ? 'No demand model is uncertain.' : null}
      data={tornadoData(drivers, forecast.currency)}
      chart={<Tornado {...moneyOf(forecast)} drivers={drivers} mean={Number(total.mean)} />}
      note={
        <>
          {more > 0 && `The ${more} least important are in the table alone. `}
          <Button
            kind="link"
            onClick={() => void commands.run('scenario.revealPath', { path, jsonPath: 'usage.models' })}
          >
            Go to the demand models
          </Button>
        </>
      }
    />
  );
});

const Months = memo(function Months({ forecast }: ForecastChartsProps) {
  return (
    <ChartFrame
      title="Cost by month"
      summary="What is invoiced in each month, from P10 to P90 with the median marked."
      legend={[
        { id: 'band', title: 'P10 to P90' },
        { id: 'money', title: 'P50', shape: 'line' },
      ]}
      empty={
        forecast.months.every(({ points }) => points.every(({ amount }) => Number(amount) === 0))
          ? 'Nothing is invoiced in this time.'
          : null
      }
      data={monthsData(forecast)}
      chart={<MonthRanges {...moneyOf(forecast)} months={forecast.months} label="Cost by month" />}
    />
  );
});

const RunOut = memo(function RunOut({ forecast }: ForecastChartsProps) {
  const { runOut } = forecast;
  const months = useMemo(() => forecast.months.map(({ label }) => label), [forecast.months]);
  const pools = (['included', 'prepaid'] as const).filter((pool) => runOut[pool] !== null);
  const words = pools.map((pool) => `${poolTitles[pool]}: ${runOutDates(runOut[pool]!)}`);
  return (
    <ChartFrame
      title="Paths that have credits left"
      summary={`The share of the paths on which a pool has not run out yet. ${words.join('. ')}`}
      legend={pools.map((id) => ({ id, title: poolTitles[id], shape: 'line' }))}
      empty={pools.length === 0 ? 'There is no included or prepaid pool to run out.' : null}
      data={runOutData(runOut, months)}
      chart={<RunOutChart runOut={runOut} months={months} />}
      note={words.length > 0 && `First day without credits. ${words.join('. ')}.`}
    />
  );
});

const Balances = memo(function Balances({ forecast }: ForecastChartsProps) {
  const { balances, runOuts, timeZone } = forecast;
  const zone = useMemo(() => zoneOf(timeZone), [timeZone]);
  const still = balances.every(({ included, prepaid }) => included === 0 && prepaid === 0);
  if (!zone) return null;
  return (
    <ChartFrame
      title="Burn-down on expected usage"
      summary={`Included and prepaid credits left over time, if usage is as expected. A pool runs out on ${runOuts.length} days.`}
      legend={[
        { id: 'included', title: 'Included left', shape: 'line' },
        { id: 'prepaid', title: 'Prepaid left', shape: 'line' },
      ]}
      empty={still ? 'No credits are granted or bought in this time.' : null}
      data={balanceData(forecast, zone)}
      chart={<BurnDown bill={forecast} zone={zone} />}
    />
  );
});

function moneyOf({ currency, minorDigits }: ForecastView) {
  return { currency, minorDigits };
}
