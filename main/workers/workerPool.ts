import { availableParallelism } from 'node:os';
import { assert } from '../../shared/base/assert.ts';
import { err, ok } from '../../shared/base/result.ts';
import { createJobQueue, type Job, type JobFailure, type JobOutcome, type PartDue } from './jobQueue.ts';
import { startMember, type Member, type MemberLimits } from './member.ts';

/** Threads that are kept warm. */
export interface WorkerPool {
  /** Done when every piece was given. A mistake in a worker's own code is thrown. */
  run<Part, Piece>(job: Job<Part, Piece>): Promise<JobOutcome>;
  /** Starts the threads that so many parts would be given to, so that they are there when wanted. */
  warm(parts: number): void;
  close(): Promise<void>;
}

export interface PoolOptions {
  readonly file: URL;
  /** Default: as many as the machine has cores. */
  readonly size?: number;
  readonly limits?: MemberLimits;
  /** How long a thread may go on with a part that nobody waits for. Default: a second. */
  readonly graceMs?: number;
}

const words: Record<JobFailure['code'], string> = {
  cancelled: 'It was cancelled.',
  closed: 'The threads were stopped.',
  'worker-died': 'A thread of the computation ended unexpectedly',
  'out-of-memory': 'A thread of the computation ran out of memory',
};
const cancelled: JobFailure = { code: 'cancelled', message: words.cancelled };
const stopped: JobFailure = { code: 'closed', message: words.closed };

/** A pool of threads over one worker file. None is started before it is needed. */
export function createWorkerPool({ graceMs = 1000, ...options }: PoolOptions): WorkerPool {
  const size = options.size ?? availableParallelism();
  const members = new Set<Member>();
  const queue = createJobQueue((job) => {
    for (const member of members) if (member.loaded.delete(job)) member.tell({ do: 'drop', job });
  });
  let closed = false;
  const start = (): Member => {
    const member = startMember(options, {
      answered: (answer) => {
        member.rest();
        queue.answered(answer);
        give();
      },
      died: (failure) => {
        members.delete(member);
        const { code, reason } = failure;
        if (member.at) queue.refuse(member.at.job, { code, message: `${words[code]}: ${reason}.` });
        give();
      },
    });
    members.add(member);
    return member;
  };
  const give = (): void => {
    while (!closed && !queue.isEmpty()) {
      const member = [...members].find(({ at }) => at === null) ?? (members.size < size ? start() : null);
      if (!member) return;
      hand(member, queue.next()!);
    }
  };
  /** A thread whose part nobody waits for any more is let finish it, but not for long. */
  const endIfStuck = (member: Member): void => {
    const stuck = member.at;
    setTimeout(() => {
      if (member.at !== stuck || !members.delete(member)) return;
      void member.end();
      give();
    }, graceMs).unref();
  };
  const run = (job: Job<unknown, unknown>): Promise<JobOutcome> => {
    assert(!job.handOver || job.parts.length === 1, 'what is handed over goes to one thread');
    const { id, outcome } = queue.add(job);
    const cancel = (): void => {
      queue.refuse(id, cancelled);
      for (const member of members) if (member.at?.job === id) endIfStuck(member);
    };
    job.signal?.addEventListener('abort', cancel, { once: true });
    give();
    return outcome.finally(() => job.signal?.removeEventListener('abort', cancel));
  };
  return {
    async run(job) {
      if (closed) return err(stopped);
      if (job.signal?.aborted) return err(cancelled);
      return job.parts.length === 0 ? ok(null) : run(job as Job<unknown, unknown>);
    },
    warm(parts) {
      while (!closed && members.size < Math.min(size, parts)) start();
    },
    async close() {
      closed = true;
      queue.refuseAll(stopped);
      const ended = [...members].map((member) => member.end());
      members.clear();
      await Promise.all(ended);
    },
  };
}

function hand(member: Member, { id, index, job }: PartDue): void {
  if (!member.loaded.has(id)) member.tell({ do: 'load', job: id, kind: job.kind, task: job.task }, job.handOver);
  member.loaded.add(id);
  member.work({ job: id, index, part: job.parts[index] });
}
