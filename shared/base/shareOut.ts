import { assert } from './assert.ts';

/**
 * Parts of a whole in proportion to weights, each a whole number, adding up to it exactly: what rounding down leaves goes to the
 * largest remainders first. Without any weight the first part is the whole.
 */
export function shareOut(whole: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((total, weight) => total + weight, 0n);
  assert(weights.length > 0 && weights.every((weight) => weight >= 0n), 'there are weights, and none is negative');
  if (sum === 0n) return weights.map((_, index) => (index === 0 ? whole : 0n));
  const parts = weights.map((weight) => (whole * weight) / sum);
  const left = Number(whole - parts.reduce((total, part) => total + part, 0n));
  const remainders = weights.map((weight, index) => ({ index, rest: (whole * weight) % sum }));
  remainders.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  for (const { index } of remainders.slice(0, left)) parts[index]! += 1n;
  return parts;
}
