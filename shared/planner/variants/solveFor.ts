import { maximumNanos } from '../../base/credits.ts';
import { formatScaled } from '../../base/decimal.ts';
import { ratio, type Ratio } from '../../base/ratio.ts';
import type { Program } from '../../engine/program.ts';
import type { DemandScale } from './demandScale.ts';

/** What can be solved for: usage by a factor, its further growth a month, or a unit price of one variant. */
export type Unknown = 'usage' | 'growth' | 'flexPrice' | 'prepaidPrice';

/** How finely it is told: a value is a whole number of steps, each of `10^-places`. */
export const placesOf: Readonly<Record<Unknown, number>> = { usage: 4, growth: 5, flexPrice: 4, prepaidPrice: 4 };

/** A value as exact decimal text. */
export function valueText(unknown: Unknown, steps: number): string {
  return formatScaled(BigInt(steps), placesOf[unknown]);
}

/** A value as a float, for what multiplies demand and for charts. */
export function valueOf(unknown: Unknown, steps: number): number {
  return Number(valueText(unknown, steps));
}

/** The whole number of steps nearest to a value. */
export function stepsOf(unknown: Unknown, value: number): number {
  return Math.round(value * 10 ** placesOf[unknown]);
}

/** How demand is scaled at a value; null for a price. */
export function scaleAt(unknown: Unknown, steps: number, of: string | null): DemandScale | null {
  if (unknown === 'usage') return { factor: valueOf(unknown, steps), growth: 0, of };
  return unknown === 'growth' ? { factor: 1, growth: valueOf(unknown, steps), of } : null;
}

/** A program at a price: of Flex on all paid plans, or of every purchase of prepaid credits. @rule R8 R12 */
export function priceAt(program: Program, unknown: Unknown, steps: number): Program {
  const price: Ratio = ratio(BigInt(steps), 10n ** BigInt(placesOf[unknown]));
  if (unknown === 'flexPrice') {
    return {
      ...program,
      plans: program.plans.map((plan) => (plan.kind === 'paid' ? { ...plan, flexPrice: price } : plan)),
    };
  }
  if (unknown !== 'prepaidPrice') return program;
  return {
    ...program,
    actions: program.actions.map((action) => (action.do === 'buy-prepaid' ? { ...action, unitPrice: price } : action)),
  };
}

/** Whole numbers of steps from one end to the other, both with it, evenly apart; each once. */
export function lookedAt(from: number, until: number, parts: number): number[] {
  const each = Array.from({ length: parts + 1 }, (_, part) => Math.round(from + ((until - from) * part) / parts));
  return [...new Set(each)].filter((steps) => Math.abs(steps) <= maximumNanos);
}
