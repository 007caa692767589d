import { useEffect, useRef, useState } from 'react';
import type { PointerEvent, ReactNode, RefObject } from 'react';
import { zoomStep } from './chartActs.ts';
import { clamped, zoomed, type ChartAxis, type ChartView } from './chartView.ts';
import { ChartCursorContext, ChartViewContext } from './useChartView.ts';

interface ZoomPlotProps {
  readonly label: string;
  /** Null where there is nothing to zoom. */
  readonly axis: ChartAxis | null;
  readonly view: ChartView | null;
  /** Where the keyboard's cursor stands, which the chart keeps. */
  readonly cursor: RefObject<number | null>;
  onView(view: ChartView | null): void;
  readonly children: ReactNode;
}

/** Pixels that a press may move before it is a drag. */
const leastDragPx = 6;

/** The plot of a chart: Ctrl and the wheel zoom it, and a range that is dragged is looked at. */
export function ZoomPlot({ label, axis, view, cursor, onView, children }: ZoomPlotProps) {
  const plot = useRef<HTMLDivElement>(null);
  const drag = useRangeDrag(axis, view, onView);
  const wheel = useRef<(event: WheelEvent) => void>(() => undefined);
  wheel.current = (event) => {
    if (!axis || !event.ctrlKey || event.deltaY === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const about = placeAt(plot.current, view ?? axis, event.clientX);
    onView(zoomed(axis, view, { factor: event.deltaY < 0 ? zoomStep : 1 / zoomStep, about }));
  };
  useEffect(() => {
    const element = plot.current;
    const turned = (event: WheelEvent) => wheel.current(event);
    element?.addEventListener('wheel', turned, { passive: false });
    return () => element?.removeEventListener('wheel', turned);
  }, []);
  return (
    <div ref={plot} className="chart-plot" role="group" aria-label={label} {...drag.handlers}>
      <ChartCursorContext value={cursor}>
        <ChartViewContext value={view}>{children}</ChartViewContext>
      </ChartCursorContext>
      {drag.marked && <div className="chart-range" style={drag.marked} />}
    </div>
  );
}

/** Dragging marks a range of the axis, and letting go looks at it. A press that does not move stays a press. */
function useRangeDrag(axis: ChartAxis | null, view: ChartView | null, onView: ZoomPlotProps['onView']) {
  const [range, setRange] = useState<{ readonly from: number; readonly to: number } | null>(null);
  const isDrag = range !== null && Math.abs(range.to - range.from) >= leastDragPx;
  const plot = useRef<HTMLElement | null>(null);
  const dragged = useRef(false);
  const end = (event: PointerEvent): void => {
    setRange(null);
    if (!isDrag || !axis) return;
    dragged.current = true;
    event.stopPropagation();
    const places = [range.from, range.to].map((px) => placeAt(plot.current, view ?? axis, px)).sort((a, b) => a! - b!);
    onView(clamped(axis, { from: places[0]!, until: places[1]! }));
  };
  const box = plot.current?.getBoundingClientRect();
  const zoom = plot.current?.currentCSSZoom ?? 1;
  return {
    marked:
      isDrag && box
        ? { left: (Math.min(range.from, range.to) - box.left) / zoom, width: Math.abs(range.to - range.from) / zoom }
        : null,
    handlers: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        plot.current = event.currentTarget;
        dragged.current = false;
        if (axis && event.button === 0 && event.pointerType !== 'touch')
          setRange({ from: event.clientX, to: event.clientX });
      },
      onPointerMove: ({ clientX, buttons }: PointerEvent) =>
        range && (buttons === 1 ? setRange({ ...range, to: clientX }) : setRange(null)),
      onPointerUpCapture: end,
      onPointerLeave: () => setRange(null),
      // A click that ends a drag is none.
      onClickCapture: (event: { stopPropagation(): void }) => dragged.current && event.stopPropagation(),
    },
  };
}

/** The place on the axis under a pixel of the page; null where nothing is drawn. */
function placeAt(plot: HTMLElement | null, { from, until }: ChartView, clientX: number): number | null {
  const box = plot?.querySelector('.recharts-cartesian-grid')?.getBoundingClientRect();
  if (!box || box.width === 0) return null;
  const share = Math.max(0, Math.min(1, (clientX - box.left) / box.width));
  return from + share * (until - from);
}
