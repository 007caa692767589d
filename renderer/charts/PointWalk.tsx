import { useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { nextPoint } from './nextPoint.ts';
import { useChartCursor } from './useChartView.ts';

interface PointWalkProps {
  readonly label: string;
  /** Number of points. */
  readonly count: number;
  /** Where the points stand, rising: one that was walked to stays marked when others come and go around it. */
  readonly places?: readonly number[];
  /** What a point says. */
  textAt(index: number): string;
  /** Enter on a point. */
  onChoose?(index: number): void;
  /** Draws the chart with a point marked. */
  children(at: number | null): ReactNode;
}

/** A chart that is one tab stop: arrows walk over its points, and each is said. */
export function PointWalk({ label, count, places, textAt, onChoose, children }: PointWalkProps) {
  const [walked, setWalked] = useState<number | null>(null);
  const at = pointAt(walked, count, places);
  const cursor = useChartCursor();
  const walk = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && at !== null) onChoose?.(at);
    const to = event.shiftKey ? null : nextPoint(event.key, at, count);
    if (to === null) return;
    event.preventDefault();
    setWalked(places?.[to] ?? to);
    cursor.current = places?.[to] ?? null;
  };
  return (
    <div
      className="chart-walk"
      role="group"
      tabIndex={0}
      aria-label={`${label}: arrow keys walk over its points`}
      onKeyDown={walk}
      onBlur={() => {
        setWalked(null);
        cursor.current = null;
      }}
    >
      {children(at)}
      <p className="chart-readout" role="status">
        {at === null ? '' : textAt(at)}
      </p>
    </div>
  );
}

/** The point at a place, or the nearest one; null where the place lies outside them all. */
function pointAt(place: number | null, count: number, places: readonly number[] | undefined): number | null {
  if (place === null || count === 0) return null;
  if (!places) return place < count ? place : null;
  if (place < places[0]! || place > places.at(-1)!) return null;
  const after = places.findIndex((each) => each >= place);
  const isBeforeNearer = after > 0 && place - places[after - 1]! < places[after]! - place;
  return isBeforeNearer ? after - 1 : after;
}
