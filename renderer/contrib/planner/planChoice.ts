import { parse } from 'jsonc-parser';
import type { PlanGoal } from '../../../shared/rpc/forecastViews.ts';
import { evenDates } from './evenDates.ts';

/** What is asked of a plan, as typed. */
export interface PlanChoice {
  /** Local date of the purchase; null: the one that the scenario offers. */
  readonly at: string | null;
  readonly goal: PlanGoal['kind'];
  /** Money, for the goal of a budget. */
  readonly budget: string;
  /** Per cent of the paths that are to hold it. */
  readonly chance: number;
  /** Greatest quantity; empty: as many as can be of use. */
  readonly max: string;
  /** Per cent of what a credit cost that it is worth when it is left. */
  readonly leftover: number;
  /** Per cent a year. */
  readonly costOfCapital: number;
  /** Dates of further equal purchases, parted by commas. */
  readonly tranches: string;
  readonly paths: number;
  readonly seed: string;
  /** The quantity that is looked at; null: the best. */
  readonly quantity: number | null;
}

export const firstChoice: PlanChoice = {
  at: null,
  goal: 'mean',
  budget: '',
  chance: 90,
  max: '',
  leftover: 0,
  costOfCapital: 0,
  tranches: '',
  paths: 10_000,
  seed: '1',
  quantity: null,
};

export const pathCounts = [1_000, 10_000, 100_000] as const;

/** Paths of an answer that follows a drag. */
export const roughPaths = 300;

/** A plan as asked. */
export interface PlanAsk {
  readonly at: string;
  readonly max: number | null;
  readonly goal: PlanGoal;
  readonly leftover: number;
  readonly costOfCapital: number;
  readonly tranches: readonly string[];
  readonly seed: number;
}

export type PlanFaults = Readonly<Record<'at' | 'budget' | 'max' | 'tranches' | 'seed', string | null>>;

const mostCredits = 9_007_199;
const mostTranches = 36;
const greatestSeed = 2 ** 32 - 1;

/** The choice as asked, or what is wrong with its fields. The scenario’s text offers the date where none is chosen. */
export function readChoice(
  choice: PlanChoice,
  text: string,
): { readonly ask: PlanAsk | null; readonly faults: PlanFaults } {
  const at = choice.at ?? offeredDates(text).at;
  const budget = choice.budget.trim().replaceAll(',', '');
  const tranches = choice.tranches.split(/[\s,;]+/).filter((part) => part !== '');
  const max = choice.max.trim().replaceAll(',', '');
  const seed = /^\d{1,10}$/.test(choice.seed.trim()) ? Number(choice.seed) : Number.NaN;
  const isMoney = /^\d{1,15}(\.\d{1,4})?$/.test(budget);
  const isMax = max === '' || (/^\d{1,7}$/.test(max) && Number(max) <= mostCredits);
  const faults: PlanFaults = {
    at: isDate(at) ? null : 'A date such as 2026-08-17.',
    budget: choice.goal !== 'budget' || isMoney ? null : 'An amount of money such as 5000.',
    max: isMax ? null : `A whole number up to ${mostCredits.toLocaleString('en')}.`,
    tranches:
      tranches.length <= mostTranches && tranches.every(isDate) ? null : 'Dates such as 2026-10-01, parted by commas.',
    seed: seed <= greatestSeed ? null : `A whole number from 0 to ${greatestSeed.toLocaleString('en')}.`,
  };
  if (Object.values(faults).some((fault) => fault !== null)) return { ask: null, faults };
  const goal = goalOf(choice, budget);
  const { leftover, costOfCapital } = choice;
  const shares = { leftover: leftover / 100, costOfCapital: costOfCapital / 100 };
  return { ask: { at, goal, tranches, seed, max: max === '' ? null : Number(max), ...shares }, faults };
}

function goalOf({ goal, chance }: PlanChoice, amount: string): PlanGoal {
  return goal === 'budget' ? { kind: 'budget', amount, chance: chance / 100 } : { kind: goal };
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
}

/** Dates that a scenario’s text offers: the day until which usage is known, else its first; and its end. */
export function offeredDates(text: string): { readonly at: string; readonly end: string } {
  const scenario = record(parse(text));
  const horizon = record(scenario['horizon']);
  const asOf = record(scenario['usage'])['asOf'];
  const day = (value: unknown) => (typeof value === 'string' ? value.slice(0, 10) : '');
  return { at: day(asOf) === '' ? day(horizon['start']) : day(asOf), end: day(horizon['end']) };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

/** Further dates for `count` equal purchases, spread evenly over whole months from the first to the scenario’s end. */
export function spreadTranches(choice: PlanChoice, text: string, count: number): string {
  const offered = offeredDates(text);
  const at = choice.at ?? offered.at;
  return isDate(at) && isDate(offered.end) ? evenDates(at, offered.end, count).slice(1).join(', ') : '';
}
