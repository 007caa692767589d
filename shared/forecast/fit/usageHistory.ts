import { dayMs } from '../../calendar/month.ts';
import { usageFlag } from '../../engine/program.ts';
import { nanosOf, ratePrice, type RatePrice } from '../../scenario/rateDemand.ts';
import type { Scenario, ScenarioMeter } from '../../scenario/scenario.ts';
import type { UsageFileRows } from '../../scenario/usageFileRows.ts';
import type { DailyHistory } from './dailyHistory.ts';

/** Which usage is summed by day. */
export interface UsageWanted {
  /** A meter's id: quantities in its unit. Null: all usage, in credits at the scenario's rates. */
  readonly meter: string | null;
  readonly files: readonly UsageFileRows[];
  /** Whether the events that the scenario lists count too. */
  readonly events: boolean;
}

/** Usage by local day as it stands in events and files. */
export interface UsageHistory {
  /** From the first day with such usage to the last day of any usage; null where there is none. */
  readonly history: DailyHistory | null;
  /** Rows that were summed. */
  readonly rows: number;
  /** Rows without a rate in force, left out of a sum in credits. */
  readonly unrated: number;
}

const mostDays = 50_000;

/**
 * Sums billable usage by local day of the scenario's zone; days without any are 0. Sums are binary floating point: this is
 * demand to learn from, not an amount.
 */
export function usageHistory(scenario: Scenario, wanted: UsageWanted): UsageHistory {
  const sums = new Map<number, number>();
  let [rows, unrated, end] = [0, 0, -Infinity];
  for (const { at, quantity } of usageRows(scenario, wanted)) {
    const day = Math.floor(scenario.zone.toLocal(at) / dayMs) * dayMs;
    end = Math.max(end, day + dayMs);
    if (quantity === null) continue;
    if (Number.isNaN(quantity)) unrated += 1;
    else {
      rows += 1;
      sums.set(day, (sums.get(day) ?? 0) + quantity);
    }
  }
  if (sums.size === 0) return { history: null, rows, unrated };
  const last = wanted.events ? Math.max(end, scenario.asOf ?? end) : end;
  const from = [...sums.keys()].reduce((least, day) => Math.min(least, day));
  const quantities = new Float64Array(Math.min(mostDays, Math.round((last - from) / dayMs)));
  for (const [day, sum] of sums) quantities[Math.round((day - from) / dayMs)] = sum;
  return { history: { from, quantities }, rows, unrated };
}

/** The meters that usage is recorded on, those of files first. */
export function usedMeters(scenario: Scenario, files: readonly UsageFileRows[]): string[] {
  const listed = scenario.events.flatMap(({ use }) => (use.meter === null ? [] : [use.meter]));
  return [...new Set([...files.flatMap(({ meterIds }) => meterIds), ...listed])];
}

/** A row's time and what it adds: null where it is of another meter, NaN where it has no rate. */
interface UsageRow {
  readonly at: number;
  readonly quantity: number | null;
}

function* usageRows(scenario: Scenario, { meter, files, events }: UsageWanted): Generator<UsageRow> {
  const prices = new Map(scenario.meters.map((each) => [each.id, ratedMeter(each)]));
  for (const file of files) {
    for (let row = 0; row < file.count; row++) {
      if ((file.flags[row]! & usageFlag.free) !== 0) continue;
      const at = file.at[row]!;
      const [mantissa, scale, calls] = [file.mantissa[row]!, file.scale[row]!, file.calls[row]!];
      const named = file.meter[row]! < 0 ? null : file.meterIds[file.meter[row]!]!;
      if (meter !== null) yield { at, quantity: named === meter ? mantissa / 10 ** scale : null };
      else if (named === null) yield { at, quantity: mantissa / 1e9 };
      else yield { at, quantity: creditsAt(prices.get(named), at, [mantissa, scale, calls]) };
    }
  }
  if (events) yield* eventRows(scenario, meter, prices);
}

function* eventRows(
  { events }: Scenario,
  meter: string | null,
  prices: ReadonlyMap<string, RatedMeter>,
): Generator<UsageRow> {
  for (const { at, use, billable } of events) {
    if (!billable) continue;
    if (use.meter === null) yield { at, quantity: meter === null ? use.nanos / 1e9 : null };
    else {
      const quantity = Number(use.quantity.num) / Number(use.quantity.den);
      if (meter !== null) yield { at, quantity: use.meter === meter ? quantity : null };
      else yield { at, quantity: creditsAt(prices.get(use.meter), at, [Math.round(quantity * 1e6), 6, use.calls]) };
    }
  }
}

type RatedMeter = readonly { readonly from: number; readonly price: RatePrice }[];

function ratedMeter({ rates }: ScenarioMeter): RatedMeter {
  return rates.map((rate) => ({ from: rate.from, price: ratePrice(rate) }));
}

/** Credits by the newest rate that is not after the row; NaN where there is none. @rule R18 */
function creditsAt(
  rates: RatedMeter | undefined,
  at: number,
  [mantissa, scale, calls]: readonly [number, number, number],
): number {
  const rate = rates?.findLast(({ from }) => from <= at);
  return rate ? nanosOf(rate.price, mantissa, scale, calls) / 1e9 : NaN;
}
