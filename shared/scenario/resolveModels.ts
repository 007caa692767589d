import type { PathSteps } from '../base/jsonPath.ts';
import { parseLocalDate } from '../calendar/instant.ts';
import { dayMs } from '../calendar/month.ts';
import type { DemandModel, Spike } from '../demand/demandModel.ts';
import { present, reportDuplicate, type Reading } from './reading.ts';
import type { MeterBook } from './resolveMeters.ts';
import type { ModelDocument, SpikeDocument } from './schema.ts';

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
  const { start, end, zone, faults } = reading;
  const from = dateOf(model.from) ?? dayOf(zone.toLocal(start));
  const until = dateOf(model.until) ?? dayOf(zone.toLocal(end)) + dayMs;
  if (until <= from) reportEmpty(reading, [...path, model.until === undefined ? 'from' : 'until']);
  if (model.weekdays && !model.weekdays.some((weight) => weight > 0)) {
    const message = 'At least one weekday has a weight above 0.';
    faults.add({ code: 'empty-week', path: [...path, 'weekdays'], message, expected: 'a weight above 0' });
  }
  const spikes: Spike[] = [];
  for (const [index, given] of present(model.spikes)) {
    const spike = spikeOf(reading, given, [...path, 'spikes', index]);
    if (spike) spikes.push(spike);
  }
  const { id, level, per, growth = 0, weekdays = null, noise = null } = model;
  return { id, meter: model.meter ?? null, from, until, level, per, growth, weekdays, spikes, noise };
}

function spikeOf(reading: Reading, given: SpikeDocument, path: PathSteps): Spike | null {
  const from = dateOf(given.from)!;
  return given.chance === undefined ? certain(reading, given, from, path) : uncertain(reading, given, from, path);
}

function certain({ faults }: Reading, given: SpikeDocument, from: number, path: PathSteps): Spike | null {
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
  return { kind: 'certain', from, days: days.least, factor: factor?.least ?? 1, add: add ?? 0 };
}

function uncertain(reading: Reading, given: SpikeDocument, from: number, path: PathSteps): Spike | null {
  const { days, factor, add } = given;
  const until = dateOf(given.until);
  const chance = given.chance!;
  if (until === null || !factor || add !== undefined) {
    const message = 'A spike with a chance has a window from … until for its first day, days, and a factor.';
    reading.faults.add({ code: 'spike-form', path, message, expected: 'from, until, days and factor' });
    return null;
  }
  if (until <= from) reportEmpty(reading, [...path, 'until']);
  if (chance > 1) {
    const message = 'A chance is at most 1.';
    reading.faults.add({
      code: 'out-of-range',
      path: [...path, 'chance'],
      message,
      expected: 'from 0 to 1',
      actual: `${chance}`,
    });
  }
  return { kind: 'uncertain', from, until, chance, days, factor };
}

function reportEmpty({ faults }: Reading, path: PathSteps): void {
  faults.add({
    code: 'empty-period',
    path,
    message: 'This period ends before it begins.',
    expected: 'until after from',
  });
}

function dateOf(text: string | undefined): number | null {
  return text === undefined ? null : parseLocalDate(text);
}

function dayOf(local: number): number {
  return Math.floor(local / dayMs) * dayMs;
}
