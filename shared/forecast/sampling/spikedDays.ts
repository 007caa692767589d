import { xoshiro128, type Prng } from '../../base/prng.ts';
import type { SampledModel, SampledSpike } from './sampledModel.ts';

/**
 * A path's expectation by day with the spikes that it has: base × their factors + what certain ones add. Gives `plain` where
 * it has none, else `into`. Every spike takes its four numbers from the stream, whether it happens or not.
 */
export function spikedDays(
  { base, add, spikes }: SampledModel,
  { plain, into, state }: { readonly plain: Float64Array; readonly into: Float64Array; readonly state: Int32Array },
): Float64Array {
  const stream = xoshiro128([state[0]! >>> 0, state[4]! >>> 0, state[8]! >>> 0, state[12]! >>> 0]);
  let spiked = false;
  for (const spike of spikes) {
    const drawn = drawSpike(spike, stream);
    if (!drawn) continue;
    if (!spiked) into.set(base);
    spiked = true;
    const until = Math.min(into.length, drawn.from + drawn.days);
    for (let row = Math.max(0, drawn.from); row < until; row++) into[row]! *= drawn.factor;
  }
  if (spiked && add) for (let row = 0; row < into.length; row++) into[row]! += add[row]!;
  return spiked ? into : plain;
}

function drawSpike({ chance, firstRow, window, days, factor }: SampledSpike, stream: Prng) {
  const happens = uniform(stream) < chance;
  const from = firstRow + stream.below(window);
  const length = days.least + stream.below(days.greatest - days.least + 1);
  const size = factor.least + uniform(stream) * (factor.greatest - factor.least);
  return happens ? { from, days: length, factor: size } : null;
}

/** A number in [0, 1), every multiple of 2^-53 as likely. */
function uniform(stream: Prng): number {
  return stream.below(2 ** 53) / 2 ** 53;
}
