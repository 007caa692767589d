import { Worker } from 'node:worker_threads';
import type { FromReader, ToReader } from './readerProgram.ts';

/** What came of reading a text in a thread that can be stopped. */
export type Reading =
  Extract<FromReader, { end: 'answered' | 'threw' }> | { readonly end: 'hung' } | { readonly end: 'out of memory' };

/** Reads texts in a thread of its own, which is ended where it takes too long or too much. */
export interface KillableReader {
  read(title: string, text: string): Promise<Reading>;
  /** What the texts put on what every object inherits. */
  polluted(): Promise<readonly string[]>;
  close(): Promise<void>;
}

interface Limits {
  readonly heapMb: number;
  readonly longestMs: number;
}

export function createKillableReader(program: string, { heapMb, longestMs }: Limits): KillableReader {
  let worker: Worker | null = null;
  const stop = async (): Promise<void> => {
    const stopped = worker;
    worker = null;
    await stopped?.terminate();
  };

  async function ask(asked: ToReader): Promise<FromReader | { readonly end: 'hung' | 'out of memory' }> {
    const asker = (worker ??= new Worker(program, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    }));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const answer = await new Promise<FromReader | { readonly end: 'hung' | 'out of memory' }>((resolve, reject) => {
      asker.removeAllListeners();
      asker.once('message', resolve);
      asker.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve({ end: 'out of memory' }) : reject(error),
      );
      timer = setTimeout(() => resolve({ end: 'hung' }), longestMs);
      asker.postMessage(asked);
    });
    clearTimeout(timer);
    if (answer.end === 'hung' || answer.end === 'out of memory') await stop();
    return answer;
  }

  return {
    read: (title, text) => ask({ title, text }) as Promise<Reading>,
    async polluted() {
      const answer = await ask({ title: null });
      return answer.end === 'looked' ? answer.polluted : [answer.end];
    },
    close: stop,
  };
}
