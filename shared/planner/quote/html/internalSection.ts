import { html, type Markup } from '../../../base/markup.ts';
import type { InternalView } from '../internalView.ts';
import type { Quote } from '../quoteSchema.ts';
import { money } from './amounts.ts';

/** The seller's own view, above a page that is marked as internal. */
export function internalSection(internal: InternalView, { terms: { currency } }: Quote): Markup {
  const { notes, costPerCredit, cost, margin, marginPercent, floor, room } = internal;
  const facts: readonly (readonly [string, string | null])[] = [
    ['Cost of a credit', costPerCredit && money(costPerCredit, currency)],
    ['Cost of the credits served', cost && money(cost, currency)],
    ['Margin', margin && `${money(margin, currency)}${marginPercent === null ? '' : ` (${marginPercent} %)`}`],
    ['Floor', floor && money(floor, currency)],
    ['Room above the floor', room && money(room, currency)],
  ];
  return html`<section class="internal">
    <h2>Internal: not for the customer</h2>
    ${notes === '' ? null : html`<p class="notes">${notes.split(/\r?\n/).map((line, index) => html`${index === 0 ? null : html`<br />`}${line}`)}</p>`}
    <dl class="facts">
      ${facts.map(([title, value]) =>
        value === null
          ? null
          : html`<dt>${title}</dt>
              <dd>${value}</dd> `,
      )}
    </dl>
    <p class="small muted">On expected usage. None of this is in the customer’s page or in the sealed file.</p>
  </section> `;
}
