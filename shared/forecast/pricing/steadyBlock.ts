import { pathColumns, type PathColumns } from '../pathColumns.ts';
import type { WorkRows } from '../sampling/workRows.ts';
import { dayReached } from './dayReached.ts';
import type { PathDemand } from './drawSegments.ts';
import type { PathTerms } from './pathTerms.ts';
import { priceTotals } from './pricePath.ts';
import type { SteadySteps } from './steadySteps.ts';

/** How many paths the kernel prices into rows of its own before they are copied. */
const blockPaths = 64;

/** Prices steady paths one after the other. */
export interface SteadyBlock {
  /** Prices the path at hand, the next of the block. */
  price(): void;
  /** Whether the block has no room for another path. */
  isFull(): boolean;
  /** Copies the paths of the block into rows of the columns that end before this one, and begins a new block. */
  copyTo(out: PathColumns, until: number): void;
}

/** Lengths of the rows that a block takes. */
export function blockLengths({ segments, months }: PathTerms): number[] {
  return [8 * (segments + 1), 2 * (segments + 1) + 1, blockPaths, blockPaths * months, blockPaths * months];
}

/** A block whose paths have their demand in `demand`, rows of the kernel's memory; null where there is no kernel. */
export function openBlock(
  terms: PathTerms,
  { steps, mostAsked }: SteadySteps,
  demand: PathDemand & { readonly slots: Float64Array },
  rows: WorkRows,
): SteadyBlock | null {
  const { kernel } = rows;
  if (!kernel) return null;
  const { segments, months, monthBase, opening, prepaidAdd } = terms;
  const [stepRow, pools, total, amounts, flexes] = blockLengths(terms).map((length) => rows.take(length));
  new Int32Array(kernel.buffer, stepRow!.byteOffset, 2 * steps.length).set(new Int32Array(steps.buffer));
  const at = {
    totals: demand.totals.byteOffset,
    steps: stepRow!.byteOffset,
    pools: pools!.byteOffset,
    amounts: amounts!.byteOffset,
    flexes: flexes!.byteOffset,
    total: total!.byteOffset,
  };
  const until = at.steps + 8 * steps.length;
  const block: PathColumns = {
    ...pathColumns(blockPaths, months),
    total: total!,
    monthAmount: amounts!,
    monthFlex: flexes!,
  };
  const bases = Float64Array.from({ length: blockPaths * months }, (_, cell) => monthBase[cell % months]!);
  const base = monthBase.reduce((sum, amount) => sum + amount, 0);
  const buys = opening.prepaid > 0 || prepaidAdd.some((added) => added > 0);
  const asked = 2 * (segments + 1);
  let path = 0;
  const clear = (): void => {
    block.total.fill(base);
    block.monthAmount.set(bases);
    for (const column of [block.monthFlex, block.monthBlocked, block.fault]) column.fill(0);
    block.includedOut.fill(NaN);
    block.prepaidOut.fill(NaN);
    path = 0;
  };
  clear();
  return {
    price() {
      const cell = 8 * path * months;
      kernel.price(at.totals, at.steps, until, at.pools, at.amounts + cell, at.flexes + cell, at.total + 8 * path);
      if (pools![asked]! <= mostAsked) noteOuts(terms, demand, pools!, block, path, buys);
      else {
        block.monthFlex.fill(0, path * months, (path + 1) * months);
        priceTotals(terms, demand, block, path);
      }
      path += 1;
    },
    isFull: () => path === blockPaths,
    copyTo(out, end) {
      for (const name of ['total', 'includedOut', 'prepaidOut', 'fault'] as const) {
        out[name].set(block[name].subarray(0, path), end - path);
      }
      for (const name of ['monthAmount', 'monthFlex', 'monthBlocked'] as const) {
        out[name].set(block[name].subarray(0, path * months), (end - path) * months);
      }
      clear();
    },
  };
}

/** Notes the days on which the pools were first emptied, from what was in them before each segment. */
function noteOuts(
  terms: PathTerms,
  { totals, slots }: PathDemand,
  pools: Float64Array,
  out: PathColumns,
  path: number,
  buys: boolean,
): void {
  let includedLasts = true;
  let prepaidLasts = buys;
  for (let row = 0; row < terms.segments && (includedLasts || prepaidLasts); row++) {
    const wanted = totals[row]!;
    const included = pools[2 * row]!;
    const both = included + pools[2 * row + 1]!;
    if (includedLasts && included > 0 && wanted >= included) {
      includedLasts = false;
      out.includedOut[path] = dayReached(terms, slots!, row, included);
    }
    if (prepaidLasts && both > included && wanted >= both) {
      prepaidLasts = false;
      out.prepaidOut[path] = dayReached(terms, slots!, row, both);
    }
  }
}
