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

/** Demand of slots `[from, until)`. Four sums side by side: whole numbers add up alike in any order, and faster. */
function sumSlots(demand: Float64Array, from: number, until: number): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let slot = from;
  for (; slot + 3 < until; slot += 4) {
    first += demand[slot]!;
    second += demand[slot + 1]!;
    third += demand[slot + 2]!;
    fourth += demand[slot + 3]!;
  }
  for (; slot < until; slot++) first += demand[slot]!;
  return first + second + (third + fourth);
}
