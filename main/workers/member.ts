import { Worker } from 'node:worker_threads';
import type { FromWorker, ToWorker } from './messages.ts';

/** One thread of the pool. */
export interface Member {
  /** The part it works on; null where it is free. */
  readonly at: PartAt | null;
  /** Jobs whose task it holds. */
  readonly loaded: Set<number>;
  tell(message: ToWorker, handOver?: readonly ArrayBuffer[]): void;
  work(part: PartAt & { readonly part: unknown }): void;
  /** It answered. A busy thread keeps the process alive, a free one does not. */
  rest(): void;
  end(): Promise<void>;
}

interface PartAt {
  readonly job: number;
  readonly index: number;
}

/** What a member tells the pool. */
export interface MemberEvents {
  readonly answered: (answer: FromWorker) => void;
  /** It is gone, unasked. */
  readonly died: (death: { readonly code: 'worker-died' | 'out-of-memory'; readonly reason: string }) => void;
}

/** What one thread may take: beyond it the thread ends, and nothing else. */
export interface MemberLimits {
  readonly heapMb: number;
}

interface MemberOptions {
  readonly file: URL;
  readonly limits?: MemberLimits;
}

/** Starts a thread. */
export function startMember({ file, limits }: MemberOptions, { answered, died }: MemberEvents): Member {
  const worker = new Worker(file, {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: limits?.heapMb ?? 1024 },
  });
  worker.unref();
  let at: PartAt | null = null;
  let gone = false;
  const goes = (reason: string, code?: string) => {
    if (gone) return;
    gone = true;
    died({ code: code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out-of-memory' : 'worker-died', reason });
  };
  worker.on('message', answered);
  worker.on('messageerror', (error) => goes(error.message));
  worker.on('error', (error: NodeJS.ErrnoException) => goes(error.message, error.code));
  worker.on('exit', (code) => goes(`it ended with code ${code}`));
  return {
    get at() {
      return at;
    },
    loaded: new Set(),
    tell: (message, handOver = []) => worker.postMessage(message, handOver),
    work({ job, index, part }) {
      at = { job, index };
      worker.ref();
      worker.postMessage({ do: 'part', job, index, part } satisfies ToWorker);
    },
    rest() {
      at = null;
      worker.unref();
    },
    async end() {
      gone = true;
      await worker.terminate();
    },
  };
}
