import type { CommandIo } from './command.ts';

const quietMs = 2000;

/** Tells on standard error how far long work has come, at most every two seconds; short work stays silent. */
export function progress(io: CommandIo): (step: string) => void {
  const from = performance.now();
  let last = from;
  return (step) => {
    const now = performance.now();
    if (now - last < quietMs) return;
    last = now;
    io.stderr(`${((now - from) / 1000).toFixed(0)} s: ${step}\n`);
  };
}
