import type { PathSlots } from './pathTerms.ts';

/** Sums one path's demand by slot to demand by segment, written from `first` on. Whole nanocredits. */
export function sumSegments(
  { segments, segmentFirstSlot }: PathSlots,
  demand: Float64Array,
  totals: Float64Array,
  first: number,
): void {
  for (let segment = 0; segment < segments; segment++) {
    totals[first + segment] = sumSlots(demand, segmentFirstSlot[segment]!, segmentFirstSlot[segment + 1]!);
  }
}

/** Demand of slots `[from, until)`. Two sums side by side: whole numbers add up alike in any order, and faster. */
function sumSlots(demand: Float64Array, from: number, until: number): number {
  let even = 0;
  let odd = 0;
  let slot = from;
  for (; slot + 1 < until; slot += 2) {
    even += demand[slot]!;
    odd += demand[slot + 1]!;
  }
  return slot < until ? even + odd + demand[slot]! : even + odd;
}
