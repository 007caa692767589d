import { formatLocalDate } from '../../calendar/instant.ts';
import { zoneOf } from '../../calendar/zone.ts';
import type { DemandModel, Noise, Spike } from '../../demand/demandModel.ts';

/** What a model was fitted to, as a scenario keeps it. */
export interface ModelHistory {
  readonly files: readonly string[];
  readonly from: string;
  readonly until: string;
  readonly days: number;
  readonly note?: string;
}

/** A demand model as it stands under `usage.models` of a scenario. */
export type ModelJson = Readonly<Record<string, unknown>> & { readonly id: string };

/** Writes a model as a scenario's JSON, keys in their usual order, what has no effect left out. */
export function modelJson(model: DemandModel, history: ModelHistory | null): ModelJson {
  const { id, meter, level, per, ramp, growth, weekdays, months, spikes, noise } = model;
  return {
    id,
    ...(meter === null ? { credits: true } : { meter }),
    from: localDateText(model.from),
    until: localDateText(model.until),
    level,
    per,
    ...(ramp ? { ramp: { to: ramp.to, by: localDateText(ramp.by) } } : {}),
    ...(growth !== 0 ? { growth } : {}),
    ...(weekdays ? { weekdays } : {}),
    ...(months ? { months } : {}),
    ...(spikes.length > 0 ? { spikes: spikes.map(spikeJson) } : {}),
    ...(noise ? { noise: noiseJson(noise) } : {}),
    ...(history ? { history } : {}),
  };
}

function spikeJson(spike: Spike): Record<string, unknown> {
  const from = localDateText(spike.from);
  if (spike.kind === 'uncertain') {
    const { days, factor, chance } = spike;
    return { from, until: localDateText(spike.until), days: rangeJson(days), chance, factor: rangeJson(factor) };
  }
  const { days, factor, add } = spike;
  return { from, days, ...(factor !== 1 || add === 0 ? { factor } : {}), ...(add !== 0 ? { add } : {}) };
}

function rangeJson({ least, greatest }: { readonly least: number; readonly greatest: number }) {
  return least === greatest ? least : [least, greatest];
}

function noiseJson(noise: Noise): Record<string, unknown> {
  const shared = noise.shared === 0 ? {} : { shared: noise.shared };
  if (noise.kind === 'resampled') return { kind: noise.kind, ...shared, factors: noise.factors };
  return { kind: noise.kind, cv: noise.cv, ...(noise.zeroDays === 0 ? {} : { zeroDays: noise.zeroDays }), ...shared };
}

/** A local midnight, in milliseconds as if UTC, as a date. */
export function localDateText(local: number): string {
  return formatLocalDate(local, zoneOf('UTC')!);
}
