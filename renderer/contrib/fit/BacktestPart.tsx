import { useMemo } from 'react';
import type { BacktestView } from '../../../shared/rpc/fitViews.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { shareText } from '../../charts/chartData.ts';
import { DemandChart } from '../../charts/DemandChart.tsx';
import { demandColumns, demandData } from '../../charts/demandSeries.ts';

interface BacktestPartProps {
  readonly backtest: BacktestView;
  readonly unit: string;
}

const names: Readonly<Record<BacktestView['errors'][number]['id'], string>> = {
  model: 'Fitted model',
  'last-month': 'Last month repeated',
  'last-week': 'Same weekday last week',
};

/** How well the model would have forecast the days that were held out, beside two plain rivals. */
export function BacktestPart({ backtest, unit }: BacktestPartProps) {
  const { from, actual, forecast, low, high, covered, judged, errors, statement } = backtest;
  const columns = useMemo(
    () => demandColumns({ from, seen: actual, line: forecast, low, high }),
    [from, actual, forecast, low, high],
  );
  return (
    <div className="fit-backtest">
      <div>
        <ul className="fit-sentences">
          {statement.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
        <table className="figures-table">
          <caption>Error on the days held out</caption>
          <thead>
            <tr>
              <th scope="col">Forecast</th>
              <th scope="col" className="cell-figure">
                Off by day
              </th>
              <th scope="col" className="cell-figure">
                Off in sum
              </th>
            </tr>
          </thead>
          <tbody>
            {errors.map(({ id, off, bias }) => (
              <tr key={id}>
                <th scope="row">{names[id]}</th>
                <td className="cell-figure">{off === null ? '–' : shareText(off)}</td>
                <td className="cell-figure">{bias === null ? '–' : signed(bias)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ChartFrame
        title="Forecast of the days held out"
        summary={`${covered} of ${judged} days lie inside the 80 % band.`}
        legend={[
          { id: 'seen', title: 'Came', shape: 'line' },
          { id: 'fitted', title: 'Forecast', shape: 'line' },
          { id: 'band', title: 'P10 to P90' },
        ]}
        chart={<DemandChart label="Forecast of the days held out" unit={unit} columns={columns} lineName="Forecast" />}
        data={demandData(columns, { lineName: 'Forecast', unit })}
      />
    </div>
  );
}

function signed(share: number): string {
  const sign = share > 0 ? '+' : share < 0 ? '−' : '';
  return `${sign}${shareText(Math.abs(share))}`;
}
