import { err, ok, type Result } from '../../../shared/base/result.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import type { Found } from './findCells.ts';
import type { GroupLines } from './groupLines.ts';
import type { RowsOf } from './rowsOf.ts';

/** Rows as a grid looks at them. */
export interface LookedAt {
  readonly rows: RowsOf;
  /** Null: as they stand. */
  readonly order: Uint32Array | null;
  /** Null where they are not grouped. Others as groups are folded. */
  lines: GroupLines | null;
}

/** Rows as they were ordered, filtered and grouped. */
export interface KeptView extends LookedAt {
  readonly order: Uint32Array;
}

/** A search, with the rows that it went through. */
export interface KeptSearch {
  readonly found: Found;
  readonly view: LookedAt;
}

/** The latest things of a kind, by names of their own. */
export interface Kept<T> {
  /** Keeps what a job came to; of one job only that and the one before, for its rows may be large. */
  keep(job: string, thing: T): string;
  find(id: string): Result<T, RpcError>;
}

const mostKept = 12;
const mostOfJob = 2;

function createKept<T>(randomId: () => string, refusal: RpcError): Kept<T> {
  const kept = new Map<string, { readonly job: string; readonly thing: T }>();
  const ofJob = (job: string) => [...kept].filter(([, each]) => each.job === job).map(([id]) => id);
  return {
    keep(job, thing) {
      const id = randomId();
      kept.set(id, { job, thing });
      for (const older of ofJob(job).slice(0, -mostOfJob)) kept.delete(older);
      for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest);
      return id;
    },
    find(id) {
      const found = kept.get(id);
      return found ? ok(found.thing) : err(refusal);
    },
  };
}

/** Arrangements and searches that grids look at, the ones used last. */
export function createKeptViews(randomId: () => string): { views: Kept<KeptView>; founds: Kept<KeptSearch> } {
  const gone = { code: 'unknown-view', message: 'The rows are no longer kept in this order: order them again.' };
  return {
    views: createKept(randomId, gone),
    founds: createKept(randomId, { code: 'unknown-search', message: 'The search is no longer kept: search again.' }),
  };
}
