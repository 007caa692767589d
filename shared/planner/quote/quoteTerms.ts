import { formatCredits } from '../../base/credits.ts';
import { formatDecimal } from '../../base/decimal.ts';
import { formatMoney } from '../../base/money.ts';
import type { Ratio } from '../../base/ratio.ts';
import { formatLocalDate } from '../../calendar/instant.ts';
import type { Run } from '../../engine/outcome.ts';
import type { Scenario, ScenarioAction, ScenarioPlan } from '../../scenario/scenario.ts';
import { atZero } from './atZero.ts';
import { creditPrices, creditWork } from './creditWork.ts';
import type { QuoteTerms } from './quoteSchema.ts';

/** What a scenario sells, in words and prices, for a reader who has never seen one. */
export function quoteTerms(scenario: Scenario, run: Run): QuoteTerms {
  const { zone, start, end } = scenario;
  const plans = usedPlans(scenario);
  const prepaid = prepaidPurchases(run);
  const prices = creditPrices(plans, prepaid);
  return {
    name: scenario.name,
    currency: scenario.currency,
    timeZone: zone.id,
    from: formatLocalDate(start, zone),
    until: formatLocalDate(end, zone),
    plans: plans.map(planFigures),
    steps: scenario.timeline
      .map((action) => ({ at: action.at, text: stepText(action, scenario) }))
      .sort((a, b) => a.at - b.at)
      .map(({ at, text }) => ({ date: formatLocalDate(at, zone), text })),
    prepaid,
    atZero: atZero(scenario, plans),
    credit: { prices: prices.map(({ of, text: amount }) => ({ of, amount })), work: creditWork(scenario, run, prices) },
  };
}

/** Plans that the timeline or the opening names, in the order of the price list. */
function usedPlans({ timeline, opening, plans }: Scenario): ScenarioPlan[] {
  const ids = new Set(timeline.flatMap((action) => ('plan' in action ? [action.plan] : [])));
  const subscription = opening?.subscription;
  if (subscription) ids.add(subscription.plan);
  if (subscription?.pending?.do === 'change-plan') ids.add(subscription.pending.plan);
  return plans.filter(({ id }) => ids.has(id));
}

function planFigures(plan: ScenarioPlan): QuoteTerms['plans'][number] {
  return {
    id: plan.id,
    name: plan.name,
    kind: plan.kind,
    cycle: plan.cycle,
    fee: exactText(plan.fee),
    includedCredits: formatCredits(plan.included),
    flexPrice: exactText(plan.flexPrice),
    prepaidPrices: plan.prepaidPrices.map(({ from, unitPrice }) => ({
      from: formatCredits(from),
      unitPrice: exactText(unitPrice),
    })),
  };
}

function prepaidPurchases({ invoices, program }: Run): QuoteTerms['prepaid'] {
  return invoices.flatMap(({ issuedAt, lines }) =>
    lines
      .filter(({ kind }) => kind === 'prepaid')
      .map(({ credits, unitPrice, amount }) => ({
        date: formatLocalDate(issuedAt, program.zone),
        credits: formatCredits(credits ?? 0n),
        unitPrice: exactText(unitPrice),
        amount: formatMoney(amount, program.minorDigits),
      })),
  );
}

function stepText(action: ScenarioAction, { plans, currency }: Scenario): string {
  const nameOf = (id: string): string => plans.find((plan) => plan.id === id)?.name ?? id;
  switch (action.do) {
    case 'subscribe':
      return `Subscription to ${nameOf(action.plan)} begins.`;
    case 'change-plan':
      return `Change to ${nameOf(action.plan)}, ${whenText[action.when]}.`;
    case 'cancel':
      return `The subscription is cancelled, ${whenText[action.when]}.`;
    case 'buy-prepaid':
      return `${formatCredits(action.credits)} prepaid credits are bought.`;
    case 'set-flex':
      return flexText(action, currency);
    case 'adjust': {
      const reason = action.reason === '' ? '' : `: ${action.reason}`;
      return `The balance of ${action.bucket} credits is corrected by ${formatCredits(action.credits)}${reason}.`;
    }
  }
}

const whenText = { now: 'at once', 'cycle-end': 'when the running cycle ends' } as const;

function flexText({ enabled, cap }: Extract<ScenarioAction, { do: 'set-flex' }>, currency: string): string {
  const parts = [
    ...(enabled === null ? [] : [enabled ? 'Flex is switched on' : 'Flex is switched off']),
    ...(cap === undefined ? [] : [cap === null ? 'its cap is removed' : `its cap is ${exactText(cap)} ${currency}`]),
  ];
  const [first = 'Flex stays as it is', ...rest] = parts;
  return `${[first[0]!.toUpperCase() + first.slice(1), ...rest].join(', ')}.`;
}

function exactText(value: Ratio): string {
  return formatDecimal(value) ?? `${value.num}/${value.den}`;
}
