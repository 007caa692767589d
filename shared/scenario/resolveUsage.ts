import { decimalParts } from './decimalParts.ts';
import type { PathSteps } from '../base/jsonPath.ts';
import { formatLocalDate, parseLocalDate } from '../calendar/instant.ts';
import { isOutside, present, reportDuplicate, reportOutside, type Reading } from './reading.ts';
import { resolveModels } from './resolveModels.ts';
import { reportUnrated, type MeterBook } from './resolveMeters.ts';
import type { Scenario, ScenarioEvent } from './scenario.ts';
import type { EventDocument } from './schema.ts';

/** Checks everything under `usage` that can be checked without reading files. @rule R18 R22 R23 R25 */
export function resolveUsage(
  reading: Reading,
  meters: MeterBook,
): Pick<Scenario, 'events' | 'files' | 'models' | 'asOf'> {
  const usage = reading.document.usage;
  const asOf = usage?.asOf === undefined ? null : parseLocalDate(usage.asOf);
  const events: ScenarioEvent[] = [];
  const ids = new Map<string, number>();
  const knownUntil = asOf === null ? Infinity : reading.zone.toInstant(asOf);
  for (const [index, event] of present(usage?.events)) {
    const at = reading.instantOf(event.at);
    const path = (key: string): PathSteps => ['usage', 'events', index, key];
    if (isOutside(reading, at)) reportOutside(reading, at, path('at'));
    if (at >= knownUntil) reportAfterAsOf(reading, at, path('at'));
    if (event.id !== undefined) {
      const first = ids.get(event.id);
      if (first === undefined) ids.set(event.id, index);
      else reportTwice(reading, event.id, { path: path('id'), first });
    }
    const use = useOf(reading, event, { at, index, meters });
    if (use) events.push({ at, index, id: event.id ?? '', use, whole: event.whole, billable: event.billable });
  }
  return { events, asOf, files: resolveFiles(reading), models: resolveModels(reading, meters) };
}

function reportTwice(reading: Reading, id: string, { path, first }: { path: PathSteps; first: number }): void {
  reportDuplicate(reading, 'usage event', { id, path, first: ['usage', 'events', first, 'id'] });
}

function reportAfterAsOf({ faults, zone, document }: Reading, at: number, path: PathSteps): void {
  faults.add({
    code: 'after-as-of',
    path,
    message: 'Known usage ends before this: it lies on or after asOf.',
    expected: `before ${document.usage?.asOf}`,
    actual: formatLocalDate(at, zone),
  });
}

function useOf(
  reading: Reading,
  { meter, quantity, credits, calls }: EventDocument,
  { at, index, meters }: { readonly at: number; readonly index: number; readonly meters: MeterBook },
): ScenarioEvent['use'] | null {
  const path = (...keys: string[]): PathSteps => ['usage', 'events', index, ...keys];
  if (meter !== undefined) {
    const known = meters.get(meter);
    if (!known) meters.report(meter, path('meter'));
    else if (at < known.rates[0]!.from) reportUnrated(reading, known, { at, path: path('at') });
  }
  if (meter === undefined && quantity === undefined && credits !== undefined) {
    if (calls !== 1) {
      const message = 'Calls count only where a meter has a minimum or plus; here they are not used.';
      reading.faults.add({ code: 'unused-key', severity: 'warning', path: path('calls'), on: 'key', message });
    }
    return { meter: null, nanos: credits };
  }
  if (meter !== undefined && quantity !== undefined && credits === undefined) {
    if (decimalParts(quantity)) return { meter, quantity, calls };
    reading.faults.add({
      code: 'out-of-range',
      path: path('quantity'),
      message: 'This quantity has more digits than can be computed exactly.',
      expected: 'at most 9007199254740991, its decimals counted as digits',
    });
    return null;
  }
  reading.faults.add({
    code: 'usage-form',
    path: path(),
    message: 'A usage event gives either meter and quantity, or credits.',
    expected: 'meter and quantity, or credits',
  });
  return null;
}

function resolveFiles({ document, faults }: Reading): Scenario['files'] {
  const seen = new Set<string>();
  return [...present(document.usage?.files)].map(([index, { path, sha256 }]) => {
    if (seen.has(path)) {
      const message = 'This file is listed twice, so its usage counts twice.';
      faults.add({ code: 'duplicate-file', severity: 'warning', path: ['usage', 'files', index, 'path'], message });
    }
    seen.add(path);
    return { path, sha256: sha256 ?? null };
  });
}
