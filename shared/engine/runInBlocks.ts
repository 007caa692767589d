import { ok, type Result } from '../base/result.ts';
import { openBooks, type DrawnUsage } from './books.ts';
import { addDraws, checkSums, type DrawSums } from './checkInvariants.ts';
import { theRules } from './deviation.ts';
import type { DrawColumns, RunRefusal, RunWithoutRows, Segment } from './outcome.ts';
import type { Program } from './program.ts';
import { beginRun, drawWindow, endRun } from './run.ts';

/** A run whose usage comes in blocks, in time order; nothing of a block is kept. */
export interface BlockRun {
  /** Draws a block into fresh columns of zeros; gives the segments that it falls into. None once something was refused. */
  take(usage: DrawnUsage, draws: DrawColumns): readonly Segment[];
  finish(): Result<RunWithoutRows, readonly RunRefusal[]>;
}

/** The run of a program, whose own usage is empty, on usage that is given block by block: the same as on all at once. */
export function runInBlocks(program: Program): BlockRun {
  const books = openBooks(program, theRules);
  const sums: DrawSums = { demand: 0n, included: 0n, prepaid: 0n, flex: 0n };
  beginRun(books);
  return {
    take(usage, draws) {
      const segments = books.segments.length;
      books.window = { usage, draws, first: books.usageRow };
      drawWindow(books);
      addDraws(sums, { ...draws, demand: usage.demand }, 0, usage.count);
      return books.refusals.length > 0 ? [] : books.segments.slice(segments);
    },
    finish() {
      const run = endRun(books);
      if (!run.ok) return run;
      const { draws: _, ...rest } = run.value;
      checkSums(rest, sums);
      return ok(rest);
    },
  };
}
