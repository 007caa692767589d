/** A bucket of requests that fills at a steady rate. `now` is in milliseconds and never falls. */
export interface Allowance {
  /** Whether one more request may be taken now. */
  take(now: number): boolean;
}

export function createAllowance({ perSecond, burst }: { perSecond: number; burst: number }): Allowance {
  let left = burst;
  let last: number | null = null;
  return {
    take(now) {
      left = Math.min(burst, left + ((now - (last ?? now)) * perSecond) / 1000);
      last = now;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
