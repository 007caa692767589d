import { drawHalves, roundDays, scaleDaysByTwo, scaleDrawnDays, scaleRankedDays } from './scaleDays.ts';
import type { SampledModel, SampledNoise } from './sampledModel.ts';
import { spikedDays } from './spikedDays.ts';
import { seekPath, streamKey, type StreamKey } from './stream.ts';

/** Demand that differs by path, on top of what does not: plain data. */
export interface SampledDemand {
  readonly models: readonly SampledModel[];
  /** Nanocredits by slot that are the same on every path. */
  readonly fixed: Float64Array;
  /** Streams of the day's common rank, and of the number that decides where a resampled model follows it. */
  readonly sharedKey: StreamKey;
  readonly coinKey: StreamKey;
}

/** Sampled demand with the streams of its common rank. */
export function sampledDemand(seed: number, models: readonly SampledModel[], fixed: Float64Array): SampledDemand {
  return { models, fixed, sharedKey: streamKey(seed, 'shared', 'rank'), coinKey: streamKey(seed, 'shared', 'coin') };
}

/** Writes demand path by path into one row that is used again and again. */
export interface PathSampler {
  /** Nanocredits by slot, of the path sampled last. */
  readonly row: Float64Array;
  /** Samples one path by its number; any order of paths gives the same rows. */
  sample(path: number): void;
}

/** A sampler with its own working rows, for one thread. */
export function pathSampler(demand: SampledDemand): PathSampler {
  const { models, fixed, sharedKey, coinKey } = demand;
  const row = new Float64Array(fixed.length);
  const state = new Int32Array(4);
  const days = Math.max(0, ...models.map(({ base }) => base.length));
  const common = { halves: new Uint16Array(days), coins: new Uint16Array(days) };
  const shares = models.some(({ noise }) => noise?.shared);
  const tosses = models.some(({ noise }) => noise?.shared?.kind === 'rank');
  const parts = models.map((model, index) =>
    modelSampler(model, { row, state, common, before: index === 0 ? fixed : null }),
  );
  // A model that writes all that ever changes leaves the rest as it is.
  const settled = parts.length === 1 && parts[0]!.alone;
  row.set(fixed);
  return {
    row,
    sample(path) {
      if (!settled) row.set(fixed);
      if (shares) drawInto(common.halves, sharedKey, path, state);
      if (tosses) drawInto(common.coins, coinKey, path, state);
      for (const part of parts) part.sample(path);
    },
  };
}

interface Workplace {
  readonly row: Float64Array;
  readonly state: Int32Array;
  readonly common: { readonly halves: Uint16Array; readonly coins: Uint16Array };
}

/** How one model adds its days to the row: on the row itself where that holds nothing yet, else by way of days of its own. */
function modelSampler(
  model: SampledModel,
  { row, state, common, before }: Workplace & { readonly before: Float64Array | null },
): { readonly alone: boolean; sample(path: number): void } {
  const { base, add, slot, spikes, spikesKey } = model;
  const plain = add ? base.map((nanos, day) => nanos + add[day]!) : base;
  const into = new Float64Array(spikes.length > 0 ? base.length : 0);
  const first = neighboursFrom(plain, slot, row.length);
  const alone = first >= 0 && before?.subarray(first, first + base.length).every((nanos) => nanos === 0) === true;
  const days = alone ? row.subarray(first, first + base.length) : new Float64Array(base.length);
  const draw = drawing(model, { row: days, state, common });
  return {
    alone,
    sample(path) {
      if (spikes.length === 0) draw(path, plain);
      else {
        seekPath(spikesKey, path, state);
        draw(path, spikedDays(model, { plain, into, state }));
      }
      if (!alone) addDays(row, days, slot, first);
    },
  };
}

function addDays(row: Float64Array, days: Float64Array, slot: Int32Array, first: number): void {
  if (first >= 0) for (let day = 0; day < days.length; day++) row[first + day]! += days[day]!;
  else for (let day = 0; day < days.length; day++) row[slot[day]!]! += days[day]!;
}

/** The slot of day 0 where all days that ask for something lie in neighbouring slots, else -1. */
function neighboursFrom(plain: Float64Array, slot: Int32Array, slots: number): number {
  const counted = plain.findIndex((nanos) => nanos !== 0);
  const first = counted < 0 ? 0 : slot[counted]! - counted;
  const together = slot.every((place, day) => plain[day] === 0 || place === first + day);
  return together && first + plain.length <= slots ? first : -1;
}

/** Writes a path's days into the row from what is expected of them. */
function drawing(
  { noise, noiseKey, base }: SampledModel,
  { row, state, common }: Workplace,
): (path: number, expected: Float64Array) => void {
  if (!noise) return (_, expected) => roundDays(row, expected);
  const { own: table, shared } = noise;
  if (!shared) {
    return (path, expected) => {
      seekPath(noiseKey, path, state);
      scaleDrawnDays(row, expected, table, state);
    };
  }
  const halves = new Uint16Array(base.length);
  return (path, expected) => {
    drawInto(halves, noiseKey, path, state);
    if (shared.kind === 'rank') {
      follow(halves, common, shared);
      scaleRankedDays(row, expected, { table, halves });
    } else scaleDaysByTwo(row, expected, { table, halves }, { table: shared.table, halves: common.halves });
  };
}

/** Puts the day's common rank in place of the model's own on its share of days: the same days for all that share as much. */
function follow(
  halves: Uint16Array,
  { halves: ranks, coins }: Workplace['common'],
  { chance }: Extract<SampledNoise['shared'], { kind: 'rank' }>,
): void {
  const below = chance * 65_536;
  for (let day = 0; day < halves.length; day++) if (coins[day]! < below) halves[day] = ranks[day]!;
}

function drawInto(halves: Uint16Array, key: StreamKey, path: number, state: Int32Array): void {
  seekPath(key, path, state);
  drawHalves(halves, state);
}
