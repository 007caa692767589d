import { dayMs, daysInMonth } from '../calendar/month.ts';
import type { DemandModel, Spike } from './demandModel.ts';

/** Expected quantities of a model by local day. */
export interface ExpectedDays {
  /** Local midnights, as milliseconds as if UTC, ascending. */
  readonly days: Float64Array;
  readonly quantities: Float64Array;
}

/** Expected quantities before what a path draws: a day's demand is (base × sampled spike factors + add) × noise factor. */
export interface ExpectedParts {
  readonly days: Float64Array;
  /** Level, ramp, growth, weekday, month, and the factors of certain spikes. */
  readonly base: Float64Array;
  /** What certain spikes add to each day, together. */
  readonly add: Float64Array;
}

/**
 * Expected quantity of every local day in `[from, until)`: level, growth by one multiplication a month since the model's
 * own start, weekday weight, month weight, spike factors, then what spikes add. With a ramp the day's own level is
 * multiplied by the growth of its month. Binary floating point from left to right, so that every machine gets the same
 * bits. `from` and `until` are local midnights inside the model's period.
 */
export function expectedDays(model: DemandModel, from: number, until: number): ExpectedDays {
  const { days, quantities } = plainDays(model, from, until);
  if (model.spikes.length > 0)
    for (let row = 0; row < days.length; row++) quantities[row] = spiked(quantities[row]!, model.spikes, days[row]!);
  return { days, quantities };
}

/** The parts of the expectation that paths of a forecast build on; uncertain spikes are left out of them. */
export function expectedParts(model: DemandModel, from: number, until: number): ExpectedParts {
  const { days, quantities: base } = plainDays(model, from, until);
  const add = new Float64Array(days.length);
  for (const spike of model.spikes) {
    if (spike.kind === 'uncertain') continue;
    for (let row = 0; row < days.length; row++) {
      if (!covers(spike, days[row]!)) continue;
      base[row]! *= spike.factor;
      add[row]! += spike.add;
    }
  }
  return { days, base, add };
}

/** Everything but spikes. */
function plainDays(model: DemandModel, from: number, until: number): ExpectedDays {
  const count = Math.max(0, Math.round((until - from) / dayMs));
  const days = new Float64Array(count);
  const quantities = new Float64Array(count);
  const { weekdays, months, ramp } = model;
  const weekMean = weekdays ? meanOf(weekdays) : 1;
  const yearMean = months ? meanOf(months) : 1;
  const growth = 1 + model.growth;
  let month = -1;
  let base = 0;
  let grown = 1;
  for (let row = 0; row < count; row++) {
    const day = from + row * dayMs;
    const date = new Date(day);
    if (month !== date.getUTCMonth()) {
      month = date.getUTCMonth();
      base = perDay(model, model.level, day);
      grown = 1;
      for (let passed = monthsBetween(model.from, date); passed > 0; passed--) {
        base *= growth;
        grown *= growth;
      }
    }
    if (ramp) base = perDay(model, rampedLevel(model, day), day) * grown;
    let quantity = base;
    if (weekdays) quantity = (quantity * weekdays[(date.getUTCDay() + 6) % 7]!) / weekMean;
    if (months) quantity = (quantity * months[month]!) / yearMean;
    days[row] = day;
    quantities[row] = quantity;
  }
  return { days, quantities };
}

function perDay({ per }: DemandModel, level: number, day: number): number {
  return per === 'day' ? level : level / daysInMonth(day);
}

function meanOf(weights: readonly number[]): number {
  return weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
}

/** The level of a day: in a straight line from the model's first day to the ramp's date, then what it reached. */
function rampedLevel({ level, from, ramp }: DemandModel, day: number): number {
  if (!ramp) return level;
  if (day >= ramp.by) return ramp.to;
  return level + ((ramp.to - level) * (day - from)) / (ramp.by - from);
}

function monthsBetween(from: number, date: Date): number {
  const first = new Date(from);
  return (date.getUTCFullYear() - first.getUTCFullYear()) * 12 + date.getUTCMonth() - first.getUTCMonth();
}

function spiked(quantity: number, spikes: readonly Spike[], day: number): number {
  let value = quantity;
  for (const spike of spikes) value *= factorOn(spike, day);
  for (const spike of spikes) if (spike.kind === 'certain' && covers(spike, day)) value += spike.add;
  return value;
}

function factorOn(spike: Spike, day: number): number {
  if (spike.kind === 'certain') return covers(spike, day) ? spike.factor : 1;
  const mean = (spike.factor.least + spike.factor.greatest) / 2;
  return 1 + spike.chance * coverChance(spike, day) * (mean - 1);
}

function covers(spike: { readonly from: number; readonly days: number }, day: number): boolean {
  return day >= spike.from && day < spike.from + spike.days * dayMs;
}

/** How likely an uncertain spike that happens covers a day: first day and length are uniform over whole days. */
export function coverChance(spike: Extract<Spike, { kind: 'uncertain' }>, day: number): number {
  const window = Math.round((spike.until - spike.from) / dayMs);
  const offset = Math.round((day - spike.from) / dayMs);
  const { least, greatest } = spike.days;
  const latest = Math.min(window - 1, offset);
  if (latest < 0) return 0;
  // Lengths that reach back to the window's end but not before its start, each with one first day more than the last; then
  // the longer ones, that any first day up to the latest reaches with.
  const shortest = Math.max(least, offset - latest + 1);
  const longest = Math.min(greatest, offset + 1);
  const reaching = Math.max(0, longest - shortest + 1);
  const growing = reaching * (latest - offset) + (reaching * (shortest + longest)) / 2;
  const covering = growing + Math.max(0, greatest - Math.max(least, offset + 2) + 1) * (latest + 1);
  return covering / (window * (greatest - least + 1));
}
