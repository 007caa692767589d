/** A copy of a column with room for `length` rows, in memory of the same kind; the new ones are 0. Invariant: `length` is not below the column's. */
export function grown<T extends Float64Array | Int32Array | Uint8Array>(column: T, length: number): T {
  const memory = column.buffer.constructor as new (bytes: number) => ArrayBufferLike;
  const larger = new (column.constructor as new (memory: ArrayBufferLike) => T)(
    new memory(length * column.BYTES_PER_ELEMENT),
  );
  larger.set(column);
  return larger;
}
