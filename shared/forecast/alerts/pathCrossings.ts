import { dayMs } from '../../calendar/month.ts';
import type { Run, RuleId } from '../../engine/outcome.ts';
import type { Program } from '../../engine/program.ts';
import { runProgram } from '../../engine/run.ts';
import type { PathTask } from '../pathTask.ts';
import { programOnPath, type PathRange } from '../runPaths.ts';
import { pathSampler } from '../sampling/pathSampler.ts';
import { crossingsOf, type AlertPool, type Threshold } from './crossings.ts';

/** The first time that a path reaches a threshold from some instant on. Nanocredits; minor units for the budget. */
export interface PathCrossing {
  readonly pool: AlertPool;
  readonly threshold: Threshold;
  readonly of: number;
  /** Local day: midnight, as if UTC. */
  readonly day: number;
  readonly rule: RuleId;
}

/** What alerts look for on paths, as plain data for any thread. The task is priced by the engine. */
export interface AlertTask {
  readonly task: PathTask;
  /** Minor units. */
  readonly budget: bigint | null;
  /** Use before this instant is known and counts for nothing here: milliseconds UTC. */
  readonly from: number;
}

/** Opens a task on a thread: what it gives runs the engine on ranges of paths. A path that cannot be run gives null. */
export function openCrossings({ task, budget, from }: AlertTask): (range: PathRange) => (PathCrossing[] | null)[] {
  const { demand, pricing } = task;
  const { row, sample } = pathSampler(demand);
  return (range) => {
    const found: (PathCrossing[] | null)[] = [];
    for (let path = range.from; path < range.until && pricing.kind === 'engine'; path++) {
      sample(path);
      const run = runProgram(programOnPath(pricing.program, row));
      found.push(run.ok ? firstCrossings(run.value, budget, from) : null);
    }
    return found;
  };
}

/** The first crossing of each threshold of each pool from an instant on. */
export function firstCrossings(run: Run, budget: bigint | null, from: number): PathCrossing[] {
  const first = new Map<string, PathCrossing>();
  for (const each of crossingsOf(run, budget)) {
    if (each.kind === 'reset' || each.at < from) continue;
    const { pool, threshold, of, at } = each;
    const key = `${pool}-${threshold}`;
    if (!first.has(key))
      first.set(key, { pool, threshold, of, day: dayOf(run.program, at), rule: ruleOf(run, pool, at) });
  }
  return [...first.values()];
}

/** What a pool is by at an instant. @rule R5 R6 R9 R13 R24 */
export function ruleOf(run: Run, pool: AlertPool, at: number): RuleId {
  if (pool === 'prepaid') return 'R9';
  if (pool === 'cap') return 'R13';
  if (pool === 'budget') return 'R24';
  const grant = run.grants.findLast(({ from }) => from <= at);
  return grant && run.program.plans[grant.plan]!.cycle === 'annual' ? 'R6' : 'R5';
}

/** The local day of an instant: midnight, as if UTC. */
export function dayOf({ zone }: Program, at: number): number {
  return Math.floor(zone.toLocal(at) / dayMs) * dayMs;
}
