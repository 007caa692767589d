import type { PathSlots } from './pathTerms.ts';

/** The local day on which a segment's demand by slot comes to an amount of nanocredits: it does. */
export function dayReached(terms: PathSlots, demand: Float64Array, segment: number, amount: number): number {
  const { slotDay, segmentFirstSlot } = terms;
  let slot = segmentFirstSlot[segment]!;
  for (let left = amount - demand[slot]!; left > 0; left -= demand[slot]!) slot += 1;
  return slotDay[slot]!;
}
