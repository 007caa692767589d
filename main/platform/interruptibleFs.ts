import type { Fs, OpenFile } from './fs.ts';

/** What adds to a disk. All else goes on after an interrupt: it is what clears away and lets go. */
const adds: ReadonlySet<string> = new Set(['write', 'rename', 'link', 'copyFile', 'mkdir']);

/** Who interrupts, and who is told that something is about to be written. */
export interface Interrupt {
  isInterrupted(): boolean;
  beforeWriting(): void;
}

/**
 * A file system on which nothing is written once somebody interrupts: it fails there as the system's own interrupted call does, so that
 * whoever writes clears away what is unfinished, as after any other fault.
 */
export function interruptibleFs(under: Fs, interrupt: Interrupt): Fs {
  async function run<T extends object>(inner: T, key: string, args: readonly unknown[]): Promise<unknown> {
    const isAdding = adds.has(key) || (key === 'open' && isForWriting(args[1]));
    if (isAdding) interrupt.beforeWriting();
    if (isAdding && interrupt.isInterrupted()) throw Object.assign(new Error('interrupted'), { code: 'EINTR' });
    const done = await (inner[key as keyof T] as (...all: readonly unknown[]) => Promise<unknown>).call(inner, ...args);
    return key === 'open' && isForWriting(args[1]) ? wrap(done as OpenFile, fileCalls) : done;
  }
  function wrap<T extends object>(inner: T, keys: readonly string[]): T {
    return Object.fromEntries(keys.map((key) => [key, (...args: unknown[]) => run(inner, key, args)])) as T;
  }
  return wrap(under, Object.keys(under));
}

const fileCalls = ['write', 'read', 'stat', 'sync', 'truncate', 'chmod', 'close'] as const;

function isForWriting(flags: unknown): boolean {
  return typeof flags === 'string' && flags !== 'r';
}
