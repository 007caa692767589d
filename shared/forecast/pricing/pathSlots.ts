import { assert } from '../../base/assert.ts';
import { calendarMonths, dayMs } from '../../calendar/month.ts';
import type { Run } from '../../engine/outcome.ts';
import type { UsageSource } from '../../engine/program.ts';
import type { PathSlots } from './pathTerms.ts';

/** How a horizon is cut for paths: which usage is sampled anew on each, and at which more instants segments end. */
export interface SlotChoice {
  /** True for usage that each path samples; all other usage is the same on every path. */
  readonly isRandom: (source: UsageSource) => boolean;
  readonly cuts?: readonly number[];
}

/** Cuts a run's horizon into slots and segments, and sums up the usage that is not sampled. @rule R2 */
export function pathSlots(run: Run, { isRandom, cuts = [] }: SlotChoice): PathSlots {
  const { zone, start, end } = run.program;
  const months = calendarMonths({ from: start, until: end }, zone);
  const changes = run.steps.flatMap((step) => (step.kind === 'segment' ? [step.from] : []));
  const bounds = [...new Set([start, ...changes, ...months.map(({ from }) => from), ...cuts, end])]
    .filter((at) => at >= start && at <= end)
    .sort((a, b) => a - b);
  const pieces = bounds.slice(0, -1).map((from, index) => daysBetween(run, from, bounds[index + 1]!));
  const slots = pieces.flat();
  const firsts = [0];
  for (const piece of pieces) firsts.push(firsts.at(-1)! + piece.length);
  const cut = {
    slots: slots.length,
    segments: pieces.length,
    months: months.length,
    slotFrom: Float64Array.of(...slots.map(({ from }) => from), end),
    slotDay: Float64Array.from(slots, ({ day }) => day),
    segmentFirstSlot: Int32Array.from(firsts),
    segmentMonth: Int32Array.from(pieces, ([slot]) => months.findIndex(({ until }) => slot!.from < until)),
    monthFrom: Float64Array.of(...months.map(({ from }) => from), end),
  };
  return { ...cut, fixed: fixedUsage(run, cut.slotFrom, isRandom) };
}

/** The pieces of local days in `[from, until)`. A day that the zone leaves out has none. */
function daysBetween({ program: { zone } }: Run, from: number, until: number): { from: number; day: number }[] {
  const pieces: { from: number; day: number }[] = [];
  let day = Math.floor(zone.toLocal(from) / dayMs) * dayMs;
  for (let at = from; at < until; day += dayMs) {
    const next = zone.toInstant(day + dayMs);
    if (next <= at) continue;
    pieces.push({ from: at, day });
    at = next;
  }
  return pieces;
}

function fixedUsage({ program }: Run, slotFrom: Float64Array, isRandom: SlotChoice['isRandom']): Float64Array {
  const { usage, sources } = program;
  const random = sources.map(isRandom);
  const fixed = new Float64Array(slotFrom.length - 1);
  let slot = 0;
  for (let row = 0; row < usage.count; row++) {
    while (usage.at[row]! >= slotFrom[slot + 1]!) slot += 1;
    if (!random[usage.source[row]!]) fixed[slot]! += usage.demand[row]!;
  }
  assert(slot < fixed.length || usage.count === 0, 'every usage row lies in a slot');
  return fixed;
}
