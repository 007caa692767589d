import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
/** Frees what nobody holds, so that memory can be compared. */
export const collectGarbage = runInNewContext('gc') as (what?: { readonly type: 'minor' }) => void;

/** The median time of several calls, after one that does not count. */
export function medianMs(times: number, work: () => unknown): number {
  work();
  const all = Array.from({ length: times }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });
  return all.sort((a, b) => a - b)[times >> 1]!;
}

/** The least time of several calls, after one that does not count: what the work takes where nothing else is on the machine. */
export function leastMs(times: number, work: () => unknown): number {
  work();
  let least = Infinity;
  for (let time = 0; time < times; time++) {
    const from = performance.now();
    work();
    least = Math.min(least, performance.now() - from);
  }
  return least;
}

/** One line of a bench's outcome. */
export function report(what: string, figure: string): void {
  process.stdout.write(`${what.padEnd(64)} ${figure}\n`);
}
