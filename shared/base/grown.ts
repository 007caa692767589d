/** A copy of a column with room for `length` rows; the new ones are 0. Invariant: `length` is not below the column's. */
export function grown<T extends Float64Array | Int32Array | Uint8Array>(column: T, length: number): T {
  const larger = new (column.constructor as new (length: number) => T)(length);
  larger.set(column);
  return larger;
}
