import { zoneOf } from '../calendar/zone.ts';
import { assert } from '../base/assert.ts';
import type { Program } from '../engine/program.ts';
import { runProgram } from '../engine/run.ts';
import { pathColumns, pathFault, type PathColumns } from './pathColumns.ts';
import type { PathTask, PlainProgram } from './pathTask.ts';
import { columnsOfRun } from './pricing/columnsOfRun.ts';
import { pricePath } from './pricing/pricePath.ts';
import { pathSampler } from './sampling/pathSampler.ts';

/** Paths `[from, until)`, by their numbers. */
export interface PathRange {
  readonly from: number;
  readonly until: number;
}

/** Prices one path's demand by slot into its row of the columns. */
type Price = (demand: Float64Array, out: PathColumns, row: number) => void;

/** Opens a task on a thread: what it gives samples and prices ranges of paths, each independent of all others. */
export function openPaths(task: PathTask): (range: PathRange) => PathColumns {
  const { row, sample } = pathSampler(task.demand);
  const price = pricing(task);
  return ({ from, until }) => {
    const out = pathColumns(until - from, task.months);
    if (task.demand.models.length === 0)
      return allAlike(out, () => {
        sample(0);
        price(row, out, 0);
      });
    for (let path = from; path < until; path++) {
      sample(path);
      price(row, out, path - from);
    }
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

/** Samples and prices a range of paths. */
export function runPaths(task: PathTask, range: PathRange): PathColumns {
  return openPaths(task)(range);
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

function pricing({ pricing: how }: PathTask): Price {
  if (how.kind === 'compact') return (demand, out, row) => pricePath(how.terms, demand, out, row);
  return (demand, out, row) => {
    const run = runProgram(programOnPath(how.program, demand));
    if (run.ok) columnsOfRun(run.value, out, row);
    else {
      const beyond = run.error.some(({ code }) => code === 'beyond-range');
      out.fault[row] = beyond ? pathFault.beyondRange : pathFault.belowZero;
    }
  };
}
