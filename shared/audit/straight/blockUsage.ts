import type { DrawnUsage } from '../../engine/books.ts';
import type { RowBlock } from '../../ledger/rowBlock.ts';

/** How taking something went: it was taken; more of the usage record has to be read first; or it is not plainly right. */
export type Taken = 'taken' | 'wants-record' | 'gave-up';

/** The usage of one block of rows: what the engine draws, and the row of the block that each event stands in. */
export interface BlockUsage extends DrawnUsage {
  readonly row: Int32Array;
  /** Meters of the ledger that were seen for the first time. */
  knowMeters(ids: readonly string[]): void;
  /** Takes the usage rows of a block. Where it wants more of the record, it is asked again with the same block. */
  take(block: RowBlock, idOf: (row: number) => string): Taken;
}
