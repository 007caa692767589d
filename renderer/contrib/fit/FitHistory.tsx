import { useMemo } from 'react';
import type { FitView } from '../../../shared/rpc/fitViews.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { DemandChart } from '../../charts/DemandChart.tsx';
import { demandColumns, demandData } from '../../charts/demandSeries.ts';

/** The days that were looked at with the line that was fitted to them. */
export function FitHistory({ fit }: { readonly fit: FitView }) {
  const { unit, from, history, line } = fit;
  const columns = useMemo(() => demandColumns({ from, seen: history, line }), [from, history, line]);
  const known = columns.filter(({ seen }) => seen !== null).length;
  return (
    <ChartFrame
      title="History and fitted line"
      summary={`${known} days of usage in ${unit}, and what the fitted model expects of each.`}
      legend={[
        { id: 'seen', title: 'Seen', shape: 'line' },
        { id: 'fitted', title: 'Fitted line', shape: 'line' },
      ]}
      chart={<DemandChart label="History and fitted line" unit={unit} columns={columns} lineName="Fitted line" />}
      data={demandData(columns, { lineName: 'Fitted line', unit })}
    />
  );
}
