import { err, ok, type Result } from '../../shared/base/result.ts';
import type { Run } from '../../shared/engine/outcome.ts';
import type { RpcError } from '../../shared/rpc/views.ts';

/** The newest run of each document, kept so that its rows can be read and its figures asked why. */
export interface Runs {
  /** Keeps a run in place of the one before and gives its name. */
  keep(path: string, run: Run): string;
  find(runId: string): Result<Run, RpcError>;
}

const mostRuns = 6;

export function createRuns(randomId: () => string): Runs {
  const kept = new Map<string, { readonly runId: string; readonly run: Run }>();
  return {
    keep(path, run) {
      const runId = randomId();
      kept.delete(path);
      kept.set(path, { runId, run });
      for (const oldest of kept.keys()) if (kept.size > mostRuns) kept.delete(oldest);
      return runId;
    },
    find(runId) {
      for (const each of kept.values()) if (each.runId === runId) return ok(each.run);
      return err({ code: 'unknown-run', message: 'The bill was computed anew since: look at the newer one.' });
    },
  };
}
