import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { IconButton } from '../base/IconButton.tsx';
import './charts.css';

interface ChartFrameProps {
  readonly title: string;
  /** What the chart says, in a sentence, for those who do not see it. */
  readonly summary: string;
  readonly legend: readonly LegendItem[];
  readonly chart: ReactNode;
  readonly table: ReactNode;
  /** Stands in the chart's place where there is nothing to draw. */
  readonly empty?: string | null;
}

export interface LegendItem {
  readonly id: string;
  readonly title: string;
  readonly shape?: 'box' | 'line';
}

/** A chart with its legend, and the same figures as a table for the asking. */
export function ChartFrame({ title, summary, legend, chart, table, empty }: ChartFrameProps) {
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  return (
    <section className="chart" aria-labelledby={id}>
      <header className="chart-header">
        <h3 id={id}>{title}</h3>
        {!asTable && !empty && <Legend items={legend} />}
        <IconButton
          icon={asTable ? 'graph' : 'table'}
          label={asTable ? `Show “${title}” as a chart` : `Show “${title}” as a table`}
          pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        />
      </header>
      {asTable ? (
        <div className="chart-table" tabIndex={0} role="group" aria-label={`${title}, as a table`}>
          {table}
        </div>
      ) : empty ? (
        <p className="chart-empty">{empty}</p>
      ) : (
        <div className="chart-plot" role="group" aria-label={`${title}. ${summary}`}>
          {chart}
        </div>
      )}
    </section>
  );
}

function Legend({ items }: { readonly items: readonly LegendItem[] }) {
  return (
    <ul className="chart-legend">
      {items.map(({ id, title, shape = 'box' }) => (
        <li key={id}>
          <span className={`chart-swatch chart-swatch-${shape} chart-swatch-${id}`} aria-hidden />
          {title}
        </li>
      ))}
    </ul>
  );
}
