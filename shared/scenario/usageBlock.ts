import type { UsageFileRows } from './usageFileRows.ts';

type Columns = 'at' | 'meter' | 'mantissa' | 'scale' | 'calls' | 'flags';

/** Rows of a usage file as columns that are used again for the next rows. */
export interface UsageBlock extends Pick<UsageFileRows, Columns> {
  count: number;
  /** Where the id stands in `bytes`; empty where the row has none. */
  readonly idFrom: Int32Array;
  readonly idUntil: Int32Array;
  /** Two hashes of the id, as a ledger's rows have them; both 0 where the row has none. */
  readonly idHigh: Int32Array;
  readonly idLow: Int32Array;
  /** What the block was read from, valid for as long as the block is. */
  bytes: Uint8Array;
}

/** Rows that one block holds. */
export const usageBlockRows = 4096;

/** A block without rows yet. */
export function usageBlock(): UsageBlock {
  const rows = usageBlockRows;
  return {
    count: 0,
    at: new Float64Array(rows),
    meter: new Int32Array(rows),
    mantissa: new Float64Array(rows),
    scale: new Uint8Array(rows),
    calls: new Int32Array(rows),
    flags: new Uint8Array(rows),
    idFrom: new Int32Array(rows),
    idUntil: new Int32Array(rows),
    idHigh: new Int32Array(rows),
    idLow: new Int32Array(rows),
    bytes: new Uint8Array(0),
  };
}
