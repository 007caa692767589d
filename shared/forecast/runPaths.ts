import { zoneOf } from '../calendar/zone.ts';
import { assert } from '../base/assert.ts';
import type { Program } from '../engine/program.ts';
import { runProgram } from '../engine/run.ts';
import { pathColumns, pathFault, type PathColumns } from './pathColumns.ts';
import type { PathTask, PlainProgram } from './pathTask.ts';
import { columnsOfRun } from './pricing/columnsOfRun.ts';
import { priceTotals } from './pricing/pricePath.ts';
import { pathSampler, type SampledDemand, type SamplerChoice } from './sampling/pathSampler.ts';

/** Paths `[from, until)`, by their numbers. */
export interface PathRange {
  readonly from: number;
  readonly until: number;
}

/** Opens a task on a thread: what it gives samples and prices ranges of paths, each independent of all others. */
export function openPaths(task: PathTask, choice: SamplerChoice = {}): (range: PathRange) => PathColumns {
  const { demand, months } = task;
  const pathInto = writing(task, choice);
  return ({ from, until }) => {
    const out = pathColumns(until - from, months);
    if (demand.models.length === 0) return allAlike(out, () => pathInto(0, out, 0));
    for (let path = from; path < until; path++) pathInto(path, out, path - from);
    return out;
  };
}

/** All paths are the first: nothing is drawn. */
function allAlike(out: PathColumns, fillFirst: () => void): PathColumns {
  if (out.paths > 0) fillFirst();
  for (const name of ['total', 'includedOut', 'prepaidOut', 'fault'] as const) out[name].fill(out[name][0]!);
  for (const column of [out.monthAmount, out.monthFlex, out.monthBlocked]) {
    for (let path = 1; path < out.paths; path++) column.copyWithin(path * out.months, 0, out.months);
  }
  return out;
}

/** So many paths are worth a kernel. */
const fewPaths = 256;

/** Samples and prices a range of paths. */
export function runPaths(task: PathTask, range: PathRange): PathColumns {
  return openPaths(task, { kernel: range.until - range.from >= fewPaths })(range);
}

/** The columns of neighbouring ranges as one, in the order given. */
export function mergeColumns(pieces: readonly PathColumns[], months: number): PathColumns {
  const paths = pieces.reduce((sum, piece) => sum + piece.paths, 0);
  const merged = pathColumns(paths, months);
  let path = 0;
  for (const piece of pieces) {
    assert(piece.months === months, 'pieces of one forecast have the same months');
    for (const name of ['total', 'includedOut', 'prepaidOut', 'fault'] as const) merged[name].set(piece[name], path);
    for (const name of ['monthAmount', 'monthFlex', 'monthBlocked'] as const) {
      merged[name].set(piece[name], path * months);
    }
    path += piece.paths;
  }
  return merged;
}

/** A plain program's full form, with a path's demand in place of its own. */
export function programOnPath({ zone, usage, ...program }: PlainProgram, demand: Float64Array): Program {
  const known = zoneOf(zone);
  assert(known !== null, 'a program names a zone that there is');
  return { ...program, zone: known, usage: { ...usage, demand, ids: [] } };
}

/** Samples a path by its number and prices it into a row of the columns. */
type WritePath = (path: number, out: PathColumns, row: number) => void;

function writing({ demand, pricing }: PathTask, { kernel = true }: SamplerChoice): WritePath {
  if (pricing.kind === 'engine') return byEngine(demand, pricing.program);
  const { terms } = pricing;
  const { row: slots, totals, sample } = pathSampler(demand, { firsts: terms.segmentFirstSlot, kernel });
  const asked = { totals, first: 0, slots };
  return (path, out, row) => {
    sample(path);
    priceTotals(terms, asked, out, row);
  };
}

function byEngine(demand: SampledDemand, program: PlainProgram): WritePath {
  const { row: slots, sample } = pathSampler(demand);
  return (path, out, row) => {
    sample(path);
    const run = runProgram(programOnPath(program, slots));
    if (run.ok) return columnsOfRun(run.value, out, row);
    const beyond = run.error.some(({ code }) => code === 'beyond-range');
    out.fault[row] = beyond ? pathFault.beyondRange : pathFault.belowZero;
  };
}
