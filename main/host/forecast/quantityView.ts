import { assert } from '../../../shared/base/assert.ts';
import { formatCredits } from '../../../shared/base/credits.ts';
import { formatMoney } from '../../../shared/base/money.ts';
import { multiply, ratio, roundHalfAway, type Ratio } from '../../../shared/base/ratio.ts';
import { monthsOfHorizon } from '../../../shared/forecast/summary/summaryChoice.ts';
import { partsOf } from '../../../shared/planner/planTerms.ts';
import { tierFor } from '../../../shared/planner/purchaseCost.ts';
import { detailPercents, type QuantityDetail, type Spread } from '../../../shared/planner/quantityDetail.ts';
import type { BreakEvenPoint } from '../../../shared/planner/runOutDays.ts';
import type { BreakEven, MoneySpread, PlannedQuantity, QuantityView } from '../../../shared/rpc/forecastViews.ts';
import { dateText } from './dateText.ts';
import { priceText } from './planView.ts';
import type { MadePlan } from './runPlan.ts';

/** What is known of one quantity. Days are local midnights as if UTC. */
export interface LookedAt {
  readonly planned: PlannedQuantity;
  readonly detail: QuantityDetail;
  readonly topUpBy: number | null;
  readonly breakEven: BreakEvenPoint | null;
}

/** One quantity of a plan as the workbench shows it. */
export function quantityView({ base, task }: MadePlan, looked: LookedAt): QuantityView {
  const { minorDigits } = base.expected.program;
  const { planned, detail, topUpBy, breakEven } = looked;
  const { plan } = task;
  const price = tierFor(plan.purchases[0]!, partsOf(plan, detail.quantity)[0]!);
  const money = (minor: number): string => formatMoney(BigInt(minor), minorDigits);
  const spread = ({ mean, points }: Spread): MoneySpread => ({
    mean: money(mean),
    points: percentsOf(points).map(([percent, amount]) => ({ percent, amount: money(amount) })),
  });
  return {
    ...planned,
    unitPrice: detail.quantity > 0 && price ? priceText(price.unitPrice, minorDigits) : null,
    effectivePrice: detail.effectivePrice && finerText(detail.effectivePrice, minorDigits),
    cost: money(detail.cost),
    savings: spread(detail.saving).points,
    dearerChance: detail.dearerPaths / task.demand.paths,
    unused: percentsOf(detail.unused.points).map(([percent, nanos]) => ({ percent, credits: formatCredits(nanos) })),
    regret: spread(detail.regret),
    cash: monthsOfHorizon(base.expected).map(({ label }, month) => {
      const paid = detail.cash[month];
      assert(paid !== undefined, 'every month has its cash');
      return { label, ...spread(paid) };
    }),
    topUpBy: dateText(topUpBy),
    breakEven: breakEvenView(breakEven, minorDigits),
  };
}

/** Minor units with two decimals more than the currency has: a price of one credit, not an amount to pay. */
function finerText(minor: Ratio, minorDigits: number): string {
  return formatMoney(roundHalfAway(multiply(minor, ratio(100n))), minorDigits + 2);
}

/** Break-even as text. */
export function breakEvenView(point: BreakEvenPoint | null, minorDigits: number): BreakEven | null {
  if (!point) return null;
  const { credits, money, day } = point;
  return { credits: formatCredits(credits), money: formatMoney(BigInt(money), minorDigits), date: dateText(day) };
}

function percentsOf(points: readonly number[]): (readonly [number, number])[] {
  return detailPercents.map((percent, index) => {
    const point = points[index];
    assert(point !== undefined, 'every percentile has its figure');
    return [percent, point];
  });
}
