/** How many values lie in each class `[from + k × width, from + (k + 1) × width)`. Units: those of the values. */
export interface Histogram {
  readonly from: number;
  readonly width: number;
  readonly counts: readonly number[];
}

/** Classes of a round width, at most about `most` of them. Invariant: the values are whole. */
export function histogramOf(values: Float64Array, most = 40): Histogram {
  let least = Infinity;
  let greatest = -Infinity;
  for (const value of values) {
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  const width = roundWidth((greatest - least) / most);
  const from = Math.floor(least / width) * width;
  const counts = Array.from({ length: Math.floor((greatest - from) / width) + 1 }, () => 0);
  for (const value of values) counts[Math.floor((value - from) / width)]! += 1;
  return { from, width, counts };
}

/** The least of 1, 2, 5, 10, 20 … that is not below. */
function roundWidth(least: number): number {
  for (let power = 1; ; power *= 10) {
    for (const digit of [1, 2, 5]) if (digit * power >= least) return digit * power;
  }
}
