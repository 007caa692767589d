import { formatInstant, formatLocalDate } from '../calendar/instant.ts';
import { dayMs, type Period } from '../calendar/month.ts';
import type { Zone } from '../calendar/zone.ts';
import { assert } from '../base/assert.ts';
import { maximumNanos } from '../base/credits.ts';
import type { PathSteps } from '../base/jsonPath.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { DemandModel } from '../demand/demandModel.ts';
import { expectedDays } from '../demand/expected.ts';
import { roundToMillionths } from '../demand/millionths.ts';
import { usageFlag, type UsageColumns, type UsageSource } from '../engine/program.ts';
import { decimalParts } from './decimalParts.ts';
import type { FaultList } from './faultList.ts';
import { nearest } from './nearest.ts';
import { warnNearLimit } from './nearLimit.ts';
import { nanosOf, ratePrice, type RatePrice } from './rateDemand.ts';
import type { Scenario, ScenarioMeter } from './scenario.ts';
import { UsageBuilder } from './usageBuilder.ts';
import type { UsageFileRows } from './usageFileRows.ts';

/** A meter with its rates ready for use. */
interface PricedMeter {
  readonly index: number;
  readonly meter: ScenarioMeter;
  readonly prices: readonly RatePrice[];
}

/** Usage events of all sources together: what a run can hold in memory. */
const mostRows = 10_000_000;

interface Compiling {
  readonly scenario: Scenario;
  readonly faults: FaultList;
  readonly meters: ReadonlyMap<string, PricedMeter>;
  readonly rows: UsageBuilder;
  readonly calendar: (day: number) => ModelDay;
}

/** A local day as all models share it: its noon (NaN where the zone skips the day) and its date. */
interface ModelDay {
  readonly at: number;
  readonly date: string;
}

/** How many usage events a scenario has at most, with the rows of its files: what its run has to go through. */
export function usageCount(scenario: Scenario, files: readonly UsageFileRows[]): number {
  const days = scenario.models.map((model) => periodOf(scenario, model));
  return (
    scenario.events.length +
    files.reduce((sum, { count }) => sum + count, 0) +
    days.reduce((sum, { from, until }) => sum + Math.max(0, until - from) / dayMs, 0)
  );
}

/** Usage in time order with its demand, and where it came from; faults go into the list. @rule R3 R18 R22 R25 */
export function compileUsage(
  scenario: Scenario,
  files: readonly UsageFileRows[],
  faults: FaultList,
): { readonly usage: UsageColumns; readonly sources: readonly UsageSource[] } {
  assert(files.length === scenario.files.length, 'every usage file of the scenario was read');
  const periods = scenario.models.map((model) => periodOf(scenario, model));
  const capacity = usageCount(scenario, files);
  warnNearLimit(faults, {
    path: ['usage'],
    count: capacity,
    limit: mostRows,
    of: 'usage events',
    advice: 'Split the horizon, or sum usage up by the hour.',
  });
  if (capacity > mostRows) {
    const expected = `at most ${mostRows} usage events`;
    faults.add({
      code: 'too-many-rows',
      path: ['usage'],
      message: `There is too much usage.`,
      expected,
      actual: `${capacity}`,
    });
    return { usage: new UsageBuilder(0).columns(), sources: [] };
  }
  const expected = scenario.models.map((model, index) =>
    expectedDays(model, periods[index]!.from, periods[index]!.until),
  );
  const rows = new UsageBuilder(capacity);
  const compiling = { scenario, faults, meters: priceMeters(scenario), rows, calendar: dayCalendar(scenario.zone) };
  addEvents(compiling);
  files.forEach((file, index) => addFile(compiling, file, 1 + index));
  scenario.models.forEach((model, index) =>
    addModel(compiling, model, { index, source: 1 + files.length + index, ...expected[index]! }),
  );
  const sources: UsageSource[] = [
    { kind: 'events' },
    ...files.map(({ path }, index) => ({ kind: 'file' as const, index, path })),
    ...scenario.models.map(({ id }, index) => ({ kind: 'model' as const, index, id })),
  ];
  return { usage: compiling.rows.columns(), sources };
}

function priceMeters({ meters }: Scenario): Map<string, PricedMeter> {
  return new Map(meters.map((meter, index) => [meter.id, { index, meter, prices: meter.rates.map(ratePrice) }]));
}

/** The rate in force: the newest whose `from` is not after the event; null before the first. @rule R18 */
function priceAt({ meter: { rates }, prices }: PricedMeter, at: number): RatePrice | null {
  let low = -1;
  let high = rates.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (rates[middle]!.from <= at) low = middle;
    else high = middle - 1;
  }
  return prices[low] ?? null;
}

function addEvents(compiling: Compiling): void {
  const { scenario, rows, faults } = compiling;
  for (const { at, index, id, use, whole, billable } of scenario.events) {
    const row = rows.count++;
    rows.at[row] = at;
    rows.ids[row] = id;
    rows.flags[row] = (whole ? usageFlag.whole : 0) | (billable ? 0 : usageFlag.free);
    rows.position[row] = index;
    rows.calls[row] = 1;
    rows.meter[row] = -1;
    let demand: number;
    if (use.meter === null) demand = use.nanos;
    else {
      const priced = compiling.meters.get(use.meter)!;
      const { mantissa, scale } = decimalParts(use.quantity)!;
      rows.meter[row] = priced.index;
      rows.quantity[row] = mantissa;
      rows.quantityScale[row] = scale;
      rows.calls[row] = use.calls;
      demand = nanosOf(priceAt(priced, at)!, mantissa, scale, use.calls);
      if (Number.isNaN(demand)) faults.add(tooMuch(['usage', 'events', index, 'quantity']));
    }
    rows.demand[row] = billable ? demand : 0;
  }
}

function addFile(compiling: Compiling, file: UsageFileRows, source: number): void {
  const { rows, faults } = compiling;
  const { start, end, asOf, zone } = compiling.scenario;
  const path: PathSteps = ['usage', 'files', source - 1];
  const knownUntil = asOf === null ? Infinity : zone.toInstant(asOf);
  const report = (line: number, fault: Omit<Diagnostic, 'severity' | 'path' | 'place'>): void =>
    faults.add({ ...fault, path, file: file.path, line });
  const meters = file.meterIds.map((id) => compiling.meters.get(id) ?? null);
  const unknown = new Set<number>();
  for (let index = 0; index < file.count; index++) {
    const at = file.at[index]!;
    const line = file.line[index]!;
    if (at < start || at >= end) report(line, outside(compiling.scenario, at));
    else if (at >= knownUntil) {
      const message = 'Known usage ends before this: it lies on or after asOf.';
      report(line, { code: 'after-as-of', message, expected: `before ${formatLocalDate(knownUntil, zone)}` });
    }
    const row = rows.count++;
    rows.at[row] = at;
    rows.ids[row] = file.ids[index]!;
    rows.flags[row] = file.flags[index]!;
    rows.source[row] = source;
    rows.position[row] = line;
    rows.calls[row] = file.calls[index]!;
    const mantissa = file.mantissa[index]!;
    const named = file.meter[index]!;
    let demand = mantissa;
    if (named < 0) rows.meter[row] = -1;
    else {
      const priced = meters[named]!;
      if (!priced) {
        if (!unknown.has(named)) report(line, unknownMeter(compiling.scenario, file.meterIds[named]!));
        unknown.add(named);
        continue;
      }
      const scale = file.scale[index]!;
      rows.meter[row] = priced.index;
      rows.quantity[row] = mantissa;
      rows.quantityScale[row] = scale;
      const price = priceAt(priced, at);
      demand = price ? nanosOf(price, mantissa, scale, file.calls[index]!) : 0;
      if (!price) report(line, noRate(priced.meter, at));
      else if (Number.isNaN(demand)) report(line, tooMuch(path));
    }
    rows.demand[row] = (file.flags[index]! & usageFlag.free) === 0 ? demand : 0;
  }
}

/** Local days of a model that can count: from asOf on, and near the horizon. */
function periodOf({ start, end, zone, asOf }: Scenario, model: DemandModel): Period {
  const first = Math.floor(zone.toLocal(start) / dayMs) * dayMs - dayMs;
  const last = Math.floor(zone.toLocal(end) / dayMs) * dayMs + 2 * dayMs;
  return { from: Math.max(model.from, first, asOf ?? -Infinity), until: Math.min(model.until, last) };
}

/** Noon and date of local days, each made once. A zone that crosses the date line has no such day: its noon is NaN. */
function dayCalendar(zone: Zone): (day: number) => ModelDay {
  const days = new Map<number, ModelDay>();
  return (day) => {
    let known = days.get(day);
    if (!known) {
      const noon = zone.toInstant(day + dayMs / 2);
      const skipped = Math.floor(zone.toLocal(noon) / dayMs) * dayMs !== day;
      known = { at: skipped ? NaN : noon, date: new Date(day).toISOString().slice(0, 10) };
      days.set(day, known);
    }
    return known;
  };
}

interface ModelDays {
  readonly index: number;
  readonly source: number;
  readonly days: Float64Array;
  readonly quantities: Float64Array;
}

function addModel(compiling: Compiling, model: DemandModel, { index, source, days, quantities }: ModelDays): void {
  const { rows, faults, scenario, calendar } = compiling;
  const path: PathSteps = ['usage', 'models', index];
  const priced = model.meter === null ? null : compiling.meters.get(model.meter)!;
  for (let n = 0; n < days.length; n++) {
    const day = days[n]!;
    const { at, date } = calendar(day);
    if (!(at >= scenario.start && at < scenario.end)) continue;
    const quantity = quantities[n]!;
    if (!(quantity >= 0)) {
      const message = `The expected quantity of ${date} is below 0.`;
      faults.add({
        code: 'negative-demand',
        path,
        message,
        expected: 'a quantity of at least 0',
        actual: `${quantity}`,
      });
      return;
    }
    const millionths = roundToMillionths(quantity);
    const price = priced && priceAt(priced, at);
    const demand =
      millionths > maximumNanos ? NaN : !priced ? millionths * 1000 : price ? nanosOf(price, millionths, 6, 0) : 0;
    if (priced && !price) {
      faults.add({ ...noRate(priced.meter, at), path });
      return;
    }
    if (!(demand <= maximumNanos)) {
      faults.add(tooMuch(path));
      return;
    }
    const row = rows.count++;
    rows.at[row] = at;
    rows.ids[row] = `${model.id}/${date}`;
    rows.source[row] = source;
    rows.position[row] = day / dayMs;
    rows.calls[row] = 1;
    rows.meter[row] = priced ? priced.index : -1;
    rows.quantity[row] = priced ? millionths : 0;
    rows.quantityScale[row] = priced ? 6 : 0;
    rows.demand[row] = demand;
  }
}

function outside({ start, end }: Scenario, at: number) {
  return {
    code: 'outside-horizon',
    message: `This lies ${at < start ? 'before' : 'after'} the horizon.`,
    expected: `from ${formatInstant(start)} to before ${formatInstant(end)}`,
    actual: formatInstant(at),
  };
}

function unknownMeter({ meters }: Scenario, id: string) {
  const ids = meters.map((meter) => meter.id);
  const suggestion = nearest(id, ids);
  return {
    code: 'unknown-meter',
    message: `There is no meter ${id}.`,
    expected: ids.length > 0 ? `one of ${ids.join(', ')}` : 'a meter in meters or a catalog',
    actual: id,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

function noRate(meter: ScenarioMeter, at: number) {
  return {
    code: 'no-rate',
    message: `The meter ${meter.id} has no rate yet at this time.`,
    expected: `at or after ${formatInstant(meter.rates[0]!.from)}`,
    actual: formatInstant(at),
  };
}

function tooMuch(path: PathSteps) {
  return {
    code: 'demand-range',
    path,
    message: 'This demand is beyond what can be computed exactly.',
    expected: 'below 9007199.254740992 credits and 9007199254.740992 units a day',
  };
}
