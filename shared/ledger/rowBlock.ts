import { asciiText } from '../base/asciiText.ts';
import { amountColumns, type AmountColumn } from './ledgerColumns.ts';

/** Rows that one block holds. */
export const blockRows = 4096;

/** Rows of a ledger file as columns that are used again for the next rows. Credits in nanocredits, NaN for an empty cell. */
export interface RowBlock {
  count: number;
  /** Milliseconds UTC. */
  readonly at: Float64Array;
  /** Index into `rowKinds`. */
  readonly kind: Uint8Array;
  /** Index into the meters seen so far, or -1. */
  readonly meter: Int32Array;
  /** `quantity / 10^quantityScale`, exact; NaN where there is none. */
  readonly quantity: Float64Array;
  readonly quantityScale: Uint8Array;
  /** Column after column in the order of `amountColumns`, each of `blockRows` rows. */
  readonly amounts: Float64Array;
  /** The same by column. */
  readonly amountsOf: Readonly<Record<AmountColumn, Float64Array>>;
  readonly flags: Uint8Array;
  readonly calls: Int32Array;
  /** Where the id stands in the bytes that the block was read from. */
  readonly idFrom: Int32Array;
  readonly idUntil: Int32Array;
  /** Two hashes of the id, which together tell ids apart almost surely; equal ids have equal hashes. Both 0: no id. */
  readonly idHigh: Int32Array;
  readonly idLow: Int32Array;
  /** What the block was read from, valid for as long as the block is. */
  bytes: Uint8Array;
  /** Where the bytes of its rows stand in those. */
  from: number;
  until: number;
}

/** A block without rows yet. `room` makes the memory of its columns, which threads may share; its bytes come with its rows. */
export function rowBlock(room: (bytes: number) => ArrayBufferLike = (bytes) => new ArrayBuffer(bytes)): RowBlock {
  const rows = blockRows;
  const amounts = new Float64Array(room(8 * rows * amountColumns.length));
  return {
    count: 0,
    at: new Float64Array(room(8 * rows)),
    kind: new Uint8Array(room(rows)),
    meter: new Int32Array(room(4 * rows)),
    quantity: new Float64Array(room(8 * rows)),
    quantityScale: new Uint8Array(room(rows)),
    amounts,
    amountsOf: byColumn(amounts),
    flags: new Uint8Array(room(rows)),
    calls: new Int32Array(room(4 * rows)),
    idFrom: new Int32Array(room(4 * rows)),
    idUntil: new Int32Array(room(4 * rows)),
    idHigh: new Int32Array(room(4 * rows)),
    idLow: new Int32Array(room(4 * rows)),
    bytes: new Uint8Array(0),
    from: 0,
    until: 0,
  };
}

function byColumn(amounts: Float64Array): Record<AmountColumn, Float64Array> {
  const columns = amountColumns.map((column, index) => {
    return [column, amounts.subarray(index * blockRows, (index + 1) * blockRows)];
  });
  return Object.fromEntries(columns) as Record<AmountColumn, Float64Array>;
}

/** The id of a row of a block; empty where it has none. */
export function idOfRow({ bytes, idFrom, idUntil }: RowBlock, row: number): string {
  return asciiText(bytes, idFrom[row]!, idUntil[row]!);
}
