import { formatCredits } from '../../base/credits.ts';
import { formatMoney } from '../../base/money.ts';
import type { RuleId } from '../../engine/outcome.ts';
import type { AlertPool, Threshold } from './crossings.ts';

/** Use that has reached a threshold, or may: with its rule and its numbers. Nanocredits; minor units for the budget. */
export interface Alert {
  /** Stable: `prepaid-75-forecast`. */
  readonly id: string;
  readonly on: 'use' | 'forecast';
  readonly pool: AlertPool;
  readonly threshold: Threshold;
  /** What the pool is by: grants, prepaid credits, the cap, or totals of invoices. */
  readonly rule: RuleId;
  /** What was used when it was reached; on a forecast, the least that reaches it. */
  readonly used: number;
  readonly of: number;
  /** Local day (midnight, as if UTC): of use, when it was reached; of a forecast, by when half of the paths that reach it have. */
  readonly date: number;
  /** On a forecast, on how many paths of how many it is reached; null: it has been. */
  readonly paths: { readonly reach: number; readonly of: number } | null;
}

/** What it is a share of, in words. */
const subjects: Readonly<Record<AlertPool, (amount: string) => string>> = {
  included: (amount) => `the ${amount} included credits of the cycle`,
  prepaid: (amount) => `the ${amount} prepaid credits`,
  cap: (amount) => `the ${amount} credits of Flex that the cap allows`,
  budget: (amount) => `the budget of ${amount}`,
};

/** The alert in a sentence. */
export function describeAlert({ pool, threshold, used, of, date, paths }: Alert, minorDigits: number): string {
  const amount = (value: number): string =>
    pool === 'budget' ? formatMoney(BigInt(Math.round(value)), minorDigits) : formatCredits(Math.round(value));
  const share = `${threshold} % of ${subjects[pool](amount(of))}`;
  const day = new Date(date).toISOString().slice(0, 10);
  if (paths === null)
    return `${share}: reached on ${day}, with ${amount(used)} ${pool === 'budget' ? 'billed' : 'used'}.`;
  const { reach, of: all } = paths;
  if (reach < all) return `${share}: reached on ${reach} of ${all} paths, on half of these by ${day}.`;
  return all === 1
    ? `${share}: reached on ${day}.`
    : `${share}: reached on all of ${all} paths, on half of them by ${day}.`;
}
