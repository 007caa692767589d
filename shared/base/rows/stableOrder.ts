/** Elements merged between two steps. */
const stepSize = 8192;
/** Length of the first runs, which are sorted by insertion. */
const runSize = 16;

/**
 * Sorts an index by a comparison of its elements, in place where it can: stable, and in steps, so that the work can be
 * watched, shared and given up. Gives the sorted index. Takes `n log n` comparisons and one more index of memory.
 */
export function* stableOrder(
  index: Uint32Array,
  compare: (left: number, right: number) => number,
): Generator<number, Uint32Array> {
  sortRuns(index, compare);
  yield 0;
  let from: Uint32Array = index;
  let to: Uint32Array = new Uint32Array(index.length);
  for (let width = runSize; width < index.length; width *= 2) {
    for (let start = 0; start < index.length; start += 2 * width) {
      yield* merge({ from, to, start, width }, compare);
    }
    [from, to] = [to, from];
  }
  return from;
}

/** How many elements `stableOrder` merges in all: what its steps add up to. */
export function mergedInAll(count: number): number {
  return count * Math.max(0, Math.ceil(Math.log2(count / runSize)));
}

interface Merge {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly start: number;
  readonly width: number;
}

/** Merges two neighbouring runs; a step tells how many elements were merged since the one before. */
function* merge({ from, to, start, width }: Merge, compare: (left: number, right: number) => number) {
  const middle = Math.min(start + width, from.length);
  const end = Math.min(middle + width, from.length);
  let left = start;
  let right = middle;
  let told = start;
  for (let at = start; at < end; at++) {
    const takesLeft = left < middle && (right >= end || compare(from[left]!, from[right]!) <= 0);
    to[at] = takesLeft ? from[left++]! : from[right++]!;
    if (at - told === stepSize) {
      yield stepSize;
      told = at;
    }
  }
  yield end - told;
}

function sortRuns(index: Uint32Array, compare: (left: number, right: number) => number): void {
  for (let start = 0; start < index.length; start += runSize) {
    const end = Math.min(start + runSize, index.length);
    for (let next = start + 1; next < end; next++) {
      const element = index[next]!;
      let at = next;
      for (; at > start && compare(index[at - 1]!, element) > 0; at--) index[at] = index[at - 1]!;
      index[at] = element;
    }
  }
}
