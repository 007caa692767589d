import { useEffect, useState } from 'react';

/** How many of `count` charts to draw by now: one more after each that was painted, so that the first shows before the last is made. */
export function useTurns(count: number): number {
  const [drawn, setDrawn] = useState(1);
  useEffect(() => {
    if (drawn >= count) return;
    const turn = setTimeout(() => setDrawn(drawn + 1));
    return () => clearTimeout(turn);
  }, [drawn, count]);
  return drawn;
}
