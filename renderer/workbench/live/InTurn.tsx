import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { createDrawTurns, type Turn } from './drawTurns.ts';
import './inTurn.css';

interface InTurnProps<Value> {
  readonly value: Value;
  /** A better value is on its way: only what is in sight is worth drawing before that. */
  readonly isRough?: boolean;
  /** Draws the value by components that are memoised: for one that is drawn already nothing is to be done. */
  children(value: Value): ReactNode;
}

/** Draws a part of an answer when its turn comes, so that what is dragged never waits for all charts. It is busy until then. */
export function InTurn<Value>({ value, isRough = false, children }: InTurnProps<Value>) {
  const place = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState(value);
  const [turn] = useState<Turn>(() => ({ draw: () => undefined, isDue: () => false }));
  useEffect(() => {
    turn.draw = () => setDrawn(() => value);
    turn.isDue = (isResting) => isInSight(place.current) || (isResting && !isRough);
    if (value !== drawn) turns.wait(turn);
  }, [turn, value, isRough, drawn]);
  useEffect(() => () => turns.leave(turn), [turn]);
  return (
    <div ref={place} className="in-turn" aria-busy={drawn !== value}>
      {children(drawn)}
    </div>
  );
}

const turns = createDrawTurns({
  afterFrame: (work) => void requestAnimationFrame(() => setTimeout(work)),
  afterMs: (work, ms) => void setTimeout(work, ms),
});

function isInSight(element: Element | null): boolean {
  const box = element?.getBoundingClientRect();
  return box !== undefined && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
}
