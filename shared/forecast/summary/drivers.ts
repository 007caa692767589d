import { nearestRank } from './nearestRank.ts';

/** What one model alone does to the total while all others are as expected. Money in minor units. */
export interface Driver {
  readonly model: string;
  /** Its share of the variances of all: what of the spread it causes. 0 where nothing varies. */
  readonly share: number;
  /** P10 and P90 of the total. */
  readonly low: bigint;
  readonly high: bigint;
}

/** Totals of paths on which one model alone was drawn. */
export interface DrivenTotals {
  readonly model: string;
  readonly total: Float64Array;
}

/** How many paths tell a driver's spread well enough: its share then is right to a few hundredths. */
export const mostDriverPaths = 2000;

/** Models by how much of the spread they cause, the most important first; equals by their order in the scenario. */
export function driversOf(totals: readonly DrivenTotals[]): Driver[] {
  const variances = totals.map(({ total }) => variance(total));
  const sum = variances.reduce((all, each) => all + each, 0);
  return totals
    .map(({ model, total }, index) => {
      const ascending = total.slice().sort();
      const share = sum === 0 ? 0 : variances[index]! / sum;
      return { model, share, low: BigInt(nearestRank(ascending, 10)), high: BigInt(nearestRank(ascending, 90)) };
    })
    .sort((a, b) => b.share - a.share);
}

function variance(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  return squares / values.length;
}
