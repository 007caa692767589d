import type { Clock } from '../platform/clock.ts';

/** Work that several wait for and that is done once. It is given up when none of them has waited for a while. */
export interface SharedWork<T> {
  /** What the work comes to; null where `signal` is aborted first. The work asks now and then whether it is still wanted. */
  join(key: string, begin: (isWanted: () => boolean) => Promise<T>, how: Waiting): Promise<T | null>;
}

interface Waiting {
  readonly signal: AbortSignal | undefined;
  readonly clock: Clock;
}

interface Running<T> {
  readonly done: Promise<T>;
  readonly signals: (AbortSignal | undefined)[];
}

/** A newer version of what was given up may be about to ask for the same. */
const graceMs = 1000;

export function createSharedWork<T>(): SharedWork<T> {
  const running = new Map<string, Running<T>>();

  function start(key: string, begin: (isWanted: () => boolean) => Promise<T>, { signal, clock }: Waiting): Running<T> {
    const signals = [signal];
    let waited = clock.now();
    const isWanted = (): boolean => {
      if (signals.some((each) => each?.aborted !== true)) waited = clock.now();
      const wanted = clock.now() - waited < graceMs;
      if (!wanted) running.delete(key);
      return wanted;
    };
    const done = begin(isWanted).finally(() => {
      if (running.get(key)?.signals === signals) running.delete(key);
    });
    const started = { done, signals };
    running.set(key, started);
    return started;
  }

  return {
    join(key, begin, how) {
      const known = running.get(key);
      known?.signals.push(how.signal);
      return orAborted((known ?? start(key, begin, how)).done, how.signal);
    },
  };
}

function orAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T | null> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve(null);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
