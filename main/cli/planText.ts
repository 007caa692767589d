import { formatMoney } from '../../shared/base/money.ts';
import type { PlannedQuantity, PlanView, QuantityView } from '../../shared/rpc/forecastViews.ts';
import { numbersFrom, percentText, sampleText } from './forecastText.ts';
import { table } from './plainText.ts';
import { quantityText } from './quantityText.ts';

/** A plan for people. */
export function planText(plan: PlanView, chosen: QuantityView | null): string {
  const parts = [
    sampleText(plan),
    verdict(plan),
    boundText(plan),
    quantitiesText(plan),
    curveText(plan),
    cliffsText(plan),
    evenText(plan),
    chosen ? quantityText(chosen, plan.currency) : '',
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function verdict({ best, goal, max, currency, dates }: PlanView): string {
  if (!best && goal.kind === 'budget') {
    return `No quantity up to ${max} holds ${goal.amount} ${currency} with a chance of ${percentText(goal.chance)}.\n`;
  }
  if (!best || best.quantity === 0) return `Buy nothing: no quantity up to ${max} is better.\n`;
  const when = dates.length === 1 ? `on ${dates[0]}` : `in ${dates.length} equal parts on ${dates.join(', ')}`;
  return `Buy ${best.quantity} credits ${when}: ${goalText[goal.kind]}.\n`;
}

function boundText({ isBounded, max }: PlanView): string {
  return isBounded ? `Looked at up to ${max} credits: --max looks further.\n` : '';
}

const goalText = {
  mean: 'the least mean cost',
  p90: 'the least P90 of the cost',
  budget: 'the least mean cost of those that hold the budget with the chance that was asked for',
} as const;

function quantitiesText({ best, none, currency }: PlanView): string {
  const heading = ['quantity', `mean ${currency}`, 'P90', 'saving', 'some left over', 'mean left over'];
  const shown = best && best.quantity > 0 ? [none, best] : [none];
  const withBudget = shown.some(({ budgetChance }) => budgetChance !== null);
  const rows = shown.map((each) => [...cells(each), ...(withBudget ? [percentText(each.budgetChance ?? 0)] : [])]);
  return table([[...heading, ...(withBudget ? ['within budget'] : [])], ...rows], numbersFrom(0, 7));
}

function cells({ quantity, mean, p90, saving, unusedChance, unusedMean }: PlannedQuantity): string[] {
  return [String(quantity), mean, p90, saving, percentText(unusedChance), unusedMean];
}

const shownQuantities = 12;

/** The curve at even steps; `--json` has every quantity. */
function curveText({ curve, max, minorDigits, currency }: PlanView): string {
  const step = Math.max(1, Math.ceil(max / shownQuantities));
  const money = (minor: number | null | undefined): string => {
    return minor === null || minor === undefined ? 'no price' : formatMoney(BigInt(minor), minorDigits);
  };
  const rows: string[][] = [];
  for (let quantity = 0; quantity <= max; quantity += step) {
    rows.push([String(quantity), money(curve.mean[quantity]), money(curve.p90[quantity])]);
  }
  return table([['quantity', `mean ${currency}`, 'P90'], ...rows], [0, 1, 2]);
}

function cliffsText({ cliffs, currency }: PlanView): string {
  return cliffs
    .map(({ quantity, unitPrice, cost, costBelow }) => {
      return `from ${quantity} credits the price is ${unitPrice}: ${quantity} cost ${cost} ${currency}, ${quantity - 1} cost ${costBelow}\n`;
    })
    .join('');
}

function evenText({ breakEven, currency }: PlanView): string {
  if (!breakEven) return '';
  const when = breakEven.date === null ? '' : `, on ${breakEven.date}`;
  return `It has paid for itself once ${breakEven.credits} credits are drawn that would have cost ${breakEven.money} ${currency}${when}.\n`;
}
