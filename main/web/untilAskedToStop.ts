const lookEveryMs = 400;

/** Waits for Ctrl-C, a request to end, a closed terminal, or the end of the process that started this one. */
export function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    const parent = process.ppid;
    const timer = setInterval(() => process.ppid === parent || stop(), lookEveryMs);
    const stop = () => {
      clearInterval(timer);
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  });
}
