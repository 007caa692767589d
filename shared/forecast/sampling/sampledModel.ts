import { assert } from '../../base/assert.ts';
import { dayMs } from '../../calendar/month.ts';
import type { DemandModel, Noise, Spike } from '../../demand/demandModel.ts';
import { lognormalTable, logVarianceOf, resampledTable } from './factorTable.ts';
import { streamKey, type StreamKey } from './stream.ts';

/** A spike that a path may have. Rows are days; the window of its first day may begin before row 0. */
export interface SampledSpike {
  readonly chance: number;
  readonly firstRow: number;
  /** How many days its first day may fall on. */
  readonly window: number;
  /** Whole days, inclusive. */
  readonly days: { readonly least: number; readonly greatest: number };
  readonly factor: { readonly least: number; readonly greatest: number };
}

/**
 * Day factors of a model. Its own table is drawn from by its own stream. What it shares with other models is either a second
 * table, drawn from by the day's common rank and multiplied (lognormal), or the common rank itself, which on that share of
 * days takes the place of its own (resampled).
 */
export interface SampledNoise {
  readonly own: Float64Array;
  readonly shared:
    | { readonly kind: 'factor'; readonly table: Float64Array }
    | { readonly kind: 'rank'; readonly chance: number }
    | null;
}

/** A demand model that every path draws anew: plain data for any thread. One row a local day, from the horizon's first. */
export interface SampledModel {
  readonly id: string;
  /** Expected nanocredits of each day before uncertain spikes and what is added; 0 on days that do not count. */
  readonly base: Float64Array;
  /** Nanocredits added by certain spikes; null where there are none. */
  readonly add: Float64Array | null;
  /** Where each day's demand goes in a path's row. */
  readonly slot: Int32Array;
  readonly spikes: readonly SampledSpike[];
  readonly noise: SampledNoise | null;
  readonly noiseKey: StreamKey;
  readonly spikesKey: StreamKey;
}

/** Whether paths of this model differ. */
export function isUncertain({ noise, spikes }: DemandModel): boolean {
  return (noise !== null && varies(noise)) || spikes.some(mayDiffer);
}

/** A model whose days are drawn, from its days' expectation. `firstDay` is that of row 0. */
export function sampledModel(
  { id, spikes, noise }: DemandModel,
  days: Pick<SampledModel, 'base' | 'add' | 'slot'>,
  { seed, firstDay }: { readonly seed: number; readonly firstDay: number },
): SampledModel {
  return {
    id,
    ...days,
    spikes: spikes.flatMap((spike) => (spike.kind === 'uncertain' ? [sampledSpike(spike, firstDay)] : [])),
    noise: noise && varies(noise) ? sampledNoise(noise) : null,
    noiseKey: streamKey(seed, 'noise', id),
    spikesKey: streamKey(seed, 'spikes', id),
  };
}

function varies(noise: Noise): boolean {
  if (noise.kind === 'lognormal') return noise.cv > 0 || noise.zeroDays > 0;
  return noise.factors.some((factor) => factor !== noise.factors[0]);
}

function mayDiffer(spike: Spike): boolean {
  if (spike.kind === 'certain') return false;
  const { chance, factor, days } = spike;
  if (chance === 0 || (factor.least === 1 && factor.greatest === 1)) return false;
  const settled =
    spike.until - spike.from === dayMs && days.least === days.greatest && factor.least === factor.greatest;
  return !(chance === 1 && settled);
}

function sampledSpike(spike: Extract<Spike, { kind: 'uncertain' }>, firstDay: number): SampledSpike {
  const { chance, days, factor } = spike;
  const window = Math.round((spike.until - spike.from) / dayMs);
  return { chance, firstRow: Math.round((spike.from - firstDay) / dayMs), window, days, factor };
}

function sampledNoise(noise: Noise): SampledNoise {
  if (noise.kind === 'resampled') {
    const shared = noise.shared > 0 ? ({ kind: 'rank', chance: noise.shared } as const) : null;
    return { own: tableOf(`r${noise.factors.join()}`, () => resampledTable(noise.factors)), shared };
  }
  const variance = logVarianceOf(noise.cv);
  const common = variance * noise.shared;
  const table = (logVariance: number, zeroDays: number): Float64Array =>
    tableOf(`l${logVariance} ${zeroDays}`, () => lognormalTable({ logVariance, zeroDays }));
  const shared = common > 0 ? ({ kind: 'factor', table: table(common, 0) } as const) : null;
  return { own: table(variance - common, noise.zeroDays), shared };
}

/** Tables made last, for the next forecast mostly asks for the same. */
const tables = new Map<string, Float64Array>();
const mostTables = 32;

function tableOf(key: string, make: () => Float64Array): Float64Array {
  let table = tables.get(key);
  if (!table) {
    if (tables.size >= mostTables) tables.clear();
    table = make();
    tables.set(key, table);
  }
  assert(table.length > 0, 'a table has factors');
  return table;
}
