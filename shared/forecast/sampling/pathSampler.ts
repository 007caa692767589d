import { drawHalves, roundDays, scaleDaysByTwo, scaleDrawnDays } from './scaleDays.ts';
import type { SampledModel, SampledNoise } from './sampledModel.ts';
import { spikedDays } from './spikedDays.ts';
import { seekPath, streamKey, type StreamKey } from './stream.ts';
import { padded, workRows, type KernelChoice, type WorkRows } from './workRows.ts';

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

/** Writes demand path by path into rows that are used again and again. */
export interface PathSampler {
  /** Nanocredits by slot, of the path sampled last. */
  readonly row: Float64Array;
  /** Nanocredits by segment, where segments were named. */
  readonly totals: Float64Array;
  /** The memory that they lie in, with room for the rows that were asked for besides. */
  readonly rows: WorkRows;
  /** Samples one path by its number; any order of paths gives the same rows. */
  sample(path: number): void;
}

/** What a sampler may be told: where segments begin and end, and whose kernel it uses. */
export interface SamplerChoice {
  /** The first slot of each segment, and at the end the number of slots. */
  readonly firsts?: Int32Array;
  /** Default: its own. */
  readonly kernel?: KernelChoice;
  /** Lengths of rows for other uses in the same memory. */
  readonly besides?: readonly number[];
}

/** A sampler with its own working rows, for one thread. */
export function pathSampler(
  { models, fixed, sharedKey, coinKey }: SampledDemand,
  { firsts = new Int32Array(1), kernel = 'own', besides = [] }: SamplerChoice = {},
): PathSampler {
  const segments = firsts.length - 1;
  const lengths = models.flatMap(({ base }) => [base.length, base.length, base.length, keyLength]);
  const tables = models.flatMap(({ noise }) => (noise ? [noise.own] : []));
  const rows = workRows([8, firsts.length, segments + 1, fixed.length, ...lengths, ...besides], tables, kernel);
  const state = new Int32Array(rows.take(8).buffer, 0, 16);
  const bounds = firstsIn(rows, firsts);
  // What follows the last segment asks for nothing.
  const totals = rows.take(segments + 1).subarray(0, segments);
  const row = rows.take(fixed.length);
  const days = padded(Math.max(0, ...models.map(({ base }) => base.length)));
  const common = { halves: new Uint16Array(days), coins: new Uint16Array(days) };
  const shares = models.some(({ noise }) => noise?.shared);
  const tosses = models.some(({ noise }) => noise?.shared?.kind === 'rank');
  const work = { rows, row, state, common };
  const parts = models.map((model, index) => modelSampler(model, { ...work, before: index === 0 ? fixed : null }));
  // A model that writes all that ever changes leaves the rest as it is.
  const settled = parts.length === 1 && parts[0]!.alone;
  row.set(fixed);
  const sum = summing({ rows, row, bounds, totals });
  return {
    row,
    totals,
    rows,
    sample(path) {
      if (!settled) row.set(fixed);
      if (shares) drawInto(common.halves, sharedKey, path, state);
      if (tosses) drawInto(common.coins, coinKey, path, state);
      for (const part of parts) part.sample(path);
      if (segments > 0) sum();
    },
  };
}

function firstsIn(rows: WorkRows, firsts: Int32Array): Int32Array {
  const { buffer, byteOffset } = rows.take(firsts.length);
  const bounds = new Int32Array(buffer, byteOffset, firsts.length);
  bounds.set(firsts);
  return bounds;
}

interface Sums {
  readonly rows: WorkRows;
  readonly row: Float64Array;
  readonly bounds: Int32Array;
  readonly totals: Float64Array;
}

/** Whole numbers add up alike in any order. */
function summing({ rows: { kernel }, row, bounds, totals }: Sums): () => void {
  if (kernel) {
    const [from, firsts, into] = [row.byteOffset, bounds.byteOffset, totals.byteOffset];
    const until = firsts + 4 * totals.length;
    return () => kernel.sum(from, firsts, until, into);
  }
  return () => {
    for (let segment = 0; segment < totals.length; segment++) {
      let sum = 0;
      for (let slot = bounds[segment]!; slot < bounds[segment + 1]!; slot++) sum += row[slot]!;
      totals[segment] = sum;
    }
  };
}

/** A stream's key takes as much room as two numbers. */
const keyLength = 2;

interface Workplace {
  readonly rows: WorkRows;
  readonly row: Float64Array;
  readonly state: Int32Array;
  readonly common: { readonly halves: Uint16Array; readonly coins: Uint16Array };
}

/** How one model adds its days to the row: on the row itself where that holds nothing yet, else by way of days of its own. */
function modelSampler(
  model: SampledModel,
  { before, ...work }: Workplace & { readonly before: Float64Array | null },
): { readonly alone: boolean; sample(path: number): void } {
  const { base, add, slot, spikes, spikesKey } = model;
  const { rows, row, state } = work;
  const plain = rows.take(base.length);
  for (let day = 0; day < base.length; day++) plain[day] = base[day]! + (add?.[day] ?? 0);
  const into = rows.take(base.length);
  const first = neighboursFrom(plain, slot, row.length);
  const until = first + padded(base.length);
  const fits = first >= 0 && until <= padded(row.length);
  const alone = fits && before?.subarray(first, until).every((nanos) => nanos === 0) === true;
  const days = alone ? row.subarray(first, first + base.length) : rows.take(base.length);
  const draw = drawing(model, { days, plain }, work);
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

/** Writes a path's days from what is expected of them. */
function drawing(
  { noise, noiseKey, base }: SampledModel,
  { days, plain }: { readonly days: Float64Array; readonly plain: Float64Array },
  { rows, state, common }: Workplace,
): (path: number, expected: Float64Array) => void {
  if (!noise) return (_, expected) => roundDays(days, expected);
  const { shared } = noise;
  const { kernel } = rows;
  const table = rows.place(noise.own);
  if (!shared && kernel) {
    const key = rows.take(keyLength).byteOffset;
    new Int32Array(kernel.buffer, key, noiseKey.length).set(noiseKey);
    // An offset asked for on each path takes as long as a step of its draws.
    const [from, plainly, factors, stream] = [days, plain, table, state].map(({ byteOffset }) => byteOffset);
    const until = from! + 8 * padded(days.length);
    return (path, expected) => {
      kernel.seek(key, path, stream!);
      kernel.draw(from!, until, expected === plain ? plainly! : expected.byteOffset, factors!, stream!);
    };
  }
  const halves = new Uint16Array(padded(base.length));
  return (path, expected) => {
    drawInto(halves, noiseKey, path, state);
    if (shared?.kind === 'factor') {
      scaleDaysByTwo(days, expected, { table, halves }, { table: shared.table, halves: common.halves });
    } else {
      if (shared) follow(halves, common, shared);
      scaleDrawnDays(days, expected, { table, halves });
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
