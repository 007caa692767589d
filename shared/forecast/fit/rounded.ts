/** A number with so many significant digits, as a model states it. */
export function rounded(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}
