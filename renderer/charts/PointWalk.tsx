import { useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { nextPoint } from './nextPoint.ts';

interface PointWalkProps {
  readonly label: string;
  /** Number of points. */
  readonly count: number;
  /** What a point says. */
  textAt(index: number): string;
  /** Enter on a point. */
  onChoose?(index: number): void;
  /** Draws the chart with a point marked. */
  children(at: number | null): ReactNode;
}

/** A chart that is one tab stop: arrows walk over its points, and each is said. */
export function PointWalk({ label, count, textAt, onChoose, children }: PointWalkProps) {
  const [walked, setWalked] = useState<number | null>(null);
  const at = walked !== null && walked < count ? walked : null;
  const walk = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && at !== null) onChoose?.(at);
    const to = nextPoint(event.key, at, count);
    if (to === null) return;
    event.preventDefault();
    setWalked(to);
  };
  return (
    <div
      className="chart-walk"
      role="group"
      tabIndex={0}
      aria-label={`${label}: arrow keys walk over its points`}
      onKeyDown={walk}
      onBlur={() => setWalked(null)}
    >
      {children(at)}
      <p className="chart-readout" role="status">
        {at === null ? '' : textAt(at)}
      </p>
    </div>
  );
}
