import { useEffect, useState } from 'react';

/** So long a part waits at most for the others, and for what else the page is starting. */
const mostMs = 250;

/** How many of `count` parts to draw by now: one more whenever the page has nothing else to do, so that the first shows before the last is made. */
export function useTurns(count: number): number {
  const [drawn, setDrawn] = useState(1);
  useEffect(() => {
    if (drawn >= count) return;
    const turn = requestIdleCallback(() => setDrawn(drawn + 1), { timeout: mostMs });
    return () => cancelIdleCallback(turn);
  }, [drawn, count]);
  return drawn;
}
