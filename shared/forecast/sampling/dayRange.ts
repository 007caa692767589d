import type { SampledModel, SampledNoise, SampledSpike } from './sampledModel.ts';

/** The least and the most that a day of the model could ask for on any path, in nanocredits, before rounding. */
export function dayRange(model: SampledModel): { readonly least: number; readonly greatest: number } {
  const { base, add, noise } = model;
  const top = noise ? topFactor(noise) : 1;
  let least = 0;
  let greatest = 0;
  for (let row = 0; row < base.length; row++) {
    const added = add?.[row] ?? 0;
    least = Math.min(least, base[row]! * lowestSpike(model, row) + added);
    greatest = Math.max(greatest, (base[row]! * highestSpike(model, row) + added) * top);
  }
  return { least, greatest };
}

function topFactor({ own, shared }: SampledNoise): number {
  const common = shared?.kind === 'factor' ? shared.table.at(-1)! : 1;
  return own.at(-1)! * common;
}

function lowestSpike({ spikes }: SampledModel, row: number): number {
  return spikes.reduce(
    (product, spike) => (mayCover(spike, row) ? product * Math.min(1, spike.factor.least) : product),
    1,
  );
}

function highestSpike({ spikes }: SampledModel, row: number): number {
  return spikes.reduce((product, spike) => {
    return mayCover(spike, row) ? product * Math.max(1, spike.factor.greatest) : product;
  }, 1);
}

function mayCover({ chance, firstRow, window, days }: SampledSpike, row: number): boolean {
  return chance > 0 && row >= firstRow && row < firstRow + window + days.greatest - 1;
}
