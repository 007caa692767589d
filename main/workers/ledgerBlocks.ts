import type { ControlTotals } from '../../shared/audit/controlTotals.ts';
import type { RowBlock } from '../../shared/ledger/rowBlock.ts';

/** The rows of a ledger file, block by block. */
export interface LedgerBlocks {
  /** About how many rows there will be. */
  readonly expected: number;
  /** Meters by the index that rows have. */
  readonly meterIds: readonly string[];
  /** Bytes that were read. */
  readonly position: number;
  /** The next rows, valid until the next are asked for; null at the end. Throws `NotPlain` where they are not. */
  next(): Promise<RowBlock | null>;
  /** Counts and sums of the rows, made by whoever read them. Ask at the end. */
  totals(): ControlTotals;
  close(): Promise<void>;
}
