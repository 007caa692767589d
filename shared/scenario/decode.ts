import type { Diagnostic } from '../base/diagnostic.ts';
import { defaultJsonLimits, readJsonText, type JsonText } from '../base/jsonText.ts';
import { zoneOf } from '../calendar/zone.ts';
import { catalogOf } from '../catalog/catalogs.ts';
import { decoderOf, refused } from './decodeNode.ts';
import { faultList, type FaultList } from './faultList.ts';
import { warnNearLimit } from './nearLimit.ts';
import { type PartialDocument, type Reading } from './reading.ts';
import { resolveMeters } from './resolveMeters.ts';
import { resolveOpening } from './resolveOpening.ts';
import { resolvePlans } from './resolvePlans.ts';
import { resolveTimeline } from './resolveTimeline.ts';
import { resolveUsage } from './resolveUsage.ts';
import type { Scenario } from './scenario.ts';
import { timeReader } from './timeReader.ts';
import { scenarioSchema, type ScenarioDocument } from './schema.ts';

/** What a scenario's text came to. Warnings come with a scenario, errors with none. */
export interface DecodedScenario {
  readonly scenario: Scenario | null;
  readonly diagnostics: readonly Diagnostic[];
}

const decodeDocument = decoderOf(scenarioSchema);

/**
 * Reads a scenario document: strict JSON, the schema, and every rule that can be checked without running it or reading
 * its usage files. Reports all faults at once, each with JSON path, line and column. Never throws on any text.
 */
export function decodeScenario(text: string): DecodedScenario {
  const json = readJsonText(text);
  const faults = faultList(json);
  faults.diagnostics.push(...json.faults);
  if (!json.root || json.broken) return { scenario: null, diagnostics: json.faults };
  const advice = 'Move usage from events into files, or split the scenario.';
  const { length, values } = defaultJsonLimits;
  warnNearLimit(faults, { path: [], count: text.length, limit: length, of: 'characters of text', advice });
  warnNearLimit(faults, { path: [], count: json.values, limit: values, of: 'values', advice });
  const document = decodeDocument(json.root, faults);
  if (document === refused) return { scenario: null, diagnostics: faults.diagnostics };
  const scenario = resolve(readingOf(document, json, faults));
  const good = json.faults.length === 0 && !faults.hasErrors();
  return { scenario: good ? scenario : null, diagnostics: inPlace(faults.diagnostics) };
}

/** In the order of the text; what has no place comes last. */
function inPlace(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const offset = ({ place }: Diagnostic): number => place?.offset ?? Number.MAX_SAFE_INTEGER;
  return [...diagnostics].sort((a, b) => offset(a) - offset(b));
}

function readingOf(document: PartialDocument, json: JsonText, faults: FaultList): Reading {
  const zone = document.timeZone ?? zoneOf('UTC')!;
  const readTime = timeReader(zone);
  const instantOf = (text: string): number => readTime(text) ?? NaN;
  const { horizon } = document;
  let start = horizon ? instantOf(horizon.start) : NaN;
  let end = horizon ? instantOf(horizon.end) : NaN;
  if (end <= start) {
    const message = 'The horizon ends before it begins.';
    faults.add({ code: 'empty-horizon', path: ['horizon', 'end'], message, expected: `after ${horizon!.start}` });
    start = end = NaN;
  }
  const catalog = document.catalog === undefined ? null : catalogOf(document.catalog);
  const reading = { document, json, faults, zone, catalog, start, end, instantOf };
  reportNoBook(reading);
  return reading;
}

/** Plans and meters may be left out only where a catalog gives them. */
function reportNoBook({ document, json, faults }: Reading): void {
  const written = json.root?.kind === 'object' ? json.root.members.map(({ key }) => key) : [];
  if (written.includes('catalog')) return;
  for (const key of ['plans', 'meters'] as const) {
    if (document[key] !== undefined || written.includes(key)) continue;
    const message = `The key ${key} is missing; it may be left out only with a catalog.`;
    faults.add({ code: 'missing-key', path: [key], message, expected: `${key}, or catalog` });
  }
}

function resolve(reading: Reading): Scenario {
  const { document, json, zone, start, end, catalog } = reading;
  const plans = resolvePlans(reading);
  const meters = resolveMeters(reading);
  const { opening, lots } = resolveOpening(reading, plans);
  const timeline = resolveTimeline(reading, plans, lots);
  const usage = resolveUsage(reading, meters);
  return {
    name: document.name ?? '',
    currency: document.currency ?? '',
    zone,
    start,
    end,
    includedCycle: document.policy?.includedCycle ?? 'anniversary',
    flexCycle: document.policy?.flexCycle ?? 'anniversary',
    catalog,
    plans: plans.plans,
    meters: meters.meters,
    timeline,
    ...usage,
    opening,
    document: document as ScenarioDocument,
    json,
  };
}
