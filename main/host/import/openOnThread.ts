import { Worker } from 'node:worker_threads';
import { ok, type Result } from '../../../shared/base/result.ts';
import type { ImportBatch } from '../../../shared/interchange/importers/batch.ts';
import { ImportStop, type ImportFault } from '../../../shared/interchange/importers/importFault.ts';
import { workerFile } from '../../workers/workerFile.ts';
import type { ImportSource } from './importSource.ts';
import type { ImportWish, OpenImport } from './openImport.ts';
import { serveSource } from './serveSource.ts';
import { valueOf, type FromThread, type ToThread } from './threadMessages.ts';

/** What one source may take; beyond it the thread that reads it is ended, and nothing else. */
export interface ThreadLimits {
  readonly heapMb: number;
  /** How long it may say nothing while it is waited for. */
  readonly silentMs: number;
}

const usualLimits: ThreadLimits = { heapMb: 1024, silentMs: 30_000 };

/** As `openImport`, on a thread of its own: whatever a stranger's file is made of, the host goes on. */
export async function openOnThread(
  source: ImportSource,
  { mapping, timeZone }: ImportWish,
  limits: ThreadLimits = usualLimits,
): Promise<Result<OpenImport, ImportFault>> {
  const thread = startThread(source, limits);
  try {
    const opened = await thread.ask({
      do: 'open',
      name: source.name,
      bytes: source.bytes,
      wish: { mapping, timeZone },
    });
    const result = valueOf((opened as FromThread & { is: 'opened' }).of);
    if (!result.ok) {
      await thread.close();
      return result;
    }
    let sha256 = '';
    const batches = drain(thread, (digest) => (sha256 = digest));
    return ok({ ...result.value, batches, sha256: () => sha256, close: thread.close });
  } catch (error) {
    await thread.close();
    throw error;
  }
}

async function* drain(thread: Thread, onEnd: (sha256: string) => void): AsyncGenerator<ImportBatch> {
  for (;;) {
    const answer = (await thread.ask({ do: 'next' })) as FromThread & { is: 'batch' };
    const next = valueOf(answer.of);
    if (next.batch === null) return onEnd(next.sha256);
    yield next.batch;
  }
}

interface Thread {
  /** What it says to that; throws where it is ended first. */
  ask(message: ToThread): Promise<FromThread>;
  /** Ends it, and takes private copies away. */
  close(): Promise<void>;
}

function startThread(source: ImportSource, { heapMb, silentMs }: ThreadLimits): Thread {
  const worker = new Worker(workerFile('importWorker'), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  const served = serveSource(source);
  let settle: { resolve(message: FromThread): void; reject(error: unknown): void } | null = null;
  let timer: NodeJS.Timeout | undefined;
  let failure: unknown = null;
  const fail = (error: unknown): void => {
    failure ??= error;
    clearTimeout(timer);
    settle?.reject(failure);
  };
  const watch = (): void => {
    clearTimeout(timer);
    if (settle === null) return;
    timer = setTimeout(() => {
      fail(new ImportStop({ code: 'takes-too-long', seconds: silentMs / 1000 }));
      void worker.terminate();
    }, silentMs);
  };
  worker.on('message', async (message: FromThread) => {
    clearTimeout(timer);
    if (message.is !== 'wish') {
      settle?.resolve(message);
      settle = null;
      return;
    }
    // While it waits for the disk, nobody waits for it.
    const taken = await served.answer(message);
    if (failure !== null) return;
    worker.postMessage(taken.message, taken.handOver);
    watch();
  });
  worker.on('error', (error: NodeJS.ErrnoException) => {
    const tooMuch = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    fail(tooMuch ? new ImportStop({ code: 'takes-too-much', megabytes: heapMb }) : error);
  });
  worker.on('exit', (code) => fail(new Error(`the thread of an import ended with code ${code}`)));
  return {
    ask: (message) =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject };
        if (failure !== null) return reject(failure);
        worker.postMessage(message);
        watch();
      }),
    async close() {
      clearTimeout(timer);
      failure ??= new Error('the import is over');
      await worker.terminate();
      await served.close();
    },
  };
}
