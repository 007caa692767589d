import { zoneOf } from '../calendar/zone.ts';
import { assert } from '../base/assert.ts';
import type { Program } from '../engine/program.ts';
import { runProgram } from '../engine/run.ts';
import { pathColumns, pathFault, type PathColumns } from './pathColumns.ts';
import type { PathTask, PlainProgram } from './pathTask.ts';
import { columnsOfRun } from './pricing/columnsOfRun.ts';
import { priceTotals } from './pricing/pricePath.ts';
import { blockLengths, openBlock } from './pricing/steadyBlock.ts';
import { steadySteps } from './pricing/steadySteps.ts';
import { pathSampler, type SampledDemand } from './sampling/pathSampler.ts';
import type { KernelChoice } from './sampling/workRows.ts';

/** Paths `[from, until)`, by their numbers. */
export interface PathRange {
  readonly from: number;
  readonly until: number;
}

/**
 * Opens a task on a thread: what it gives samples and prices ranges of paths, each independent of all others. The thread's kernel
 * is lent; where another task had it since the last range, the task is opened anew.
 */
export function openPaths(task: PathTask, kernel: KernelChoice = 'lent'): (range: PathRange) => PathColumns {
  const { demand, months } = task;
  let opened = openWriter(task, kernel);
  return ({ from, until }) => {
    if (!opened.isHeld()) opened = openWriter(task, kernel);
    const { write } = opened;
    const out = pathColumns(until - from, months);
    if (demand.models.length === 0) return allAlike(out, () => write(out, { from: 0, until: 1 }));
    write(out, { from, until });
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
  return openPaths(task, range.until - range.from >= fewPaths ? 'lent' : 'none')(range);
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

/** Samples ranges of paths and prices them into the first rows of the columns. */
interface Writer {
  write(out: PathColumns, range: PathRange): void;
  /** Whether its rows are still its own. */
  isHeld(): boolean;
}

function openWriter({ demand, pricing }: PathTask, kernel: KernelChoice): Writer {
  if (pricing.kind === 'engine') return byEngine(demand, pricing.program);
  const { terms } = pricing;
  const steady = steadySteps(terms);
  const choice = { firsts: terms.segmentFirstSlot, kernel, besides: steady ? blockLengths(terms) : [] };
  const { row: slots, totals, sample, rows } = pathSampler(demand, choice);
  const asked = { totals, first: 0, slots };
  const block = steady && openBlock(terms, steady, asked, rows);
  const write: Writer['write'] = (out, { from, until }) => {
    for (let path = from; path < until; path++) {
      sample(path);
      if (!block) priceTotals(terms, asked, out, path - from);
      else {
        block.price();
        if (block.isFull() || path === until - 1) block.copyTo(out, path + 1 - from);
      }
    }
  };
  return { write, isHeld: rows.kernel?.isHeld ?? always };
}

const always = (): boolean => true;

function byEngine(demand: SampledDemand, program: PlainProgram): Writer {
  const { row: slots, sample } = pathSampler(demand);
  const write: Writer['write'] = (out, { from, until }) => {
    for (let path = from; path < until; path++) {
      sample(path);
      const run = runProgram(programOnPath(program, slots));
      if (run.ok) columnsOfRun(run.value, out, path - from);
      else {
        const beyond = run.error.some(({ code }) => code === 'beyond-range');
        out.fault[path - from] = beyond ? pathFault.beyondRange : pathFault.belowZero;
      }
    }
  };
  return { write, isHeld: always };
}
