import { err, ok, type Result } from '../../shared/base/result.ts';
import type { FromWorker } from './messages.ts';

/** Work in parts that do not depend on each other. Task and parts are plain data. */
export interface Job<Part, Piece> {
  /** Of those that the worker serves. */
  readonly kind: string;
  readonly task: unknown;
  /** Buffers of the task that are handed over, not copied: for a job of one part. */
  readonly handOver?: readonly ArrayBuffer[];
  readonly parts: readonly Part[];
  /** In any order; `index` is that of the part. */
  readonly onPiece: (piece: Piece, index: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Why a job came to nothing. */
export interface JobFailure {
  readonly code: 'cancelled' | 'closed' | 'worker-died' | 'out-of-memory';
  readonly message: string;
}

export type JobOutcome = Result<null, JobFailure>;

/** A part that is to be given to a thread. */
export interface PartDue {
  readonly id: number;
  readonly index: number;
  readonly job: Job<unknown, unknown>;
}

/** Jobs that are not over, and whose turn it is. */
export interface JobQueue {
  /** Settled when every piece was given, or with why not; a mistake in a worker's own code, or of `onPiece`, is thrown. */
  add(job: Job<unknown, unknown>): { readonly id: number; readonly outcome: Promise<JobOutcome> };
  isEmpty(): boolean;
  /** The next part, of the job whose turn it is. */
  next(): PartDue | null;
  answered(answer: FromWorker): void;
  refuse(id: number, failure: JobFailure): void;
  refuseAll(failure: JobFailure): void;
}

interface Running {
  readonly job: Job<unknown, unknown>;
  next: number;
  left: number;
  readonly settle: (outcome: JobOutcome) => void;
  readonly fail: (error: unknown) => void;
}

/** A queue that tells `over` of each job that is done or refused. */
export function createJobQueue(over: (id: number) => void): JobQueue {
  const running = new Map<number, Running>();
  let named = 0;
  const end = (id: number): void => {
    if (running.delete(id)) over(id);
  };
  const refuse = (id: number, failure: JobFailure): void => {
    const each = running.get(id);
    end(id);
    each?.settle(err(failure));
  };
  return {
    add(job) {
      const id = ++named;
      const outcome = new Promise<JobOutcome>((settle, fail) => {
        running.set(id, { job, next: 0, left: job.parts.length, settle, fail });
      });
      return { id, outcome };
    },
    isEmpty: () => ![...running.values()].some(hasPartsDue),
    next() {
      const found = [...running].find(([, each]) => hasPartsDue(each));
      if (!found) return null;
      const [id, each] = found;
      // Jobs take turns: this one goes to the end.
      running.delete(id);
      running.set(id, each);
      return { id, index: each.next++, job: each.job };
    },
    answered(answer) {
      const each = running.get(answer.job);
      if (!each) return;
      try {
        take(each, answer);
      } catch (error) {
        end(answer.job);
        each.fail(error);
      }
      if (each.left > 0) return;
      end(answer.job);
      each.settle(ok(null));
    },
    refuse,
    refuseAll(failure) {
      for (const id of running.keys()) refuse(id, failure);
    },
  };
}

function hasPartsDue({ next, job }: Running): boolean {
  return next < job.parts.length;
}

function take(running: Running, answer: FromWorker): void {
  if (!answer.ok) throw new Error(`In a worker: ${answer.stack}`);
  running.job.onPiece(answer.piece, answer.index);
  running.left -= 1;
}
