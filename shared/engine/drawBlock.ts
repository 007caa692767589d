import type { DrawColumns } from './outcome.ts';
import { usageFlag, type UsageColumns } from './program.ts';

/** Rows that one call of `drawBlock` walks at most: longer loops are compiled less well. */
export const blockRows = 4096;

/** Places in the pool's array, all in nanocredits: what may be drawn, and what was asked for and drawn since the last reset. */
export const pool = { included: 0, prepaid: 1, room: 2, flex: 3, demand: 4 } as const;

/**
 * Draws the demand of rows `[from, until)`: included, then prepaid, then Flex up to `room`; the rest stays undrawn, which
 * is blocked. `state` is read and written at the places of `pool`. Draw columns are fresh, so zeros are not written.
 * Units: nanocredits. @rule R11 R13 R21
 */
export function drawBlock(
  state: Float64Array,
  usage: Pick<UsageColumns, 'demand' | 'flags'>,
  draws: DrawColumns,
  from: number,
  until: number,
): void {
  const { demand, flags } = usage;
  let included = state[pool.included]!;
  let prepaid = state[pool.prepaid]!;
  let room = state[pool.room]!;
  let flex = state[pool.flex]!;
  let asked = state[pool.demand]!;
  for (let row = from; row < until; row++) {
    const wanted = demand[row]!;
    asked += wanted;
    if (wanted <= included) {
      included -= wanted;
      if (wanted > 0) draws.included[row] = wanted;
      continue;
    }
    if ((flags[row]! & usageFlag.whole) !== 0 && wanted > included + prepaid + room) continue;
    const fromPrepaid = Math.min(wanted - included, prepaid);
    const fromFlex = Math.min(wanted - included - fromPrepaid, room);
    if (included > 0) draws.included[row] = included;
    if (fromPrepaid > 0) draws.prepaid[row] = fromPrepaid;
    if (fromFlex > 0) draws.flex[row] = fromFlex;
    included = 0;
    prepaid -= fromPrepaid;
    room -= fromFlex;
    flex += fromFlex;
  }
  state[pool.included] = included;
  state[pool.prepaid] = prepaid;
  state[pool.room] = room;
  state[pool.flex] = flex;
  state[pool.demand] = asked;
}
