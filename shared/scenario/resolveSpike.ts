import type { PathSteps } from '../base/jsonPath.ts';
import { formatLocalDate, parseLocalDate } from '../calendar/instant.ts';
import { dayMs, type Period } from '../calendar/month.ts';
import { zoneOf } from '../calendar/zone.ts';
import type { Spike } from '../demand/demandModel.ts';
import type { ModelRange } from './amounts.ts';
import type { SpikeDocument } from './modelSchema.ts';
import type { Reading } from './reading.ts';
import { reportEmptyPeriod } from './emptyPeriod.ts';

/** Checks one spike; `days` are the local days that the horizon covers, NaN where it is faulty. Null: it was refused. */
export function resolveSpike(
  reading: Reading,
  given: SpikeDocument,
  { path, days }: { readonly path: PathSteps; readonly days: Period },
): Spike | null {
  const from = parseLocalDate(given.from)!;
  const spike = given.chance === undefined ? certain(reading, given, path) : uncertain(reading, given, path);
  if (!spike) return null;
  const last = spike.kind === 'certain' ? from + spike.days * dayMs : spike.until + (spike.days.greatest - 1) * dayMs;
  if (from >= days.until || last <= days.from) reportOutside(reading, spike, { path, days });
  else if (spike.kind === 'uncertain' && (spike.until > days.until || from < days.from)) {
    const message = 'Part of this window lies outside the horizon, so the spike is less likely in it than its chance.';
    reading.faults.add({
      code: 'window-beyond-horizon',
      severity: 'warning',
      path: [...path, spike.until > days.until ? 'until' : 'from'],
      message,
      expected: within(days),
    });
  }
  return spike;
}

function certain({ faults }: Reading, given: SpikeDocument, path: PathSteps): Spike | null {
  const { days, factor, add, until } = given;
  const refuse = (message: string, expected: string): null => {
    faults.add({ code: 'spike-form', path, message, expected });
    return null;
  };
  if (until !== undefined)
    return refuse('Only a spike with a chance has a window for its first day.', 'chance with until');
  if (days.uncertain || factor?.uncertain)
    return refuse('Only a spike with a chance has ranges.', 'one number of days, one factor');
  if (!factor && add === undefined) return refuse('A spike has a factor, something added, or both.', 'factor or add');
  const from = parseLocalDate(given.from)!;
  return { kind: 'certain', from, days: days.least, factor: factor?.least ?? 1, add: add ?? 0 };
}

function uncertain(reading: Reading, given: SpikeDocument, path: PathSteps): Spike | null {
  const { days, factor, add } = given;
  const from = parseLocalDate(given.from)!;
  const until = given.until === undefined ? null : parseLocalDate(given.until);
  const chance = given.chance!;
  if (until === null || !factor || add !== undefined) {
    const message = 'A spike with a chance has a window from … until for its first day, days, and a factor.';
    reading.faults.add({ code: 'spike-form', path, message, expected: 'from, until, days and factor' });
    return null;
  }
  if (until <= from) {
    reportEmptyPeriod(reading, path);
    return null;
  }
  return { kind: 'uncertain', from, until, chance, days: bounds(days), factor: bounds(factor) };
}

function bounds({ least, greatest }: ModelRange) {
  return { least, greatest };
}

/** A spike that never meets the horizon: one with a window cannot happen, one that is certain has no effect. */
function reportOutside(
  { faults }: Reading,
  spike: Spike,
  { path, days }: { readonly path: PathSteps; readonly days: Period },
): void {
  const at = { path: [...path, 'from'], expected: within(days), actual: dateText(spike.from) };
  if (spike.kind === 'uncertain')
    faults.add({ code: 'window-outside-horizon', message: 'This window lies outside the horizon.', ...at });
  else {
    const message = 'This spike lies outside the horizon and has no effect.';
    faults.add({ code: 'spike-outside-horizon', severity: 'warning', message, ...at });
  }
}

function within({ from, until }: Period): string {
  return `from ${dateText(from)} to before ${dateText(until)}`;
}

function dateText(local: number): string {
  return formatLocalDate(local, zoneOf('UTC')!);
}
