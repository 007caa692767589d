import { useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useActs } from '../base/acts/useActs.ts';
import { useFileOut } from '../base/fileOut.ts';
import { outActs, pictureOf, viewActs } from './chartActs.ts';
import type { ChartData } from './chartData.ts';
import { ChartTable } from './ChartTable.tsx';
import { ChartTools } from './ChartTools.tsx';
import { clamped, dataIn, isInView, type ChartView } from './chartView.ts';
import { ZoomPlot } from './ZoomPlot.tsx';
import './charts.css';

interface ChartFrameProps {
  readonly title: string;
  /** What the chart says, in a sentence, for those who do not see it. */
  readonly summary: string;
  readonly legend: readonly LegendItem[];
  readonly chart: ReactNode;
  /** The figures, for the table and for copies. */
  readonly data: ChartData;
  /** Shows the figures in another way than plainly: those rows of which the chart shows the place. */
  readonly table?: ReactNode | ((shows: (row: number) => boolean) => ReactNode);
  /** Stands in the chart's place where there is nothing to draw. */
  readonly empty?: string | null;
  /** Stands under the chart. */
  readonly note?: ReactNode;
}

export interface LegendItem {
  readonly id: string;
  readonly title: string;
  readonly shape?: 'box' | 'line';
}

/** A chart with its legend, and the same figures as a table for the asking, to copy and to export. */
export function ChartFrame({ title, summary, legend, chart, data, table, empty, note }: ChartFrameProps) {
  const id = useId();
  const frame = useRef<HTMLElement>(null);
  const [asTable, setAsTable] = useState(false);
  const axis = data.axis ?? null;
  const [kept, setView] = useState<ChartView | null>(null);
  // Other figures may have another axis.
  const view = kept && axis ? clamped(axis, kept) : null;
  const shown = dataIn(data, view);
  const part = view && axis ? axis.text(view) : null;
  const zoomable = axis !== null && !empty;
  const drawn = !asTable && !empty;
  const cursor = useRef<number | null>(null);
  useActs(frame, {
    ...viewActs({ axis: zoomable ? axis : null, view, about: () => cursor.current, onView: setView }),
    ...outActs(
      {
        title,
        data: shown,
        drawn,
        picture: () => pictureOf(frame.current, part === null ? title : `${title}, ${part}`),
      },
      useFileOut(),
    ),
    'chart.table': () => setAsTable(!asTable),
  });
  return (
    <section ref={frame} className="chart" aria-labelledby={id} data-scope={zoomable ? 'chart zoomable' : 'chart'}>
      <header className="chart-header">
        <h3 id={id}>{title}</h3>
        {drawn && <Legend items={legend} />}
        <ChartTools {...{ title, zoomable, asTable, drawn }} zoomed={view !== null} />
      </header>
      {asTable ? (
        <div className="chart-table" tabIndex={0} role="group" aria-label={`${title}, as a table`}>
          {typeof table === 'function'
            ? table((row) => isInView(data, row, view))
            : (table ?? <ChartTable data={shown} />)}
        </div>
      ) : empty ? (
        <p className="chart-empty">{empty}</p>
      ) : (
        <ZoomPlot label={`${title}. ${summary}`} {...{ axis, view, cursor }} onView={setView}>
          {chart}
        </ZoomPlot>
      )}
      {zoomable && (
        <p className="chart-part" aria-live="polite">
          {part === null ? '' : `Shows ${part}`}
        </p>
      )}
      {note && <p className="chart-note">{note}</p>}
    </section>
  );
}

function Legend({ items }: { readonly items: readonly LegendItem[] }) {
  return (
    <ul className="chart-legend">
      {items.map(({ id, title, shape = 'box' }) => (
        <li key={title}>
          <span className={`chart-swatch chart-swatch-${shape} chart-swatch-${id}`} aria-hidden />
          {title}
        </li>
      ))}
    </ul>
  );
}
