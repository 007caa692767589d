import { err, ok, type Result } from '../base/result.ts';
import type { PathTask } from './pathTask.ts';

/** What a simulation may take: steps, each a day drawn or a slot or event priced, and bytes of what it keeps. */
export interface ForecastBudget {
  readonly steps: number;
  readonly bytes: number;
}

/** About two minutes of one core, and what a desktop has to spare. */
export const defaultBudget: ForecastBudget = { steps: 40_000_000_000, bytes: 1_000_000_000 };

/** A simulation that would exceed its budget. Both figures are in the unit of the code. */
export interface BudgetRefusal {
  readonly code: 'too-many-steps' | 'too-much-memory';
  readonly needed: number;
  readonly most: number;
}

/** An event that the engine itself draws takes about as long as this many slots priced by terms. */
const stepsPerEvent = 20;

/** What simulating that many paths takes. */
export function forecastCost({ demand, months, pricing }: PathTask, paths: number): ForecastBudget {
  const drawn = demand.models.reduce((sum, { base }) => sum + base.length, 0);
  const priced = demand.fixed.length * (pricing.kind === 'engine' ? stepsPerEvent : 1);
  // Columns of a path, once as pieces and once together, and a copy to be sorted.
  const kept = paths * (2 * (8 * (3 + 3 * months) + 1) + 8);
  return { steps: paths * (drawn + priced), bytes: kept + taskBytes(demand) };
}

/** Refuses a simulation before it starts where it would exceed its budget, with the figure. */
export function withinBudget(
  task: PathTask,
  paths: number,
  most: ForecastBudget = defaultBudget,
): Result<ForecastBudget, BudgetRefusal> {
  const cost = forecastCost(task, paths);
  if (cost.steps > most.steps) return err({ code: 'too-many-steps', needed: cost.steps, most: most.steps });
  if (cost.bytes > most.bytes) return err({ code: 'too-much-memory', needed: cost.bytes, most: most.bytes });
  return ok(cost);
}

/** The refusal in words. */
export function describeBudget({ code, needed, most }: BudgetRefusal): string {
  const figure = (amount: number): string =>
    code === 'too-many-steps' ? `${countText(amount)} steps` : `${countText(Math.ceil(amount / 1e6))} MB`;
  return `This simulation would take ${figure(needed)}; at most ${figure(most)} are allowed. Ask for fewer paths.`;
}

function countText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

function taskBytes({ models, fixed }: PathTask['demand']): number {
  const tables = new Set(models.flatMap(({ noise }) => (noise ? [noise.own] : [])));
  return fixed.byteLength + models.reduce((sum, { base }) => sum + 36 * base.length, 0) + tables.size * 262_144;
}
