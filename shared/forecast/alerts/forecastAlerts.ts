import { ok, type Result } from '../../base/result.ts';
import type { Run } from '../../engine/outcome.ts';
import { forecastTask, type ForecastBase, type ForecastRefusal } from '../prepareForecast.ts';
import { nearestRank } from '../summary/nearestRank.ts';
import type { Alert } from './alert.ts';
import { crossingsOf, thresholds, type AlertPool, type Crossing } from './crossings.ts';
import { dayOf, firstCrossings, openCrossings, ruleOf, type AlertTask, type PathCrossing } from './pathCrossings.ts';

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
  const task = alertTask(base, choice);
  if (!task.ok) return task;
  if ('paths' in task.value) return ok([...soFar, ...alertsOnPaths(task.value.paths)]);
  const crossings = openCrossings(task.value)({ from: 0, until: Math.min(choice.paths, mostAlertPaths) });
  return ok([...soFar, ...alertsOnPaths(crossings.filter((each) => each !== null))]);
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

/** Each threshold that some path reaches, with how many do and by when half of these have. */
export function alertsOnPaths(paths: readonly (readonly PathCrossing[])[]): Alert[] {
  return pools.flatMap((pool) =>
    thresholds.flatMap((threshold): Alert[] => {
      const hits = paths.flatMap(
        (path) => path.find((each) => each.pool === pool && each.threshold === threshold) ?? [],
      );
      const [one] = hits;
      if (!one) return [];
      const { of, rule } = one;
      const days = Float64Array.from(hits, ({ day }) => day).sort();
      const reach = { reach: hits.length, of: paths.length };
      const used = (of * threshold) / 100;
      const date = nearestRank(days, 50);
      return [
        { id: `${pool}-${threshold}-forecast`, on: 'forecast', pool, threshold, rule, used, of, date, paths: reach },
      ];
    }),
  );
}

/** The task of the paths that alerts look at, or the paths themselves where nothing is uncertain: all are as expected. */
export function alertTask(
  base: ForecastBase,
  { seed, budget }: Pick<AlertChoice, 'seed' | 'budget'>,
): Result<AlertTask | { readonly paths: readonly PathCrossing[][] }, ForecastRefusal> {
  const from = knownUntil(base);
  if (base.random.length === 0) return ok({ paths: [firstCrossings(base.expected, budget, from)] });
  const task = forecastTask(base, { seed, by: 'engine' });
  return task.ok ? ok({ task: task.value, budget, from }) : task;
}
