import { IconButton } from '../base/IconButton.tsx';
import { zoomed, type ChartAxis, type ChartView } from './chartView.ts';
import { zoomStep } from './ZoomPlot.tsx';

interface ZoomButtonsProps {
  readonly title: string;
  readonly axis: ChartAxis;
  readonly view: ChartView | null;
  onView(view: ChartView | null): void;
}

/** Zooms a chart in and out, and back to all of it. */
export function ZoomButtons({ title, axis, view, onView }: ZoomButtonsProps) {
  const by = (factor: number) => onView(zoomed(axis, view, { factor }));
  return (
    <>
      <IconButton icon="zoom-in" label={`Zoom into “${title}”`} keyHint="+" onClick={() => by(zoomStep)} />
      <IconButton
        icon="zoom-out"
        label={`Zoom out of “${title}”`}
        keyHint="-"
        disabled={!view}
        onClick={() => by(1 / zoomStep)}
      />
      <IconButton
        icon="arrow-both"
        label={`Show all of “${title}”`}
        keyHint="0"
        disabled={!view}
        onClick={() => onView(null)}
      />
    </>
  );
}
