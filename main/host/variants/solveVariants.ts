import { err, ok, type Result } from '../../../shared/base/result.ts';
import { findMeetings, type Side } from '../../../shared/planner/variants/meetings.ts';
import { lookedAt, stepsOf } from '../../../shared/planner/variants/solveFor.ts';
import type { SolvedOutcome } from '../../../shared/rpc/variantViews.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import type { WorkerPool } from '../../workers/workerPool.ts';
import { cancelled } from '../forecast/prepareSample.ts';
import { openVariants, type OpenVariant } from './openVariants.ts';
import { solvedView } from './solvedView.ts';
import { pairsOf, refusalOf, type SolvedPair, type SolveWanted } from './solveWanted.ts';
import { parts, summedBills, type SummedBills } from './summedBills.ts';

/** Finds all values of an unknown at which two variants cost the same, or one costs the target, by bisection. */
export async function solveVariants(pool: WorkerPool, wanted: SolveWanted): Promise<Result<SolvedOutcome, RpcError>> {
  const opened = await openVariants(wanted);
  if (!opened.ok) return opened;
  const { variants, diagnostics } = opened.value;
  if (variants.length === 0) return ok({ solved: null, diagnostics });
  const refused = refusalOf(wanted, variants);
  if (refused) return err(refused);
  const pairs = pairsOf(wanted, variants);
  if (!pairs.ok) return pairs;
  const bills = summedBills(pool, wanted, variants);
  if (!bills.ok) return bills;
  const looked = lookedAt(
    stepsOf(wanted.unknown, wanted.range.from),
    stepsOf(wanted.unknown, wanted.range.until),
    parts,
  );
  const table = await billsAt(bills.value, { looked, variants, tell: wanted.tell });
  if (!table.ok) return table;
  const solutions = [];
  for (const [index, pair] of pairs.value.entries()) {
    wanted.tell?.('Looking for values at which they cost the same', index / pairs.value.length);
    let failed: RpcError | null = null;
    const meetings = await findMeetings(looked, async (steps) => {
      const side = await sideOf(bills.value, pair, steps);
      if (side.ok) return side.value;
      failed = side.error;
      return null;
    });
    if (!meetings) return err(failed ?? cancelled);
    solutions.push({ pair, meetings });
  }
  const solved = await solvedView({ wanted, variants, bills: bills.value, looked, solutions });
  return solved.ok ? ok({ solved: solved.value, diagnostics }) : solved;
}

async function billsAt(
  bills: SummedBills,
  {
    looked,
    variants,
    tell,
  }: {
    readonly looked: readonly number[];
    readonly variants: readonly OpenVariant[];
    readonly tell: SolveWanted['tell'];
  },
): Promise<Result<null, RpcError>> {
  for (const [done, steps] of looked.entries()) {
    tell?.('Pricing the range', done / looked.length);
    for (const index of variants.keys()) {
      const sum = await bills.sumAt(index, steps);
      if (!sum.ok) return sum;
    }
  }
  return ok(null);
}

async function sideOf(
  bills: SummedBills,
  { first, second, target }: SolvedPair,
  steps: number,
): Promise<Result<Side, RpcError>> {
  const one = await bills.sumAt(first, steps);
  if (!one.ok) return one;
  const other = second === null ? ok(target! * BigInt(bills.count)) : await bills.sumAt(second, steps);
  if (!other.ok) return other;
  return ok(one.value < other.value ? -1 : one.value > other.value ? 1 : 0);
}
