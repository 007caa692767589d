/** The time now, in milliseconds. */
export interface Clock {
  now(): number;
}

/** UTC, as the machine has it: it can be set, back and forth. */
export const systemClock: Clock = { now: () => Date.now() };

/** From some point on; it never falls, whatever becomes of the machine's time. For durations and turns. */
export const steadyClock: Clock = { now: () => performance.now() };
