import type { PathSteps } from '../base/jsonPath.ts';
import { formatDecimal, readDecimal } from '../base/decimal.ts';
import { add, divide, multiply, ratio, zeroRatio, type Ratio } from '../base/ratio.ts';
import { formatInstant } from '../calendar/instant.ts';
import { dayMs } from '../calendar/month.ts';
import type { CatalogMeter } from '../catalog/catalog.ts';
import { nearest } from './nearest.ts';
import { present, reportDuplicate, writtenIds, type Reading } from './reading.ts';
import type { ScenarioMeter, ScenarioRate } from './scenario.ts';
import type { MeterDocument, RateDocument } from './schema.ts';

/** The meters of a scenario, and the check of every mention of one. */
export interface MeterBook {
  readonly meters: readonly ScenarioMeter[];
  /** The meter, or null where it is unknown or has no rate. */
  get(id: string): ScenarioMeter | null;
  /** Reports a mention of a meter that `get` does not give. */
  report(id: string, path: PathSteps): void;
}

const one = ratio(1n);
/** A day before the first instant that a document can name: a published rate holds over the whole run. */
const beforeAll = -dayMs;

/** Merges the catalog's meters with the document's, whose given keys win. */
export function resolveMeters(reading: Reading): MeterBook {
  const { document, catalog, faults } = reading;
  const meters = new Map<string, ScenarioMeter>();
  for (const meter of catalog?.meters ?? []) meters.set(meter.id, publishedMeter(meter));
  const seen = new Map<string, PathSteps>();
  for (const [index, given] of present(document.meters)) {
    const path: PathSteps = ['meters', index];
    const first = seen.get(given.id);
    if (first) reportDuplicate(reading, 'meter', { id: given.id, path: [...path, 'id'], first });
    else {
      seen.set(given.id, path);
      const published = meters.get(given.id) ?? null;
      if (!published) reportMissing(reading, given, path);
      meters.set(given.id, mergeMeter(reading, given, published, path));
    }
  }
  return {
    meters: [...meters.values()].filter(({ rates }) => rates.length > 0),
    get(id) {
      const meter = meters.get(id);
      return meter && meter.rates.length > 0 ? meter : null;
    },
    report(id, path) {
      if (!meters.has(id)) reportUnknown(reading, id, path, meters.keys());
      else if (lacksRates(reading, id)) {
        const message = `The catalog ${catalog!.id} gives no rate of the meter ${id}: set its rates in meters.`;
        faults.add({ code: 'no-rates', path, message, expected: `a meter ${id} in meters with rates` });
      }
    },
  };
}

/** Whether a meter is the catalog's without a rate, and the document gives none; elsewhere the lack was reported. */
function lacksRates({ catalog, document }: Reading, id: string): boolean {
  const given = [...present(document.meters)].find(([, meter]) => meter.id === id)?.[1];
  return given?.rates === undefined && (catalog?.meters.some((meter) => meter.id === id) ?? false);
}

function publishedMeter({ id, unit, runs, rate }: CatalogMeter): ScenarioMeter {
  if (!rate) return { id, unit, runs, rates: [], path: null };
  const credits = readDecimal(rate.credits)!;
  const per = readDecimal(rate.per)!;
  return {
    id,
    unit,
    runs,
    path: null,
    rates: [
      {
        from: beforeAll,
        creditsPerUnit: divide(credits, per),
        minimum: readDecimal(rate.minimum ?? '0')!,
        plus: readDecimal(rate.plus ?? '0')!,
        text: rateText(credits, per, unit),
      },
    ],
  };
}

function mergeMeter(
  reading: Reading,
  given: MeterDocument,
  published: ScenarioMeter | null,
  path: PathSteps,
): ScenarioMeter {
  const unit = given.unit ?? published?.unit ?? '';
  const rates = given.rates ? readRates(reading, given.rates, { unit, path }) : (published?.rates ?? []);
  return { id: given.id, unit, runs: given.runs ?? published?.runs ?? 'hosted', rates, path };
}

function readRates(
  reading: Reading,
  given: readonly RateDocument[],
  { unit, path }: { readonly unit: string; readonly path: PathSteps },
): ScenarioRate[] {
  const { faults, document } = reading;
  if (given.length === 0) {
    faults.add({
      code: 'no-rates',
      path: [...path, 'rates'],
      message: 'A meter has at least one rate.',
      expected: 'a rate',
    });
  }
  const rates: ScenarioRate[] = [];
  const starts = new Set<number>();
  for (const [index, rate] of present(given)) {
    const at = [...path, 'rates', index];
    const from = reading.instantOf(rate.from);
    if (starts.has(from)) {
      const message = 'Two rates of one meter begin at the same time.';
      faults.add({
        code: 'duplicate-rate',
        path: [...at, 'from'],
        message,
        expected: 'one rate from a time',
        actual: rate.from,
      });
    }
    starts.add(from);
    const price = priceOf(reading, rate, at);
    if (!price) continue;
    const text = rate.credits
      ? rateText(rate.credits, rate.per, unit)
      : `${decimal(rate.providerPrice!)} ${document.currency ?? ''} per ${decimal(rate.per)} ${unit}` +
        `${rate.markup && rate.markup.num > 0n ? `, plus ${decimal(multiply(rate.markup, ratio(100n)))} %` : ''}` +
        `, at ${decimal(rate.creditPrice!)} ${document.currency ?? ''} a credit`;
    rates.push({ from, creditsPerUnit: divide(price, rate.per), minimum: rate.minimum, plus: rate.plus, text });
  }
  return rates.sort((a, b) => a.from - b.from);
}

/** Credits of `per` units, or null where the rate has no form of the rules. @rule R18 R19 */
function priceOf({ faults }: Reading, rate: RateDocument, path: PathSteps): Ratio | null {
  const { credits, providerPrice, creditPrice, markup } = rate;
  const byPrice = providerPrice !== undefined || creditPrice !== undefined || markup !== undefined;
  if (credits && !byPrice) return credits;
  if (!credits && providerPrice && creditPrice) {
    return divide(multiply(providerPrice, add(one, markup ?? zeroRatio)), creditPrice);
  }
  faults.add({
    code: 'rate-form',
    path,
    message: credits
      ? 'A rate gives either credits or prices, not both.'
      : 'A rate gives either credits, or both providerPrice and creditPrice.',
    expected: 'credits, or providerPrice and creditPrice',
  });
  return null;
}

function rateText(credits: Ratio, per: Ratio, unit: string): string {
  const count = decimal(credits);
  return `${count} credit${count === '1' ? '' : 's'} per ${decimal(per)} ${unit}`;
}

function decimal(value: Ratio): string {
  return formatDecimal(value) ?? `${value.num}/${value.den}`;
}

function reportMissing({ faults }: Reading, given: MeterDocument, path: PathSteps): void {
  for (const key of ['unit', 'runs', 'rates'] as const) {
    if (given[key] !== undefined) continue;
    faults.add({ code: 'missing-key', path: [...path, key], message: `The key ${key} is missing.`, expected: key });
  }
}

function reportUnknown(reading: Reading, id: string, path: PathSteps, known: Iterable<string>): void {
  if (reading.faults.isFull()) return reading.faults.add({ code: 'unknown-meter', path, message: '' });
  const written = writtenIds(reading, 'meters');
  if (written.has(id)) return;
  const ids = [...new Set([...known, ...written])];
  const suggestion = nearest(id, ids);
  reading.faults.add({
    code: 'unknown-meter',
    path,
    message: `There is no meter ${id}.`,
    expected: ids.length > 0 ? `one of ${ids.join(', ')}` : 'a meter in meters or a catalog',
    actual: id,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}

/** Reports usage before the first rate of its meter. @rule R18 */
export function reportUnrated(
  { faults }: Pick<Reading, 'faults'>,
  meter: ScenarioMeter,
  { at, path }: { readonly at: number; readonly path: PathSteps },
): void {
  faults.add({
    code: 'no-rate',
    path,
    message: `The meter ${meter.id} has no rate yet at this time.`,
    expected: `at or after ${formatInstant(meter.rates[0]!.from)}`,
    actual: formatInstant(at),
  });
}
