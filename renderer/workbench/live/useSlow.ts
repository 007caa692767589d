import { useEffect, useState } from 'react';

/** How long something may take before it is told. */
const patienceMs = 400;

/** True once something has gone on for a while: what is done at once needs no progress bar. */
export function useSlow(running: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!running) return setSlow(false);
    const timer = setTimeout(() => setSlow(true), patienceMs);
    return () => clearTimeout(timer);
  }, [running]);
  return slow && running;
}
