import { dayMs, daysInMonth } from '../calendar/month.ts';
import type { DemandModel, Spike } from './demandModel.ts';

/** Expected quantities of a model by local day. */
export interface ExpectedDays {
  /** Local midnights, as milliseconds as if UTC, ascending. */
  readonly days: Float64Array;
  readonly quantities: Float64Array;
}

/**
 * Expected quantity of every local day in `[from, until)`: level, growth by one multiplication a month since the model's
 * own start, weekday weight, spike factors, then what spikes add. Binary floating point from left to right, so that every
 * machine gets the same bits. `from` and `until` are local midnights inside the model's period.
 */
export function expectedDays(model: DemandModel, from: number, until: number): ExpectedDays {
  const count = Math.max(0, Math.round((until - from) / dayMs));
  const days = new Float64Array(count);
  const quantities = new Float64Array(count);
  const weights = model.weekdays;
  const mean = weights ? weights.reduce((sum, weight) => sum + weight, 0) / 7 : 1;
  const growth = 1 + model.growth;
  let month = -1;
  let base = 0;
  for (let row = 0; row < count; row++) {
    const day = from + row * dayMs;
    const date = new Date(day);
    if (month !== date.getUTCMonth()) {
      month = date.getUTCMonth();
      base = model.per === 'day' ? model.level : model.level / daysInMonth(day);
      for (let passed = monthsBetween(model.from, date); passed > 0; passed--) base *= growth;
    }
    let quantity = base;
    if (weights) quantity = (quantity * weights[(date.getUTCDay() + 6) % 7]!) / mean;
    days[row] = day;
    quantities[row] = model.spikes.length === 0 ? quantity : spiked(quantity, model.spikes, day);
  }
  return { days, quantities };
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
  let covering = 0;
  for (let length = least; length <= greatest; length++) {
    const earliest = Math.max(0, offset - length + 1);
    const latest = Math.min(window - 1, offset);
    covering += Math.max(0, latest - earliest + 1);
  }
  return covering / (window * (greatest - least + 1));
}
