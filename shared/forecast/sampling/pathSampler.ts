import { addDaysOfTwo, addDrawnDays, addExpectedDays, addRankedDays, drawHalves } from './addDays.ts';
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
  const parts = models.map((model) => modelSampler(model, { row, state, common }));
  return {
    row,
    sample(path) {
      row.set(fixed);
      if (shares) drawInto(common.halves, sharedKey, path, state);
      if (tosses) drawInto(common.coins, coinKey, path, state);
      for (const sample of parts) sample(path);
    },
  };
}

interface Workplace {
  readonly row: Float64Array;
  readonly state: Int32Array;
  readonly common: { readonly halves: Uint16Array; readonly coins: Uint16Array };
}

/** How one model adds its days to the row: in place where its days are neighbouring slots, else by way of a row of its own. */
function modelSampler(model: SampledModel, { row, state, common }: Workplace): (path: number) => void {
  const { base, add, slot, spikes, spikesKey } = model;
  const plain = add ? base.map((nanos, day) => nanos + add[day]!) : base;
  const into = spikes.length > 0 ? new Float64Array(base.length) : base;
  const first = neighboursFrom(plain, slot);
  const inPlace = first >= 0 && first + base.length <= row.length;
  const target = inPlace ? row.subarray(first, first + base.length) : new Float64Array(base.length);
  const draw = drawing(model, { row: target, state, common });
  return (path) => {
    if (!inPlace) target.fill(0);
    if (spikes.length === 0) draw(path, plain);
    else {
      seekPath(spikesKey, path, state);
      draw(path, spikedDays(model, { plain, into, state }));
    }
    if (!inPlace) for (let day = 0; day < slot.length; day++) row[slot[day]!]! += target[day]!;
  };
}

/** The slot of day 0 where all days that ask for something lie in neighbouring slots, else -1. */
function neighboursFrom(plain: Float64Array, slot: Int32Array): number {
  const counted = plain.findIndex((nanos) => nanos !== 0);
  if (counted < 0) return 0;
  const first = slot[counted]! - counted;
  return slot.every((place, day) => plain[day] === 0 || place === first + day) ? first : -1;
}

function drawing(
  { noise, noiseKey, base }: SampledModel,
  { row, state, common }: Workplace,
): (path: number, expected: Float64Array) => void {
  if (!noise) return (_, expected) => addExpectedDays(row, expected);
  const { own, shared } = noise;
  if (!shared) {
    return (path, expected) => {
      seekPath(noiseKey, path, state);
      addDrawnDays(row, expected, own, state);
    };
  }
  const halves = new Uint16Array(base.length);
  return (path, expected) => {
    drawInto(halves, noiseKey, path, state);
    if (shared.kind === 'factor')
      addDaysOfTwo(row, expected, { table: own, halves }, { ...shared, halves: common.halves });
    else {
      follow(halves, common, shared);
      addRankedDays(row, expected, own, halves);
    }
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
