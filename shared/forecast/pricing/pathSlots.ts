import { calendarMonths, dayMs } from '../../calendar/month.ts';
import type { Run } from '../../engine/outcome.ts';
import type { Zone } from '../../calendar/zone.ts';
import { usageFlag, type UsageSource } from '../../engine/program.ts';
import type { PathSlots } from './pathTerms.ts';

/** How a horizon is cut for paths: which usage is sampled anew on each, and at which more instants segments end. */
export interface SlotChoice {
  /** True for usage that each path samples; all other usage is the same on every path. */
  readonly isRandom: (source: UsageSource) => boolean;
  readonly cuts?: readonly number[];
}

/** A slot as it is cut. Rows at the very instant of its begin belong to it from `firstRow` on. */
interface Cut {
  readonly from: number;
  readonly firstRow: number;
  /** Its local day: midnight, as if UTC. */
  readonly day: number;
  /** Whether a segment begins with it. */
  readonly opens: boolean;
  /** Whether it holds one usage event that is served whole or not at all. */
  readonly whole: boolean;
}

/** Cuts a run's horizon into slots and segments, and sums up the usage that is not sampled. @rule R2 R21 */
export function pathSlots(run: Run, { isRandom, cuts = [] }: SlotChoice): PathSlots {
  const { zone, start, end } = run.program;
  const months = calendarMonths({ from: start, until: end }, zone);
  const changes = run.steps.flatMap((step) => (step.kind === 'segment' ? [step.from] : []));
  const wholes = wholeRows(run);
  const times = wholes.map((row) => run.program.usage.at[row]!);
  const bounds = [...new Set([start, ...changes, ...months.map(({ from }) => from), ...cuts, ...times, end])]
    .filter((at) => at >= start && at <= end)
    .sort((a, b) => a - b);
  const slots = bounds
    .slice(0, -1)
    .flatMap((from, index) => [...wholeCuts(run, from, wholes), ...daysBetween(run, from, bounds[index + 1]!, wholes)]);
  const opening = slots.flatMap(({ opens }, slot) => (opens ? [slot] : []));
  const cut = {
    slots: slots.length,
    segments: opening.length,
    months: months.length,
    slotFrom: Float64Array.of(...slots.map(({ from }) => from), end),
    slotDay: Float64Array.from(slots, ({ day }) => day),
    segmentFirstSlot: Int32Array.of(...opening, slots.length),
    segmentMonth: Int32Array.from(opening, (slot) => months.findIndex(({ until }) => slots[slot]!.from < until)),
    segmentWhole: Uint8Array.from(opening, (slot) => (slots[slot]!.whole ? 1 : 0)),
    monthFrom: Float64Array.of(...months.map(({ from }) => from), end),
  };
  return { ...cut, fixed: fixedUsage(run, slots, isRandom) };
}

function wholeRows({ program: { usage } }: Run): number[] {
  const rows: number[] = [];
  for (let row = 0; row < usage.count; row++) {
    if ((usage.flags[row]! & usageFlag.whole) !== 0 && usage.demand[row]! > 0) rows.push(row);
  }
  return rows;
}

/** Slots without length for usage at one instant: what comes before each whole event, and the event alone. @rule R3 R21 */
function wholeCuts({ program: { usage, zone } }: Run, at: number, wholes: readonly number[]): Cut[] {
  const day = localDay(zone, at);
  const here = wholes.filter((row) => usage.at[row] === at);
  return here.flatMap((row, index) => [
    { from: at, firstRow: index === 0 ? 0 : here[index - 1]! + 1, day, opens: true, whole: false },
    { from: at, firstRow: row, day, opens: true, whole: true },
  ]);
}

/** The pieces of local days in `[from, until)`, one segment. A day that the zone leaves out has none. */
function daysBetween({ program: { zone, usage } }: Run, from: number, until: number, wholes: readonly number[]): Cut[] {
  const pieces: Cut[] = [];
  const lastWhole = wholes.findLast((row) => usage.at[row] === from) ?? -1;
  let day = localDay(zone, from);
  for (let at = from; at < until; day += dayMs) {
    const next = zone.toInstant(day + dayMs);
    if (next <= at) continue;
    const opens = at === from;
    pieces.push({ from: at, firstRow: opens ? lastWhole + 1 : 0, day, opens, whole: false });
    at = next;
  }
  return pieces;
}

function localDay(zone: Zone, at: number): number {
  return Math.floor(zone.toLocal(at) / dayMs) * dayMs;
}

function fixedUsage({ program }: Run, slots: readonly Cut[], isRandom: SlotChoice['isRandom']): Float64Array {
  const { usage, sources } = program;
  const random = sources.map(isRandom);
  const fixed = new Float64Array(slots.length);
  let slot = 0;
  const begun = (next: Cut | undefined, row: number): boolean =>
    next !== undefined && (usage.at[row]! > next.from || (usage.at[row] === next.from && row >= next.firstRow));
  for (let row = 0; row < usage.count; row++) {
    while (begun(slots[slot + 1], row)) slot += 1;
    if (!random[usage.source[row]!]) fixed[slot]! += usage.demand[row]!;
  }
  return fixed;
}
