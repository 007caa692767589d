import type { Clock } from './clock.ts';

const minuteMs = 60_000;
/** A machine that slept comes back later, too, and no clock that stands still meanwhile tells the two apart. */
const longestSleepMs = 31 * 24 * 60 * minuteMs;

interface Watched {
  readonly clock: Clock;
  readonly steady: Clock;
}

/** Notices that the machine's clock was set; to be asked often. Gives by how many milliseconds it moved, where it did. */
export function createClockWatch({ clock, steady }: Watched): () => number | null {
  const ahead = (): number => clock.now() - steady.now();
  let last = ahead();
  return () => {
    const now = ahead();
    const moved = Math.round(now - last);
    // What slowly drifts is followed.
    last = now;
    return moved < -minuteMs || moved > longestSleepMs ? moved : null;
  };
}
