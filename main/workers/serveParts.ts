import { parentPort } from 'node:worker_threads';
import { assert } from '../../shared/base/assert.ts';
import { buffersOf } from './buffersOf.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** A kind of job: takes its task once, then does one part of it after another. Pieces are handed over, not copied. */
export type JobKind = (task: never) => (part: never) => unknown;

/** The worker's side: does what the pool sends, one part at a time, until its thread is ended. */
export function serveParts(kinds: Readonly<Record<string, JobKind>>): void {
  const port = parentPort;
  assert(port !== null, 'a worker runs in a thread of its own');
  const loaded = new Map<number, (part: never) => unknown>();
  port.on('message', (message: ToWorker) => {
    if (message.do === 'drop') return void loaded.delete(message.job);
    if (message.do === 'load') return void loaded.set(message.job, openWhenAsked(kinds, message));
    const answer = partDone(loaded.get(message.job), message);
    port.postMessage(answer, answer.ok ? buffersOf(answer.piece) : []);
  });
}

/** What fails while a task is opened fails its parts, which are waited for. */
function openWhenAsked(kinds: Readonly<Record<string, JobKind>>, { kind, task }: ToWorker & { do: 'load' }) {
  let serve: ((part: never) => unknown) | null = null;
  return (part: never): unknown => {
    const open = kinds[kind];
    assert(open !== undefined, 'the worker knows the kind of the job');
    serve ??= open(task as never);
    return serve(part);
  };
}

function partDone(
  serve: ((part: never) => unknown) | undefined,
  { job, index, part }: ToWorker & { do: 'part' },
): FromWorker {
  try {
    assert(serve !== undefined, 'a task is loaded before its parts');
    return { job, index, ok: true, piece: serve(part as never) };
  } catch (error) {
    return { job, index, ok: false, stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
