/** Why a forecast or a plan was given up. */
export type GivenUp = 'cancelled' | 'superseded';

/** The forecasts and plans that run, by the caller's own names for them. */
export interface ForecastJobs {
  /** Begins a job; one of the same name that still runs is given up. */
  begin(job: string): RunningJob;
  /** False: there is none of that name. */
  cancel(job: string): boolean;
  cancelAll(): void;
}

export interface RunningJob {
  readonly signal: AbortSignal;
  /** Why it was given up; null where it was not. */
  givenUp(): GivenUp | null;
  end(): void;
}

export function createForecastJobs(): ForecastJobs {
  const running = new Map<string, AbortController>();
  const giveUp = (job: string, reason: GivenUp): boolean => {
    const found = running.get(job);
    running.delete(job);
    found?.abort(reason);
    return found !== undefined;
  };
  return {
    begin(job) {
      giveUp(job, 'superseded');
      const controller = new AbortController();
      running.set(job, controller);
      const { signal } = controller;
      return {
        signal,
        givenUp: () => (signal.aborted ? (signal.reason as GivenUp) : null),
        end() {
          if (running.get(job) === controller) running.delete(job);
        },
      };
    },
    cancel: (job) => giveUp(job, 'cancelled'),
    cancelAll() {
      for (const job of running.keys()) giveUp(job, 'cancelled');
    },
  };
}
