import { dayMs } from '../../calendar/month.ts';
import { ok, type Result } from '../../base/result.ts';
import type { Run, RuleId } from '../../engine/outcome.ts';
import type { Program } from '../../engine/program.ts';
import { runProgram } from '../../engine/run.ts';
import { forecastTask, type ForecastBase, type ForecastRefusal } from '../prepareForecast.ts';
import { programOnPath } from '../runPaths.ts';
import { pathSampler } from '../sampling/pathSampler.ts';
import { nearestRank } from '../summary/nearestRank.ts';
import type { Alert } from './alert.ts';
import { crossingsOf, thresholds, type AlertPool, type Crossing } from './crossings.ts';

/** What alerts are asked of: a budget in minor units or none, and the paths of a forecast. */
export interface AlertChoice {
  readonly budget: bigint | null;
  readonly seed: number;
  readonly paths: number;
}

/** How many of a forecast's paths alerts look at: each by an engine run of its own. */
export const mostAlertPaths = 400;

const pools: readonly AlertPool[] = ['included', 'prepaid', 'cap', 'budget'];

/** Alerts on use so far, then on what the first paths of the forecast come to; by pool and threshold. @rule R5 R6 R9 R13 */
export function forecastAlerts(base: ForecastBase, choice: AlertChoice): Result<Alert[], ForecastRefusal> {
  const known = knownUntil(base);
  const soFar = alertsOnUse(base.expected, choice.budget, known);
  const runs = pathRuns(base, choice);
  if (!runs.ok) return runs;
  return ok([...soFar, ...alertsOnPaths(runs.value, choice.budget, known)]);
}

/** Instant up to which use is known: `asOf`, else just after the last listed usage, else the horizon's start. */
export function knownUntil({ scenario, expected }: Pick<ForecastBase, 'scenario' | 'expected'>): number {
  const { start, usage, sources, zone } = expected.program;
  if (scenario.asOf !== null) return zone.toInstant(scenario.asOf);
  for (let row = usage.count - 1; row >= 0; row--) {
    if (sources[usage.source[row]!]!.kind !== 'model') return usage.at[row]! + 1;
  }
  return start;
}

/** For each pool the greatest threshold that use has reached, and not lost since to a new cycle or window. */
export function alertsOnUse(run: Run, budget: bigint | null, until: number): Alert[] {
  const reached = new Map<AlertPool, Crossing>();
  for (const each of crossingsOf(run, budget)) {
    if (each.at >= until) continue;
    if (each.kind === 'reset') reached.delete(each.pool);
    else reached.set(each.pool, each);
  }
  return pools.flatMap((pool) => {
    const crossing = reached.get(pool);
    if (!crossing) return [];
    const { threshold, used, of, at } = crossing;
    const rule = ruleOf(run, pool, at);
    return [
      {
        id: `${pool}-${threshold}`,
        on: 'use',
        pool,
        threshold,
        rule,
        used,
        of,
        date: dayOf(run.program, at),
        paths: null,
      },
    ];
  });
}

/** Each threshold that some path reaches from `from` on, with how many do and by when half of these have. */
function alertsOnPaths(runs: readonly Run[], budget: bigint | null, from: number): Alert[] {
  const firsts = runs.map((run) => firstCrossings(run, budget, from));
  return pools.flatMap((pool) =>
    thresholds.flatMap((threshold): Alert[] => {
      const hits = firsts.flatMap((first, path) => {
        const crossing = first.get(`${pool}-${threshold}`);
        return crossing ? [{ crossing, run: runs[path]! }] : [];
      });
      const [one] = hits;
      if (!one) return [];
      const { of, at } = one.crossing;
      const days = Float64Array.from(hits, ({ crossing, run }) => dayOf(run.program, crossing.at)).sort();
      const rule = ruleOf(one.run, pool, at);
      const paths = { reach: hits.length, of: runs.length };
      const used = (of * threshold) / 100;
      const date = nearestRank(days, 50);
      return [{ id: `${pool}-${threshold}-forecast`, on: 'forecast', pool, threshold, rule, used, of, date, paths }];
    }),
  );
}

function firstCrossings(run: Run, budget: bigint | null, from: number): Map<string, Crossing> {
  const first = new Map<string, Crossing>();
  for (const each of crossingsOf(run, budget)) {
    if (each.kind === 'reset' || each.at < from) continue;
    const key = `${each.pool}-${each.threshold}`;
    if (!first.has(key)) first.set(key, each);
  }
  return first;
}

/** The first paths of the forecast, each as the engine runs it; one that cannot be run is left out. */
function pathRuns(base: ForecastBase, { seed, paths }: AlertChoice): Result<Run[], ForecastRefusal> {
  if (base.random.length === 0) return ok([base.expected]);
  const task = forecastTask(base, { seed, by: 'engine' });
  if (!task.ok) return task;
  const { demand, pricing } = task.value;
  const sampler = pathSampler(demand);
  const runs: Run[] = [];
  for (let path = 0; path < Math.min(paths, mostAlertPaths) && pricing.kind === 'engine'; path++) {
    sampler.sample(path);
    const run = runProgram(programOnPath(pricing.program, sampler.row.slice()));
    if (run.ok) runs.push(run.value);
  }
  return ok(runs);
}

function ruleOf(run: Run, pool: AlertPool, at: number): RuleId {
  if (pool === 'prepaid') return 'R9';
  if (pool === 'cap') return 'R13';
  if (pool === 'budget') return 'R24';
  const grant = run.grants.findLast(({ from }) => from <= at);
  return grant && run.program.plans[grant.plan]!.cycle === 'annual' ? 'R6' : 'R5';
}

function dayOf({ zone }: Program, at: number): number {
  return Math.floor(zone.toLocal(at) / dayMs) * dayMs;
}
