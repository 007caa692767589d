import { err, ok, type Result } from '../../shared/base/result.ts';
import type { Run } from '../../shared/engine/outcome.ts';
import type { RpcError } from '../../shared/rpc/views.ts';

/** The newest run of each document, kept so that its rows can be read and its figures asked why. */
export interface Runs {
  /** Begins a newer computation of a document; gives back whether it is still the newest. */
  begin(path: string): () => boolean;
  /** Keeps a run in place of the one before and gives its name. */
  keep(path: string, run: Run): string;
  find(runId: string): Result<Run, RpcError>;
  clear(): void;
}

const mostRuns = 6;

export function createRuns(randomId: () => string): Runs {
  const newest = new Map<string, symbol>();
  const kept = new Map<string, { readonly runId: string; readonly run: Run }>();
  return {
    begin(path) {
      const begun = Symbol(path);
      newest.set(path, begun);
      return () => newest.get(path) === begun;
    },
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
    clear() {
      newest.clear();
      kept.clear();
    },
  };
}
