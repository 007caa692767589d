import { excessLaw, lawQuantile, lognormalLaw, sumLaw, timesLaw, type GridLaw } from './knownLaw.ts';
import { yearOf } from './forecastOf.ts';

/** A scenario whose yearly bill has a known law. */
export interface LawModel {
  readonly name: string;
  readonly document: Record<string, unknown>;
  /** The quantile of the yearly bill, in minor units, from the law. */
  readonly quantile: (share: number) => number;
}

const dayCredits = 1000;
const flexCents = 400;
const fees = 12 * 29_900;
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function document(model: object, includedCredits: number): Record<string, unknown> {
  const plan = { id: 'growth', kind: 'paid', cycle: 'monthly', fee: 299, includedCredits, flexPrice: 4 };
  const daily = { id: 'daily', credits: true, level: dayCredits, per: 'day', ...model };
  return yearOf([daily], { plans: [plan] });
}

/**
 * Lognormal days, and included credits that suffice in about half of the months. The law: days convolved to months on a grid
 * of a 32nd of a day's mean, cut at the included credits, months convolved to the year; what a month drops below a whole credit
 * is half a credit on average.
 */
function lognormalDays(): LawModel {
  const included = 30_000;
  const day = lognormalLaw({ mean: dayCredits, cv: 0.4, step: dayCredits / 32 });
  const months = monthDays.map((days) => excessLaw(timesLaw(day, days), included));
  const year = months.reduce(sumLaw);
  const dropped = months.reduce((sum, { first, mass }) => sum + (first > 0 ? 1 : 1 - mass[0]!) / 2, 0);
  return {
    name: 'lognormal days, included credits',
    document: document({ noise: { kind: 'lognormal', cv: 0.4 } }, included),
    quantile: (share) => fees + flexCents * (lawQuantile(year, share) - dropped),
  };
}

/** Days resampled from eight that history had, all of them whole tens of credits: the law is exact. */
function resampledDays(): LawModel {
  const factors = [0, 0.13, 0.41, 0.77, 1.02, 1.39, 1.71, 2.57];
  const step = dayCredits / 100;
  const mass = new Float64Array(258);
  for (const factor of factors) mass[Math.round(factor * 100)]! += 1 / factors.length;
  const day: GridLaw = { first: 0, step, mass };
  let year = day;
  for (let days = 1; days < 365; days++) year = sumLaw(year, day);
  return {
    name: 'resampled days, everything Flex',
    document: document({ noise: { kind: 'resampled', factors } }, 0),
    quantile: (share) => fees + flexCents * lawQuantile(year, share),
  };
}

/**
 * One uncertain spike over certain days: its length uniform over whole days, its factor uniform over a range, so that the
 * year's credits are those of a mixture of uniform laws. A month that it changes drops half a credit on average.
 */
function uncertainSpike(): LawModel {
  const [least, greatest] = [5, 20];
  const [low, high] = [2, 6];
  const chance = 0.9;
  const below = (extra: number): number => {
    let sum = 0;
    for (let days = least; days <= greatest; days++) {
      const factor = 1 + extra / (days * dayCredits);
      sum += Math.min(1, Math.max(0, (factor - low) / (high - low)));
    }
    return 1 - chance + (chance * sum) / (greatest - least + 1);
  };
  const spike = { from: '2026-04-01', until: '2026-07-01', chance, days: [least, greatest], factor: [low, high] };
  return {
    name: 'one uncertain spike over certain days',
    document: document({ spikes: [spike] }, 0),
    quantile: (share) =>
      fees + flexCents * (365 * dayCredits + root((extra) => below(extra) - share, 100 * dayCredits) - 0.5),
  };
}

/** Where a rising function passes 0, between 0 and `until`. */
function root(rising: (x: number) => number, until: number): number {
  let [from, to] = [0, until];
  for (let step = 0; step < 80; step++) {
    const middle = (from + to) / 2;
    if (rising(middle) < 0) from = middle;
    else to = middle;
  }
  return to;
}

/** Three scenarios of different kinds. */
export function lawModels(): LawModel[] {
  return [lognormalDays(), resampledDays(), uncertainSpike()];
}
