import { parentPort } from 'node:worker_threads';
import { assert } from '../../../shared/base/assert.ts';
import type { ImportBatch } from '../../../shared/interchange/importers/batch.ts';
import { openImport, type OpenImport } from './openImport.ts';
import { remoteSource } from './remoteSource.ts';
import { answered, type FromThread, type ThreadBatch, type ThreadImport, type ToThread } from './threadMessages.ts';

// One source a thread: it is read where it can be stopped.

assert(parentPort !== null, 'a worker runs in a thread of its own');
const port = parentPort;
const say = (message: FromThread): void => port.postMessage(message);
const remote = remoteSource(say);
let open: OpenImport | null = null;
let batches: AsyncIterator<ImportBatch> | null = null;
/** Made while the host still works on the one before. */
let coming: ReturnType<typeof nextBatch> | null = null;

port.on('message', async (message: ToThread) => {
  if (message.do === 'take') return remote.take(message);
  if (message.do === 'open') return say({ is: 'opened', of: await answered(() => begin(message)) });
  const of = await (coming ?? nextBatch());
  coming = of.ok && of.value.batch ? nextBatch() : null;
  say({ is: 'batch', of });
});

async function begin({ name, bytes, wish }: ToThread & { do: 'open' }) {
  const opened = await openImport(remote.source(name, bytes), wish);
  if (!opened.ok) return opened;
  open = opened.value;
  batches = open.batches[Symbol.asyncIterator]();
  const { format, encoding, columns, mapping } = open;
  return { ok: true, value: { format, encoding, columns, mapping } satisfies ThreadImport } as const;
}

function nextBatch() {
  return answered(async (): Promise<ThreadBatch> => {
    assert(open !== null && batches !== null, 'a source is opened before it is read');
    const next = await batches.next();
    return next.done ? { batch: null, sha256: open.sha256() } : { batch: next.value };
  });
}
