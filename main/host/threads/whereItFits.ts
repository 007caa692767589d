import type { ScenarioThreads } from './scenarioThreads.ts';

/** Threads for what is large; without, it is read where it is asked for. Once the signal is aborted nobody waits. */
export interface Where {
  readonly threads?: ScenarioThreads | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Characters of a text up to which it is read at once where it is. */
const largeText = 1_000_000;

/** The threads that a text is read on; null where it is small enough, or there are none. */
export function threadsFor(text: string, { threads }: Where): ScenarioThreads | null {
  return threads && text.length > largeText ? threads : null;
}
