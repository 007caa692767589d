/** Runs a task once things have been quiet for a while; `flush` runs it at once where it is due. */
export interface Keeper {
  touch(): void;
  flush(): Promise<void>;
}

export function createKeeper(task: () => Promise<void>, quietMs: number): Keeper {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running: Promise<void> = Promise.resolve();
  const run = (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    running = running.then(task).catch(() => undefined);
    return running;
  };
  return {
    touch() {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => void run(), quietMs);
    },
    flush: () => (timer === null ? running : run()),
  };
}
