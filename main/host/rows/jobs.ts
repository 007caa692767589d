/** Work that the caller names, of which a newer one of that name ends the one before. */
export interface RowJobs {
  /** Begins a job; gives back what throws where it is no longer wanted. */
  begin(job: string): RowJob;
  cancel(job: string): boolean;
}

export interface RowJob {
  check(): void;
  end(): void;
}

/** Nobody waits for the work any more. */
export class RowsGivenUp extends Error {
  override name = 'RowsGivenUp';
  readonly code: 'cancelled' | 'superseded';

  constructor(code: 'cancelled' | 'superseded') {
    super(code);
    this.code = code;
  }
}

export function createRowJobs(): RowJobs {
  const running = new Map<string, { givenUp: 'cancelled' | 'superseded' | null }>();
  return {
    begin(job) {
      const before = running.get(job);
      if (before) before.givenUp = 'superseded';
      const state = { givenUp: null as 'cancelled' | 'superseded' | null };
      running.set(job, state);
      return {
        check() {
          if (state.givenUp) throw new RowsGivenUp(state.givenUp);
        },
        end() {
          if (running.get(job) === state) running.delete(job);
        },
      };
    },
    cancel(job) {
      const state = running.get(job);
      if (state) state.givenUp = 'cancelled';
      return state !== undefined;
    },
  };
}
