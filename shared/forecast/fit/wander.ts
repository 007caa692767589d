import { medianDeviation } from './regression.ts';

/** How the days of a history keep to each other, beyond what chance alone would do. */
export interface Wander {
  /** How much wider errors of estimates are than for independent days, as a factor on variances, at least 1. */
  readonly inflation: number;
  /** How much of the latest days' distance from the line is to be believed, from 0 to 1. */
  readonly follow: number;
}

/** Days of one block. */
export const blockDays = 28;
const fewestBlocks = 6;

/**
 * Measures it from the (log) deviations by day, NaN where there is none: by the correlation of neighbouring days, and by
 * how much the means of four weeks differ against what independent days would give.
 */
export function wanderOf(deviations: Float64Array): Wander {
  const known = deviations.filter((value) => !Number.isNaN(value));
  const variance = known.reduce((sum, value) => sum + value * value, 0) / Math.max(1, known.length);
  if (!(variance > 1e-12)) return { inflation: 1, follow: 0 };
  const means = blockMeans(deviations);
  const neighbours = neighbourInflation(deviations, variance, known.length);
  if (means.length < fewestBlocks) return { inflation: neighbours, follow: 0 };
  const center = means.reduce((sum, mean) => sum + mean, 0) / means.length;
  const spread = means.reduce((sum, mean) => sum + (mean - center) ** 2, 0) / (means.length - 1);
  const ratio = (spread * blockDays) / variance;
  const byChance = 1 + 2.5 * Math.sqrt(2 / (means.length - 1));
  return { inflation: Math.max(1, neighbours, ratio), follow: ratio > byChance ? 1 - 1 / ratio : 0 };
}

function neighbourInflation(deviations: Float64Array, variance: number, known: number): number {
  let sum = 0;
  let pairs = 0;
  for (let row = 1; row < deviations.length; row++) {
    const product = deviations[row - 1]! * deviations[row]!;
    if (Number.isNaN(product)) continue;
    sum += product;
    pairs += 1;
  }
  const correlation = pairs > 0 ? Math.min(0.95, sum / pairs / variance) : 0;
  return correlation > 2 / Math.sqrt(known) ? (1 + correlation) / (1 - correlation) : 1;
}

/** Means of blocks of four weeks, counted from the end; blocks of which less than half is known are left out. */
function blockMeans(deviations: Float64Array): number[] {
  const means: number[] = [];
  for (let until = deviations.length; until >= blockDays; until -= blockDays) {
    const block = deviations.subarray(until - blockDays, until).filter((value) => !Number.isNaN(value));
    if (block.length >= blockDays / 2) means.push(block.reduce((sum, value) => sum + value, 0) / block.length);
  }
  return means;
}

/** Which deviations stand out from the rest: 1 upward, −1 downward, 0 not; NaN deviations never do. */
export function outliersOf(deviations: Float64Array): Int8Array {
  const scale = medianDeviation(deviations.filter((value) => !Number.isNaN(value)));
  const limit = Math.max(outlying.scales * scale, outlying.least);
  return Int8Array.from(deviations, (value) => (value > limit ? 1 : value < -limit ? -1 : 0));
}

/** A day stands out from this many robust standard deviations on, and from a quarter more (or less) than expected on. */
const outlying = { scales: 3.5, least: Math.log(1.25) };
