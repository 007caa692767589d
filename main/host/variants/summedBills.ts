import { setImmediate as letOthersRun } from 'node:timers/promises';
import { err, ok, type Result } from '../../../shared/base/result.ts';
import { runProgram } from '../../../shared/engine/run.ts';
import { defaultBudget, forecastCost } from '../../../shared/forecast/forecastBudget.ts';
import { baseOfRun } from '../../../shared/forecast/prepareForecast.ts';
import { faultOf } from '../../../shared/forecast/summary/forecastSummary.ts';
import { scaledTask, scaleProgram } from '../../../shared/planner/variants/demandScale.ts';
import { priceAt, scaleAt } from '../../../shared/planner/variants/solveFor.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import type { WorkerPool } from '../../workers/workerPool.ts';
import { pathsOnThreads } from '../forecast/pathsOnThreads.ts';
import { cancelled } from '../forecast/prepareSample.ts';
import type { OpenVariant } from './openVariants.ts';
import { pricedVariant, valueWords, type SolveWanted } from './solveWanted.ts';
import { billOf } from './billOf.ts';

/** Sums over `count` paths by variant and value: exact, so that their order is. Minor units. */
export interface SummedBills {
  readonly count: number;
  sumAt(variant: number, steps: number): Promise<Result<bigint, RpcError>>;
}

/** Parts into which the range is cut to look for changes of side. */
export const parts = 32;
/** Values that bisecting may look at on top, for the budget. */
const bisected = 40;

/** Bills by variant and value, each computed once; a price is that of one variant, all others stay as they are. */
export function summedBills(
  pool: WorkerPool,
  wanted: SolveWanted,
  variants: readonly OpenVariant[],
): Result<SummedBills, RpcError> {
  const { unknown, seed, measure } = wanted;
  const random = variants.some(({ scenario, expected }) => baseOfRun(scenario, expected).random.length > 0);
  const sampled = measure === 'mean' && random;
  const count = sampled ? wanted.paths : 1;
  const priced = pricedVariant(wanted);
  const known = new Map<string, bigint>();
  const isPrice = unknown === 'flexPrice' || unknown === 'prepaidPrice';
  async function compute(index: number, steps: number): Promise<Result<bigint, RpcError>> {
    await letOthersRun();
    if (wanted.signal?.aborted) return err(cancelled);
    const { scenario, unscaled, scales, variant } = variants[index]!;
    const more = scaleAt(unknown, steps, wanted.of);
    const all = more ? [...scales, more] : scales;
    const at = `${variant.name} at ${valueWords(wanted, steps, scenario.currency)}`;
    const program = scaleProgram(unscaled.program, all);
    if (!program)
      return err({ code: 'beyond-range', message: `${at}: an event asks for more than is counted exactly.` });
    const run = runProgram(isPrice && index === priced ? priceAt(program, unknown, steps) : program);
    if (!run.ok) return err({ code: 'run-refused', message: `${at}: the run is refused (${run.error[0]!.code}).` });
    if (!sampled) return ok(billOf(run.value));
    const base = baseOfRun(scenario, run.value);
    const task = scaledTask(base, { seed, scales: all });
    if (!task.ok)
      return err({ code: 'beyond-range', message: `${at}: a day may ask for more than is counted exactly.` });
    if (base.random.length === 0) return ok(billOf(run.value) * BigInt(count));
    const columns = await pathsOnThreads(pool, task.value, { paths: count, signal: wanted.signal });
    if (!columns.ok) return columns;
    if (faultOf(columns.value)) return err({ code: 'faults', message: `${at}: some paths cannot be billed.` });
    return ok(columns.value.total.reduce((sum, amount) => sum + BigInt(amount), 0n));
  }
  if (sampled) {
    const refused = beyondBudget(variants, wanted);
    if (refused) return err(refused);
  }
  return ok({
    count,
    async sumAt(index, steps) {
      const key = isPrice && index !== priced ? `${index}` : `${index} ${steps}`;
      const found = known.get(key);
      if (found !== undefined) return ok(found);
      const sum = await compute(index, steps);
      if (sum.ok) known.set(key, sum.value);
      return sum;
    },
  });
}

function beyondBudget(variants: readonly OpenVariant[], { seed, paths }: SolveWanted): RpcError | null {
  let steps = 0;
  for (const { scenario, expected, scales } of variants) {
    const task = scaledTask(baseOfRun(scenario, expected), { seed, scales });
    if (task.ok) steps += forecastCost(task.value, paths).steps * (parts + bisected);
  }
  if (steps <= defaultBudget.steps) return null;
  const figure = (count: number): string => count.toLocaleString('en-US');
  const message = `Solving this would take ${figure(steps)} steps; at most ${figure(defaultBudget.steps)} are allowed. Ask for fewer paths.`;
  return { code: 'beyond-budget', message };
}
