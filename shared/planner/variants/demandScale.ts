import { maximumNanos } from '../../base/credits.ts';
import { dayMs, monthStart } from '../../calendar/month.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { Program } from '../../engine/program.ts';
import { forecastTask, type ForecastBase, type ForecastRefusal } from '../../forecast/prepareForecast.ts';
import type { PathTask } from '../../forecast/pathTask.ts';
import { dayRange } from '../../forecast/sampling/dayRange.ts';
import type { SampledModel } from '../../forecast/sampling/sampledModel.ts';
import { sampledDemand } from '../../forecast/sampling/pathSampler.ts';

/** Usage in credits × factor × (1 + growth)^m, m the local calendar months since the horizon's first. */
export interface DemandScale {
  readonly factor: number;
  readonly growth: number;
  /** Id of the one model or meter that is meant; null: all usage. */
  readonly of: string | null;
}

/** The greatest demand of one model's day, in nanocredits, that is rounded exactly. */
const mostOfDay = 2 ** 52;

/** Whether nothing is changed. */
export function isUnscaled(scales: readonly DemandScale[]): boolean {
  return scales.every(({ factor, growth }) => factor === 1 && growth === 0);
}

/**
 * A program whose usage is scaled: each event's nanocredits, as rated, times its factor, rounded half-even once. Binary
 * floating point, for this is demand and not an amount. Null where an event would ask for more than is counted exactly.
 */
export function scaleProgram(program: Program, scales: readonly DemandScale[]): Program | null {
  if (isUnscaled(scales)) return program;
  const { usage, sources, meters } = program;
  const tables = new Map<number, Float64Array>();
  const tableOf = (source: number, meter: number): Float64Array => {
    const key = source * 65_536 + meter + 1;
    const named = sources[source];
    const ids = [named?.kind === 'model' ? named.id : null, meters[meter]?.id ?? null];
    if (!tables.has(key))
      tables.set(
        key,
        monthFactors(
          program,
          scales.filter(({ of }) => of === null || ids.includes(of)),
        ),
      );
    return tables.get(key)!;
  };
  const demand = usage.demand.slice();
  const monthOf = monthsFrom(program);
  for (let row = 0; row < usage.count; row++) {
    const factor = tableOf(usage.source[row]!, usage.meter[row]!)[monthOf(usage.at[row]!)]!;
    const nanos = halfEven(demand[row]! * factor);
    if (!(nanos <= maximumNanos)) return null;
    demand[row] = nanos;
  }
  return { ...program, usage: { ...usage, demand } };
}

/** The task of a variant's paths: the streams of `forecastTask`, and the days of each model scaled. */
export function scaledTask(
  base: ForecastBase,
  { seed, scales }: { readonly seed: number; readonly scales: readonly DemandScale[] },
): Result<PathTask, ForecastRefusal> {
  const task = forecastTask(base, { seed });
  if (!task.ok || isUnscaled(scales)) return task;
  const { program } = base.expected;
  const models: SampledModel[] = [];
  for (const [place, model] of task.value.demand.models.entries()) {
    const index = base.random[place]!;
    const ids = [model.id, base.scenario.models[index]!.meter];
    const scaled = scaleModel(
      model,
      dayFactors(
        program,
        monthFactors(
          program,
          scales.filter(({ of }) => of === null || ids.includes(of)),
        ),
        model.base.length,
      ),
    );
    const { greatest } = dayRange(scaled);
    if (!(greatest < mostOfDay)) return err({ code: 'demand-range', model: index, credits: greatest / 1e9 });
    models.push(scaled);
  }
  return ok({ ...task.value, demand: sampledDemand(seed, models, task.value.demand.fixed) });
}

function scaleModel(model: SampledModel, factors: Float64Array): SampledModel {
  const times = (nanos: number, row: number): number => nanos * factors[row]!;
  return { ...model, base: model.base.map(times), add: model.add?.map(times) ?? null };
}

/** The factor of each month from the horizon's first, by repeated multiplication. */
function monthFactors({ zone, start, end }: Program, scales: readonly DemandScale[]): Float64Array {
  const first = new Date(zone.toLocal(start));
  const last = new Date(zone.toLocal(end));
  const months = (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth() + 1;
  const factors = new Float64Array(months).fill(1);
  for (const { factor, growth } of scales) {
    let grown = factor;
    for (let month = 0; month < months; month++) {
      factors[month]! *= grown;
      grown *= 1 + growth;
    }
  }
  return factors;
}

/** Local months since the horizon's first, of instants that ascend or not. */
function monthsFrom({ zone, start }: Program): (at: number) => number {
  const first = new Date(zone.toLocal(start));
  const before = first.getUTCFullYear() * 12 + first.getUTCMonth();
  let known = { from: Infinity, until: -Infinity, month: 0 };
  return (at) => {
    const local = zone.toLocal(at);
    if (local >= known.from && local < known.until) return known.month;
    const date = new Date(local);
    const month = date.getUTCFullYear() * 12 + date.getUTCMonth() - before;
    known = { from: monthStart(local), until: monthStart(local, 1), month };
    return month;
  };
}

/** The factor of each local day from the horizon's first. */
function dayFactors({ zone, start }: Program, months: Float64Array, days: number): Float64Array {
  const firstDay = Math.floor(zone.toLocal(start) / dayMs) * dayMs;
  const first = new Date(firstDay);
  return Float64Array.from({ length: days }, (_, row) => {
    const day = new Date(firstDay + row * dayMs);
    const month = (day.getUTCFullYear() - first.getUTCFullYear()) * 12 + day.getUTCMonth() - first.getUTCMonth();
    return months[Math.min(month, months.length - 1)]!;
  });
}

function halfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return rest < 0.5 ? floor : floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}
