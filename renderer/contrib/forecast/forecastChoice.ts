import { noWhatIf, type WhatIf } from './whatIf.ts';

/** What is asked of a forecast, as typed. */
export interface ForecastChoice {
  readonly paths: number;
  readonly seed: string;
  /** In per cent, parted by commas. */
  readonly percentiles: string;
  /** Money; empty: none. */
  readonly budget: string;
  readonly whatIf: WhatIf;
}

export const firstChoice: ForecastChoice = {
  paths: 10_000,
  seed: '1',
  percentiles: '10, 25, 50, 75, 90',
  budget: '',
  whatIf: noWhatIf,
};

/** Numbers of paths that are offered. */
export const pathCounts = [1_000, 10_000, 100_000] as const;

/** Paths of an answer that follows a drag. */
export const roughPaths = 150;

/** What a forecast is asked with. */
export interface ForecastAsk {
  readonly seed: number;
  readonly percentiles: readonly number[];
  readonly budget: string | null;
}

/** What is wrong with each field, in plain words. */
export type ChoiceFaults = Readonly<Record<'seed' | 'percentiles' | 'budget', string | null>>;

const mostPercentiles = 20;
const greatestSeed = 2 ** 32 - 1;

/** The three that the headline shows are always asked for. */
const always = [10, 50, 90];

/** The choice as asked, or what is wrong with its fields. */
export function readChoice(choice: ForecastChoice): {
  readonly ask: ForecastAsk | null;
  readonly faults: ChoiceFaults;
} {
  const seed = /^\d{1,10}$/.test(choice.seed.trim()) ? Number(choice.seed) : Number.NaN;
  const percentiles = readPercentiles(choice.percentiles);
  const budget = choice.budget.trim().replaceAll(',', '');
  const faults = {
    seed: seed <= greatestSeed ? null : `A whole number from 0 to ${greatestSeed.toLocaleString('en')}.`,
    percentiles: percentiles ? null : `Up to ${mostPercentiles} numbers above 0 and up to 100, parted by commas.`,
    budget:
      budget === '' || /^\d{1,15}(\.\d{1,4})?$/.test(budget) ? null : 'An amount of money such as 5000 or 4,250.50.',
  };
  if (!percentiles || Object.values(faults).some((fault) => fault !== null)) return { ask: null, faults };
  return { ask: { seed, percentiles, budget: budget === '' ? null : budget }, faults };
}

/** The numbers in ascending order without doubles, with those of the headline; null where one is none. */
function readPercentiles(text: string): readonly number[] | null {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  const numbers = parts.map((part) => (/^\d{1,3}(\.\d{1,3})?$/.test(part) ? Number(part) : Number.NaN));
  if (!numbers.every((number) => number > 0 && number <= 100)) return null;
  const all = [...new Set([...numbers, ...always])].sort((a, b) => a - b);
  return all.length <= mostPercentiles ? all : null;
}
