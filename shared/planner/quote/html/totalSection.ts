import { html, type Markup } from '../../../base/markup.ts';
import type { Quote } from '../quoteSchema.ts';
import { money } from './amounts.ts';

/** What it comes to: the expected bill and its range; and where its prices are no longer the newest. */
export function totalSection({ figures, terms, sample, rateCard }: Quote): Markup {
  const { currency } = terms;
  const { expected, range, random } = figures;
  const parts = [
    ['subscription', expected.subscription],
    ['prepaid', expected.prepaid],
    ['Flex', expected.flex],
  ] as const;
  return html`<section class="total" aria-label="Total">
      <h2>Total on expected usage, ${terms.from} to ${terms.until}</h2>
      <p class="amount">${money(expected.total, currency)}</p>
      ${
        random
          ? html`<dl class="range">
                ${range.points.map(({ percent, amount }) => rangeItem(rangeWords(percent), money(amount, currency)))}
                ${rangeItem('mean', money(range.mean, currency))}
              </dl>
              <p class="small muted">
                Over ${sample.paths} samples of uncertain usage. P90: in nine of ten of them the total is not more.
              </p>`
          : html`<p class="small muted">No range: nothing in this quote’s usage is said to be uncertain.</p>`
      }
      <p class="parts">${parts.map(([kind, amount]) => `${kind} ${money(amount, currency)}`).join(' · ')}</p>
    </section>
    ${staleWarning(rateCard)} `;
}

function rangeItem(title: string, value: string): Markup {
  return html`<div>
    <dt>${title}</dt>
    <dd>${value}</dd>
  </div> `;
}

function rangeWords(percent: number): string {
  const words: Readonly<Record<number, string>> = { 10: 'low (P10)', 50: 'middle (P50)', 90: 'high (P90)' };
  return words[percent] ?? `P${percent}`;
}

function staleWarning(rateCard: Quote['rateCard']): Markup | null {
  if (!rateCard?.newer) return null;
  const { title, dated, newer } = rateCard;
  return html`<p class="warning">
    <strong>Older rate card.</strong> These prices are those of “${title}” (${dated}); when this quote was made,
    “${newer.title}” (${newer.dated}) was known already.
  </p> `;
}
