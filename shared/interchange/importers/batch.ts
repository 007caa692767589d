import type { RefusedRow, UsageRow } from '../mapping.ts';

/** What an importer made of a piece of its source. A stream of batches is an import; none of them is kept. */
export interface ImportBatch {
  /** Source rows, or records, that the batch stands for: every one is taken, refused or excluded. */
  readonly read: number;
  /** Usage rows, in the order of the source. */
  readonly rows: readonly UsageRow[];
  readonly refused: readonly Refusal[];
  /** True from the first batch with rows on, where this or a later row is recorded and free. @rule R22 */
  readonly free: boolean;
}

/** Source rows that gave no usage. `count` of them are alike and stand in the list once. */
export interface Refusal {
  readonly row: RefusedRow;
  readonly count: number;
}
