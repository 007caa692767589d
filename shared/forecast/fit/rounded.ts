/** A number with so many significant digits and at most twelve decimals, as a model states it. */
export function rounded(value: number, digits: number): number {
  return Number(Number(value.toPrecision(digits)).toFixed(12));
}
