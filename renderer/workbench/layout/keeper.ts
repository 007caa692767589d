/** Runs a task once things have been quiet for a while, or have not been for too long. */
export interface Keeper {
  touch(): void;
  /** Runs it at once where it is due. */
  flush(): Promise<void>;
  /** Whether something changed that the task has not done yet. */
  isDue(): boolean;
}

interface KeeperTimes {
  readonly quietMs: number;
  /** Longest wait while things go on and on. */
  readonly mostMs: number;
  readonly retryMs: number;
}

/** A keeper of a task; one that fails is told, and tried again. */
export function createKeeper(
  task: () => Promise<void>,
  { quietMs, mostMs, retryMs }: KeeperTimes,
  told: (error: unknown) => void,
): Keeper {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let firstMs = 0;
  let [changed, done] = [0, 0];
  let running: Promise<void> = Promise.resolve();
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const runIn = (ms: number): void => {
    stop();
    timer = setTimeout(() => void run(), ms);
  };
  const once = async (): Promise<void> => {
    const upTo = changed;
    try {
      await task();
      done = upTo;
    } catch (error) {
      told(error);
      if (timer === null) runIn(retryMs);
    }
  };
  const run = (): Promise<void> => {
    stop();
    running = running.then(once);
    return running;
  };
  return {
    touch() {
      if (changed === done) firstMs = performance.now();
      changed += 1;
      runIn(Math.max(0, Math.min(quietMs, firstMs + mostMs - performance.now())));
    },
    flush: () => (changed === done ? running : run()),
    isDue: () => changed !== done,
  };
}
