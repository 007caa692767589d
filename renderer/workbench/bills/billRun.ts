import type { Diagnostic } from '../../../shared/base/diagnostic.ts';
import type { BillView } from '../../../shared/rpc/views.ts';

/** The latest that is known of a document's bill. */
export interface BillRun {
  /** The last good bill; null until there was one. */
  readonly bill: BillView | null;
  /** The bill is of an earlier text: the present one has errors, or could not be run. */
  readonly stale: boolean;
  /** A run is on its way. */
  readonly running: boolean;
  /** What it is at, where it takes its time. */
  readonly step: string | null;
  /** The last run was stopped by hand. */
  readonly cancelled: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** Why the host could not answer at all; null where it did. */
  readonly failure: string | null;
}

export const noRun: BillRun = {
  bill: null,
  stale: false,
  running: false,
  step: null,
  cancelled: false,
  diagnostics: [],
  failure: null,
};
