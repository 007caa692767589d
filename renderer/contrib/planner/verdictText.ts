import type { PlanView } from '../../../shared/rpc/forecastViews.ts';
import { formatMoney } from '../../base/format.ts';
import { shareText } from '../../charts/chartData.ts';

/** What to do, in a sentence, and why. */
export interface VerdictText {
  readonly title: string;
  readonly reason: string;
}

/** The plan’s answer in plain words; buying nothing is said as plainly as buying. */
export function verdictText({ best, none, goal, dates, max, currency }: PlanView): VerdictText {
  const when = dates.length > 1 ? `in ${dates.length} equal parts from ${dates[0]} on` : `on ${dates[0]}`;
  if (best === null) {
    const held =
      goal.kind === 'budget'
        ? `a budget of ${formatMoney(goal.amount, currency)} with a chance of ${shareText(goal.chance)}`
        : 'the goal';
    return {
      title: 'No quantity does it',
      reason: `Nothing from 0 to ${max.toLocaleString('en')} credits bought ${when} holds ${held}.`,
    };
  }
  if (best.quantity === 0) return { title: 'Buy nothing', reason: nothingReason(goal.kind, when) };
  const saving = formatMoney(best.saving, currency);
  const spare = best.saving.startsWith('-')
    ? `It costs ${formatMoney(best.saving.slice(1), currency)} more on average than buying nothing.`
    : `It saves ${saving} on average against buying nothing, which comes to ${formatMoney(none.mean, currency)}.`;
  return { title: `Buy ${best.quantity.toLocaleString('en')} credits ${when}`, reason: spare };
}

function nothingReason(goal: PlanView['goal']['kind'], when: string): string {
  if (goal === 'budget')
    return `The budget holds without a purchase, and nothing bought ${when} makes the expected cost lower.`;
  const cost = goal === 'mean' ? 'expected cost' : 'P90';
  return `No quantity bought ${when} makes the ${cost} lower.`;
}
