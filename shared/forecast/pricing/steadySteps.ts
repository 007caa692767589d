import { maximumNanos } from '../../base/credits.ts';
import type { PathTerms } from './pathTerms.ts';

/**
 * Places in a step, of eight numbers: what the included credits before it are times, what is added to each pool, what the Flex
 * before it is times, its closing price (twice the numerator, and the denominator), the months of its invoice and of its
 * segment as two words in bytes of a column, and the Flex that is open at the horizon's start.
 */
export const stepAt = { kept: 0, includedAdd: 1, prepaidAdd: 2, open: 3, num: 4, den: 5, months: 6, flex: 7 } as const;
export const stepWidth = 8;

/** Terms as the kernel prices them: a step for each of their rows. */
export interface SteadySteps {
  readonly steps: Float64Array;
  /** A path that asks for no more nanocredits than this has no amount beyond what is exact. */
  readonly mostAsked: number;
}

/**
 * Terms of a horizon that is served alike throughout, as steps: by plans with Flex and without a cap, no event whole, nothing
 * taken by an adjustment, so that nothing is ever blocked. Null for all other terms. @rule R11 R13 R16 R21 R26
 */
export function steadySteps(terms: PathTerms): SteadySteps | null {
  const { segments, plan, flexLimit, segmentWhole, includedNeed, prepaidNeed, opening, prepaidAdd } = terms;
  const takes = [...includedNeed, ...prepaidNeed].some((need) => need > 0);
  const served = plan.subarray(0, segments).every((each) => each >= 0);
  const free = flexLimit.subarray(0, segments).every((limit) => limit === Infinity);
  if (takes || !served || !free || segmentWhole.includes(1)) return null;
  const steps = new Float64Array((segments + 1) * stepWidth);
  for (let row = 0; row <= segments; row++) enterStep(terms, row, steps);
  steps[stepAt.includedAdd]! += terms.lapses[0] === 1 ? 0 : opening.included;
  steps[stepAt.prepaidAdd]! += opening.prepaid;
  steps[stepAt.flex] = opening.flex;
  const had = opening.prepaid + opening.flex + opening.capUsed + prepaidAdd.reduce((sum, added) => sum + added, 0);
  return { steps, mostAsked: Math.min(maximumNanos - had, mostBillable(terms) - opening.flex) };
}

function enterStep(terms: PathTerms, row: number, steps: Float64Array): void {
  const { lapses, includedAdd, prepaidAdd, closes, closeNum, closeDen, closeMonth, segmentMonth } = terms;
  const closing = closes[row] === 1;
  const step = row * stepWidth;
  steps[step + stepAt.kept] = lapses[row] === 1 ? 0 : 1;
  steps[step + stepAt.includedAdd] = includedAdd[row]!;
  steps[step + stepAt.prepaidAdd] = prepaidAdd[row]!;
  steps[step + stepAt.open] = closing ? 0 : 1;
  steps[step + stepAt.num] = closing ? 2 * closeNum[row]! : 0;
  steps[step + stepAt.den] = closing ? closeDen[row]! : 1;
  const months = new Int32Array(steps.buffer, 8 * (step + stepAt.months), 2);
  months[0] = closing ? 8 * closeMonth[row]! : 0;
  months[1] = 8 * (segmentMonth[row] ?? 0);
}

/** Nanocredits of Flex whose amounts, doubled as rounding does, and the sum of all amounts are exact at every price. @rule R24 */
function mostBillable({ closes, closeNum, closeDen, monthBase }: PathTerms): number {
  const base = monthBase.reduce((sum, amount) => sum + amount, 0);
  let most = Infinity;
  for (let row = 0; row < closes.length; row++) {
    if (closes[row] !== 1) continue;
    const room = Number.MAX_SAFE_INTEGER - base - closes.length - 2 * closeDen[row]!;
    most = Math.min(most, (room / (2 * Math.max(1, closeNum[row]!))) * 1e9);
  }
  return most;
}
