import type { PathSteps } from '../base/jsonPath.ts';
import { parseLocalDate } from '../calendar/instant.ts';
import { dayMs, type Period } from '../calendar/month.ts';
import type { DemandModel, Noise, Spike } from '../demand/demandModel.ts';
import { reportEmptyPeriod } from './emptyPeriod.ts';
import type { ModelDocument } from './modelSchema.ts';
import { present, reportDuplicate, type Reading } from './reading.ts';
import type { MeterBook } from './resolveMeters.ts';
import { resolveSpike } from './resolveSpike.ts';

/** Checks the demand models and fills in their defaults. */
export function resolveModels(reading: Reading, meters: MeterBook): DemandModel[] {
  const seen = new Map<string, PathSteps>();
  const models: DemandModel[] = [];
  for (const [index, model] of present(reading.document.usage?.models)) {
    const path: PathSteps = ['usage', 'models', index];
    const first = seen.get(model.id);
    if (first) reportDuplicate(reading, 'demand model', { id: model.id, path: [...path, 'id'], first });
    seen.set(model.id, path);
    if ((model.meter === undefined) === (model.credits === undefined)) {
      const message = 'A demand model is measured either on a meter or in credits.';
      reading.faults.add({ code: 'usage-form', path, message, expected: 'meter, or credits: true' });
    }
    if (model.meter !== undefined && !meters.get(model.meter)) meters.report(model.meter, [...path, 'meter']);
    models.push(modelOf(reading, model, path));
  }
  return models;
}

function modelOf(reading: Reading, model: ModelDocument, path: PathSteps): DemandModel {
  const days = horizonDays(reading);
  const from = dateOf(model.from) ?? days.from;
  const until = dateOf(model.until) ?? days.until;
  const stated = model.until === undefined ? 'from' : model.from === undefined ? 'until' : 'both';
  if (until <= from) reportEmptyPeriod(reading, path, stated);
  else reportUnused(reading, { from, until }, { path, days });
  const spikes: Spike[] = [];
  for (const [index, given] of present(model.spikes)) {
    const spike = resolveSpike(reading, given, { path: [...path, 'spikes', index], days });
    if (spike) spikes.push(spike);
  }
  const { id, level, per, growth = 0, weekdays = null, months = null, noise = null } = model;
  const ramp = model.ramp ? { to: model.ramp.to, by: parseLocalDate(model.ramp.by)! } : null;
  const meter = model.meter ?? null;
  const resolved = { id, meter, from, until, level, per, ramp, growth, weekdays, months, spikes, noise };
  reportImpossible(reading, resolved, path);
  return resolved;
}

/** What no single key shows: weights that are all zero, a ramp that ends before it begins, a spread of nothing. */
function reportImpossible({ faults }: Reading, model: DemandModel, path: PathSteps): void {
  const { weekdays, months, ramp, noise } = model;
  const refuse = (code: string, key: PathSteps, [message, expected]: readonly [string, string]): void =>
    faults.add({ code, path: [...path, ...key], message, expected });
  if (weekdays && isEmpty(weekdays))
    refuse('empty-week', ['weekdays'], ['At least one weekday has a weight above 0.', 'a weight above 0']);
  if (months && isEmpty(months))
    refuse('empty-year', ['months'], ['At least one month has a weight above 0.', 'a weight above 0']);
  if (noise?.kind === 'resampled' && isEmpty(noise.factors))
    refuse('empty-factors', ['noise', 'factors'], ['At least one factor is above 0.', 'a factor above 0']);
  if (ramp && ramp.by <= model.from)
    refuse('ramp-order', ['ramp', 'by'], ['A ramp ends after the model begins.', 'a date after the model’s first']);
  if (noise && spreads(noise) && !hasLevel(model))
    refuse(
      'spread-without-level',
      ['noise'],
      ['There is no demand that could spread: the level is 0.', 'a level above 0'],
    );
}

function isEmpty(weights: readonly (number | undefined)[]): boolean {
  return weights.every((weight) => weight === 0);
}

function spreads(noise: Noise): boolean {
  return noise.kind === 'resampled' || noise.cv > 0 || noise.zeroDays > 0;
}

function hasLevel({ level, ramp, spikes }: DemandModel): boolean {
  return (
    level > 0 || (ramp !== null && ramp.to > 0) || spikes.some((spike) => spike.kind === 'certain' && spike.add > 0)
  );
}

/** Warns of a model of which no day counts: it ends before the horizon or asOf, or begins after them. */
function reportUnused(
  { faults, document }: Reading,
  { from, until }: Period,
  { path, days }: { readonly path: PathSteps; readonly days: Period },
): void {
  const asOf = dateOf(document.usage?.asOf) ?? -Infinity;
  if (from < days.until && until > Math.max(days.from, asOf)) return;
  if (Number.isNaN(days.from)) return;
  const message = 'No day of this model counts: it lies outside the horizon, or before asOf.';
  faults.add({ code: 'model-unused', severity: 'warning', path, message, expected: 'days inside the horizon' });
}

/** The local days that the horizon touches; NaN where it is faulty. */
function horizonDays({ start, end, zone }: Reading): Period {
  return { from: Math.floor(zone.toLocal(start) / dayMs) * dayMs, until: Math.ceil(zone.toLocal(end) / dayMs) * dayMs };
}

function dateOf(text: string | undefined): number | null {
  return text === undefined ? null : parseLocalDate(text);
}
