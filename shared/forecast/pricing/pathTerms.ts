/**
 * The pieces of local days that a horizon is cut into: nothing changes within a slot but demand, so that what it draws follows
 * from its total. Slots ascend; a segment is a run of slots between two instants at which something changes or a calendar month
 * begins. Instants in milliseconds UTC.
 */
export interface PathSlots {
  readonly slots: number;
  readonly segments: number;
  /** Local calendar months of the horizon. */
  readonly months: number;
  /** When each slot begins, and at the end the horizon's end: slots + 1. */
  readonly slotFrom: Float64Array;
  /** Its local day: midnight, as if UTC. */
  readonly slotDay: Float64Array;
  /** Nanocredits by slot of the usage that is the same on every path. */
  readonly fixed: Float64Array;
  /** The first slot of each segment, and at the end the number of slots: segments + 1. */
  readonly segmentFirstSlot: Int32Array;
  /** The calendar month that a segment lies in. */
  readonly segmentMonth: Int32Array;
  /** 1 where a segment is one usage event that is served whole or not at all, alone in a slot without length. @rule R21 */
  readonly segmentWhole: Uint8Array;
  /** When each month begins, and at the end the horizon's end: months + 1. */
  readonly monthFrom: Float64Array;
}

/**
 * All that a path's price follows from but its demand: columns of numbers, for any thread. What happens before a segment stands
 * in its row, what happens at the horizon's end in one more. Credits in nanocredits, money in minor units. @rule R4 R12 R13 R25
 */
export interface PathTerms extends PathSlots {
  /** Balances at the start. @rule R27 */
  readonly opening: {
    readonly included: number;
    readonly prepaid: number;
    /** Flex accrued in the open Flex month, and used in the cap's window. */
    readonly flex: number;
    readonly capUsed: number;
  };
  /** Amounts by month that are the same on every path: fees and purchases. */
  readonly monthBase: Float64Array;
  /** Before the segment, in this order: 1 where what is left of the included credits goes. segments + 1, as all below. */
  readonly lapses: Uint8Array;
  /** Then: what is added to each pool, and the balance that this needs to find there. @rule R26 */
  readonly includedAdd: Float64Array;
  readonly includedNeed: Float64Array;
  readonly prepaidAdd: Float64Array;
  readonly prepaidNeed: Float64Array;
  /** 1 where the Flex month closes. @rule R12 */
  readonly closes: Uint8Array;
  /** Its price for a whole credit in minor units, `closeNum` ÷ `closeDen`, and the month in which it is invoiced. */
  readonly closeNum: Float64Array;
  readonly closeDen: Float64Array;
  readonly closeMonth: Int32Array;
  /** 1 where a new window of the cap opens. @rule R13 */
  readonly capWindows: Uint8Array;
  /** In the segment: the plan that serves it, or -1 where nothing does. @rule R16 */
  readonly plan: Int32Array;
  /** In the segment: Flex allowed in the cap's window; Infinity without a cap, 0 where there is no Flex. @rule R11 R13 */
  readonly flexLimit: Float64Array;
}

/** The slot that usage sampled at an instant of the horizon lies in: what is listed at the same instant comes before. @rule R3 */
export function slotAt({ slotFrom, slots }: PathSlots, at: number): number {
  let low = 0;
  let high = slots - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (slotFrom[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
