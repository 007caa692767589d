import { memo, useMemo } from 'react';
import type { PlanView } from '../../../shared/rpc/forecastViews.ts';
import { formatMoney } from '../../base/format.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { CostCurve } from '../../charts/CostCurve.tsx';
import { curveData } from '../../charts/curveSeries.ts';

interface PlanCurveProps {
  readonly plan: PlanView;
  readonly chosen: number;
  onChoose(quantity: number): void;
}

/** The cost of every quantity, with the best one, the chosen one and the price steps. */
export const PlanCurve = memo(function PlanCurve({ plan, chosen, onChoose }: PlanCurveProps) {
  const { curve, best, cliffs, currency, minorDigits } = plan;
  const data = useMemo(() => curveData(curve, { currency, minorDigits }), [curve, currency, minorDigits]);
  return (
    <ChartFrame
      title="Cost by quantity"
      summary={`Expected cost and P90 for every whole quantity from 0 to ${plan.max}. Enter chooses the quantity walked to.`}
      legend={[
        { id: 'mean-cost', title: 'Expected cost', shape: 'line' },
        { id: 'p90', title: 'P90', shape: 'line' },
        ...(best ? [{ id: 'best', title: `Best: ${best.quantity.toLocaleString('en')}` }] : []),
        { id: 'chosen', title: `Chosen: ${chosen.toLocaleString('en')}`, shape: 'line' },
      ]}
      data={data}
      empty={plan.max === 0 ? 'There is no quantity to choose from: no prepaid credit can be of use.' : null}
      chart={
        <CostCurve {...{ curve, chosen, cliffs, currency, minorDigits, onChoose }} best={best?.quantity ?? null} />
      }
      note={noteOf(plan)}
    />
  );
});

/** What the curve does not show by itself. */
function noteOf(plan: PlanView): string | null {
  const bounded = plan.isBounded ? 'There may be more to see beyond the greatest quantity: set “At most”.' : null;
  return [cliffText(plan), bounded].filter((text) => text !== null).join(' ') || null;
}

/** Price steps at which buying more costs less, in words. */
function cliffText({ cliffs, currency }: PlanView): string | null {
  const cheaper = cliffs.filter(({ dearerFrom }) => dearerFrom !== null).slice(0, 3);
  if (cheaper.length === 0) return null;
  const credits = (quantity: number) => quantity.toLocaleString('en');
  return cheaper
    .map(({ quantity, cost, costBelow, dearerFrom }) => {
      const fewer =
        dearerFrom === quantity - 1 ? credits(quantity - 1) : `${credits(dearerFrom!)} to ${credits(quantity - 1)}`;
      return `${credits(quantity)} credits cost ${formatMoney(cost, currency)}, less than ${fewer} do (up to ${formatMoney(costBelow, currency)}).`;
    })
    .join(' ');
}
