/**
 * The exact sum of rows `[from, until)` of a column of non-negative whole numbers: as a float where that stays below 2^53,
 * for then every step was exact, else over again in big integers. Units: those of the column.
 */
export function sumColumn(column: Float64Array, from: number, until: number): bigint {
  let sum = 0;
  for (let row = from; row < until; row++) sum += column[row]!;
  if (sum <= Number.MAX_SAFE_INTEGER) return BigInt(sum);
  let exact = 0n;
  for (let row = from; row < until; row++) exact += BigInt(column[row]!);
  return exact;
}
