import type { PercentAmount, PercentCredits, QuantityView } from '../../shared/rpc/forecastViews.ts';
import { numbersFrom, roundText, spreadCells } from './forecastText.ts';
import { table } from './plainText.ts';

/** One quantity of a plan in full, for people. */
export function quantityText(chosen: QuantityView, currency: string): string {
  return [costText(chosen, currency), oddsText(chosen, currency), cashText(chosen, currency)].join('\n');
}

function costText({ quantity, cost, topUpBy }: QuantityView, currency: string): string {
  const run =
    topUpBy === null
      ? 'No top-up is needed: nine paths in ten do not run out.'
      : `Top up by ${topUpBy}, or one path in ten runs out.`;
  return `${quantity} credits cost ${cost} ${currency}.\n${run}\n`;
}

function oddsText({ saving, savings, unusedMean, unused, regret }: QuantityView, currency: string): string {
  const amounts = (points: readonly PercentAmount[]): string[] => points.map(({ amount }) => amount);
  const credits = (points: readonly PercentCredits[]): string[] => points.map((point) => roundText(point.credits));
  const rows = [
    ['saving', saving, ...amounts(savings)],
    ['regret', ...spreadCells(regret)],
    ['credits left over', roundText(unusedMean), ...credits(unused)],
  ];
  const note = 'Regret is the money lost against the quantity that would have been best on each path.\n';
  return table([heading(regret.points, currency), ...rows], numbersFrom(1, 6)) + note;
}

function cashText({ cash }: QuantityView, currency: string): string {
  const rows = cash.map(({ label, ...spread }) => [label, ...spreadCells(spread)]);
  return table([heading(cash[0]?.points ?? [], `${currency} paid`), ...rows], numbersFrom(1, 6));
}

function heading(points: readonly { readonly percent: number }[], what: string): string[] {
  return [what, 'mean', ...points.map(({ percent }) => `P${percent}`)];
}
