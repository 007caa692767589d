import { assert } from '../base/assert.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { err, ok, type Result } from '../base/result.ts';
import { calendarMonths, dayMs } from '../calendar/month.ts';
import type { Run, RunRefusal } from '../engine/outcome.ts';
import type { Program, UsageSource } from '../engine/program.ts';
import { runProgram } from '../engine/run.ts';
import { compileScenario } from '../scenario/compile.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { UsageFileRows } from '../scenario/usageFileRows.ts';
import { modelDays } from './modelDays.ts';
import type { PathTask, PlainProgram } from './pathTask.ts';
import { slotAt } from './pricing/pathTerms.ts';
import { termsOfRun } from './pricing/termsOfRun.ts';
import { sampledDemand } from './sampling/pathSampler.ts';
import { dayRange } from './sampling/dayRange.ts';
import { isUncertain, sampledModel, type SampledModel } from './sampling/sampledModel.ts';

/** What a forecast starts from: the expected run, and which of the scenario's models paths draw anew. */
export interface ForecastBase {
  readonly scenario: Scenario;
  /** The run on expected usage: what `simulate` shows. */
  readonly expected: Run;
  /** Indexes of the models that are random, in the order of the document. */
  readonly random: readonly number[];
  /** Warnings. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Why there is no forecast: faults of the scenario, a refused run, or a model whose days may be beyond what is exact. */
export type ForecastRefusal =
  | { readonly code: 'invalid-scenario'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly code: 'run-refused'; readonly refusals: readonly RunRefusal[] }
  | {
      /** A day of some path could ask for more than is counted exactly, or for less than nothing. */
      readonly code: 'demand-range' | 'negative-demand';
      /** Index of the model, and the credits that such a day asks for. */
      readonly model: number;
      readonly credits: number;
    };

/** The greatest demand of one model's day, in nanocredits, that is rounded exactly. */
const mostOfDay = 2 ** 52;

/** Compiles a scenario and runs it on its expected usage; models without noise or uncertain spikes stay as they are. */
export function forecastBase(
  scenario: Scenario,
  files: readonly UsageFileRows[],
): Result<ForecastBase, ForecastRefusal> {
  const { program, diagnostics } = compileScenario(scenario, files);
  if (!program) return err({ code: 'invalid-scenario', diagnostics });
  const expected = runProgram(program);
  if (!expected.ok) return err({ code: 'run-refused', refusals: expected.error });
  return ok(baseOfRun(scenario, expected.value, diagnostics));
}

/** What a forecast starts from where the expected run is there already. */
export function baseOfRun(scenario: Scenario, expected: Run, diagnostics: readonly Diagnostic[] = []): ForecastBase {
  const random = [...scenario.models.keys()].filter((index) => isUncertain(scenario.models[index]!));
  return { scenario, expected, random, diagnostics };
}

/** Which paths are meant, and how they are priced. */
export interface TaskChoice {
  readonly seed: number;
  /** Indexes of random models. Default: all of them. */
  readonly drawn?: readonly number[];
  /** More instants at which segments end: milliseconds UTC. */
  readonly cuts?: readonly number[];
  /** By terms where these hold, or by an engine run each, which tells more of a path. Default: by terms. */
  readonly by?: 'terms' | 'engine';
}

/**
 * The task of a forecast's paths. Of the random models only those of `drawn` are drawn anew, all others are as expected: for
 * what one model alone does to the spread. The streams of a model depend on the seed, its id and the path alone. Segments also
 * end at the `cuts`: instants at which somebody may want to do more.
 */
export function forecastTask(
  { scenario, expected, random }: ForecastBase,
  { seed, drawn = random, cuts = [], by = 'terms' }: TaskChoice,
): Result<PathTask, ForecastRefusal> {
  const isRandom = (source: UsageSource): boolean => source.kind === 'model' && drawn.includes(source.index);
  const terms = by === 'terms' ? termsOfRun(expected, { isRandom, cuts }) : err({ code: 'asked' } as const);
  const { program } = expected;
  const slotOfRow = (row: number): number => (terms.ok ? slotAt(terms.value, program.usage.at[row]!) : row);
  const models: SampledModel[] = [];
  const firstDay = Math.floor(program.zone.toLocal(program.start) / dayMs) * dayMs;
  for (const index of drawn) {
    const model = scenario.models[index]!;
    const days = modelDays(program, { model, index, firstDay, slotOfRow });
    const sampled = sampledModel(model, days, { seed, firstDay });
    const { least, greatest } = dayRange(sampled);
    if (least < 0) return err({ code: 'negative-demand', model: index, credits: least / 1e9 });
    if (!(greatest < mostOfDay)) return err({ code: 'demand-range', model: index, credits: greatest / 1e9 });
    models.push(sampled);
  }
  const fixed = terms.ok ? terms.value.fixed : fixedRows(program, isRandom);
  const months = calendarMonths({ from: program.start, until: program.end }, program.zone).length;
  return ok({
    demand: sampledDemand(seed, models, fixed),
    months,
    pricing: terms.ok
      ? { kind: 'compact', terms: terms.value }
      : { kind: 'engine', why: terms.error.code, program: plain(program) },
  });
}

/** One random model's own task. */
export interface DriverTask {
  /** Its id. */
  readonly model: string;
  readonly task: PathTask;
}

/**
 * For each random model the task on which it alone is drawn, its streams as in the whole forecast, and all others are as
 * expected. A forecast with one random model needs none: its driver's totals are the forecast's own.
 */
export function driverTasks(
  base: ForecastBase,
  { seed }: { readonly seed: number },
): Result<DriverTask[], ForecastRefusal> {
  const tasks: DriverTask[] = [];
  for (const index of base.random) {
    const task = forecastTask(base, { seed, drawn: [index] });
    if (!task.ok) return task;
    tasks.push({ model: base.scenario.models[index]!.id, task: task.value });
  }
  return ok(tasks);
}

/** Demand of the rows that are the same on every path; 0 in the others. */
function fixedRows({ usage, sources }: Program, isRandom: (source: UsageSource) => boolean): Float64Array {
  const random = sources.map(isRandom);
  return usage.demand.slice(0, usage.count).map((nanos, row) => (random[usage.source[row]!] ? 0 : nanos));
}

function plain({ zone, usage, ...program }: Program): PlainProgram {
  const { ids, ...columns } = usage;
  assert(ids.length === usage.count, 'every row has its identity');
  return { ...program, zone: zone.id, usage: columns };
}
