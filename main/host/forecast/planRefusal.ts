import { formatDecimal } from '../../../shared/base/decimal.ts';
import { formatLocalDate } from '../../../shared/calendar/instant.ts';
import type { PlanRefusal } from '../../../shared/planner/planTerms.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import type { Scenario } from '../../../shared/scenario/scenario.ts';

/** Why nothing can be planned, in words. @rule R8 */
export function planRefusal(refusal: PlanRefusal, { zone, start, end }: Scenario): RpcError {
  const { code } = refusal;
  if (code === 'price-digits') {
    const price = formatDecimal(refusal.unitPrice) ?? 'a fraction';
    return { code, message: `A prepaid price of ${price} has too many digits for a plan.` };
  }
  const date = formatLocalDate(refusal.at, zone);
  if (code === 'outside-horizon') {
    const horizon = `from ${formatLocalDate(start, zone)} until ${formatLocalDate(end, zone)}`;
    return { code, message: `${date} lies outside the horizon, which is ${horizon}.` };
  }
  const { plan } = refusal;
  const message =
    plan === null
      ? `No subscription runs on ${date}, so that nothing gives a price for prepaid credits.`
      : `The plan ${plan}, which runs on ${date}, has no price for prepaid credits: give it prepaidPrices.`;
  return { code, message };
}
