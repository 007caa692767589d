import { html, type Markup } from '../../../base/markup.ts';
import type { Quote, QuoteAlternative } from '../quoteSchema.ts';
import { grouped } from './amounts.ts';
import { section } from './termsSections.ts';

interface Offer extends Pick<QuoteAlternative, 'name' | 'changes' | 'figures'> {
  readonly isThis: boolean;
}

/** The variants of a comparison side by side, each a column; all over the same sampled demand. */
export function comparedSection({ offer, alternatives, figures, terms }: Quote): Markup | null {
  if (alternatives.length === 0) return null;
  const own: Offer = { name: offer, changes: [], figures, isThis: true };
  const offers: readonly Offer[] = [own, ...alternatives.map((each) => ({ ...each, isThis: false }))];
  const rows: readonly (readonly [string, (offer: Offer) => string])[] = [
    ['On expected usage', (each) => each.figures.expected.total],
    ...(figures.random
      ? [
          ...figures.range.points.map(
            ({ percent }, index) =>
              [`P${percent}`, (each: Offer) => each.figures.range.points[index]?.amount ?? ''] as const,
          ),
          ['Mean', (each: Offer) => each.figures.range.mean] as const,
        ]
      : []),
    ['Subscription', (each) => each.figures.expected.subscription],
    ['Prepaid', (each) => each.figures.expected.prepaid],
    ['Flex', (each) => each.figures.expected.flex],
  ];
  return section(
    'Compared',
    html`<div class="scroll" tabindex="0" role="region" aria-label="Compared">
        <table>
          <caption>
            In ${terms.currency}, over the same sampled demand. The least of each row is bold.
          </caption>
          <thead>
            <tr>
              <td></td>
              ${offers.map(offerHead)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(([title, figure]) => figureRow(title, offers.map(figure)))}
          </tbody>
        </table>
      </div>
      <ul class="small">
        ${alternatives.map(({ name, changes }) => html`<li>${name}: ${changes.length === 0 ? 'as it is' : changes.join('; ')}.</li> `)}
      </ul>`,
  );
}

function offerHead({ name, isThis }: Offer): Markup {
  return html`<th scope="col" class="number">${name}${isThis ? ' (this quote)' : ''}</th>`;
}

function figureRow(title: string, amounts: readonly string[]): Markup {
  const least = Math.min(...amounts.map(Number));
  const cell = (amount: string): Markup | string =>
    Number(amount) === least ? html`<strong>${grouped(amount)}</strong>` : grouped(amount);
  return html`<tr>
    <th scope="row">${title}</th>
    ${amounts.map((amount) => html`<td class="number">${cell(amount)}</td>`)}
  </tr> `;
}
