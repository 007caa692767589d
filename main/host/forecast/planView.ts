import { assert } from '../../../shared/base/assert.ts';
import { formatCredits, nanosPerCredit } from '../../../shared/base/credits.ts';
import { formatMoney, roundToMinor } from '../../../shared/base/money.ts';
import { formatDecimal } from '../../../shared/base/decimal.ts';
import { ratio, roundHalfAway, type Ratio } from '../../../shared/base/ratio.ts';
import { bestQuantity } from '../../../shared/planner/bestQuantity.ts';
import { planMethod, type PlanMethod } from '../../../shared/planner/planTask.ts';
import { priceCliffs } from '../../../shared/planner/priceCliffs.ts';
import type { PlannedQuantity, PlanView, PriceCliff, PricingMethod } from '../../../shared/rpc/forecastViews.ts';
import { assumptionsOf } from '../../../shared/scenario/assumptions.ts';
import type { MadePlan } from './runPlan.ts';

/** A plan as the workbench and the command line show it. Its break-even is another question, asked of one quantity. */
export function planView(made: MadePlan, { planId, breakEven }: Pick<PlanView, 'planId' | 'breakEven'>): PlanView {
  const { base, task, curve, wanted, aim } = made;
  const { currency, minorDigits } = base.expected.program;
  const none = plannedQuantity(made, 0);
  assert(none !== null, 'buying nothing has a cost');
  const { at, tranches, goal, leftover, costOfCapital, paths, seed } = wanted;
  const best = bestQuantity(curve, aim);
  return {
    planId,
    currency,
    minorDigits,
    paths,
    seed,
    dates: [at, ...tranches].sort(),
    max: task.most,
    isBounded: made.isBounded,
    goal,
    leftover,
    costOfCapital,
    random: base.random.length > 0,
    method: methodView(planMethod(task)),
    curve: {
      mean: Array.from(curve.mean, numberOrNull),
      p90: Array.from(curve.high, numberOrNull),
      budgetChance: curve.withinBudget && Array.from(curve.withinBudget, (within) => within / curve.paths),
    },
    best: best === null ? null : plannedQuantity(made, best),
    none,
    cliffs: cliffViews(made),
    breakEven,
    assumptions: assumptionsOf(base.scenario),
  };
}

/** The quantity that serves the goal best; null: none does, or none has to be bought. */
export function quantityToBuy({ curve, aim }: Pick<MadePlan, 'curve' | 'aim'>): number | null {
  return bestQuantity(curve, aim) || null;
}

/** What a quantity comes to, read from the curve; null where the plan has no price for it. */
export function plannedQuantity({ base, curve }: MadePlan, quantity: number): PlannedQuantity | null {
  const mean = curve.mean[quantity];
  const high = curve.high[quantity];
  if (mean === undefined || high === undefined || Number.isNaN(mean)) return null;
  const money = (minor: number): string => formatMoney(BigInt(minor), base.expected.program.minorDigits);
  const unused = BigInt(curve.unusedWhole[quantity]!) * BigInt(nanosPerCredit) + BigInt(curve.unusedRest[quantity]!);
  return {
    quantity,
    mean: money(mean),
    p90: money(high),
    unusedChance: curve.unusedPaths[quantity]! / curve.paths,
    unusedMean: formatCredits(roundHalfAway(ratio(unused, BigInt(curve.paths)))),
    saving: money(curve.mean[0]! - mean),
    budgetChance: curve.withinBudget && curve.withinBudget[quantity]! / curve.paths,
  };
}

/** A price as exact decimal text; rounded to the currency where it has no end. */
export function priceText(price: Ratio, minorDigits: number): string {
  return formatDecimal(price) ?? formatMoney(roundToMinor(price, minorDigits), minorDigits);
}

function cliffViews({ base, task }: MadePlan): readonly PriceCliff[] {
  const { minorDigits } = base.expected.program;
  const money = (minor: number): string => formatMoney(BigInt(minor), minorDigits);
  return priceCliffs(task.plan, task.most).map(({ quantity, tier, cost, costBelow, dearerFrom }) => ({
    quantity,
    unitPrice: priceText(tier.unitPrice, minorDigits),
    cost: money(cost),
    costBelow: money(costBelow),
    dearerFrom,
  }));
}

const reasons: Record<NonNullable<PlanMethod['why']>, string> = {
  leftover: 'What is left over counts, so each quantity is looked up on every path.',
  'cost-of-capital': 'The cost of capital counts, so each quantity is looked up on every path.',
  tranches: 'There are several purchases, so every path is priced anew for each quantity: this takes longer.',
  'later-lot':
    'Prepaid credits change again after the date, so every path is priced anew for each quantity: this takes longer.',
  cap: 'A cap of Flex is set, so every path is priced anew for each quantity: this takes longer.',
  'whole-event':
    'Some events are served whole or not at all, so every path is priced anew for each quantity: this takes longer.',
};

function methodView({ kind, why }: PlanMethod): PricingMethod {
  return { kind: kind === 'priced' ? 'engine' : 'compact', why: why && reasons[why] };
}

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
