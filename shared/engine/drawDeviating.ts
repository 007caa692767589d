import type { DrawnUsage } from './books.ts';
import { drawBlock, pool } from './drawBlock.ts';
import type { Deviation } from './deviation.ts';
import type { DrawColumns } from './outcome.ts';

/** Draws the rows `[from, until)` as a deviation has it; only audits come here. Units: nanocredits. @rule R21 */
export function drawDeviating(
  how: NonNullable<Deviation['draws']>,
  state: Float64Array,
  usage: DrawnUsage,
  draws: DrawColumns,
  { from, until }: { readonly from: number; readonly until: number },
): void {
  if (how === 'whole-events') return drawWhole(state, usage, draws, { from, until });
  swapPools(state);
  drawBlock(state, usage, { included: draws.prepaid, prepaid: draws.included, flex: draws.flex }, from, until);
  swapPools(state);
}

function swapPools(state: Float64Array): void {
  const included = state[pool.included]!;
  state[pool.included] = state[pool.prepaid]!;
  state[pool.prepaid] = included;
}

/** Each event by itself: what its split would take from several pools, the last of them gives alone, where it can. */
function drawWhole(
  state: Float64Array,
  usage: DrawnUsage,
  draws: DrawColumns,
  { from, until }: { readonly from: number; readonly until: number },
): void {
  const before = new Float64Array(state.length);
  for (let row = from; row < until; row++) {
    before.set(state);
    drawBlock(state, usage, draws, row, row + 1);
    const last = draws.flex[row]! > 0 ? 'flex' : draws.prepaid[row]! > 0 ? 'prepaid' : 'included';
    const served = draws.included[row]! + draws.prepaid[row]! + draws.flex[row]!;
    if (draws[last][row] === served || served > before[last === 'flex' ? pool.room : pool[last]]!) continue;
    const asked = state[pool.demand]!;
    state.set(before);
    state[pool.demand] = asked;
    draws.included[row] = 0;
    draws.prepaid[row] = 0;
    draws[last][row] = served;
    if (last === 'prepaid') state[pool.prepaid] = before[pool.prepaid]! - served;
    else {
      state[pool.room] = before[pool.room]! - served;
      state[pool.flex] = before[pool.flex]! + served;
    }
  }
}
