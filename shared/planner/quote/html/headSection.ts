import { html, type Markup } from '../../../base/markup.ts';
import type { Quote } from '../quoteSchema.ts';

/** From whom, for whom, which quote, and how long it holds. */
export function headSection({ quote, terms, rateCard, since }: Quote): Markup {
  const facts: readonly (readonly [string, string | null])[] = [
    ['Quote', quote.number],
    ['Version', `${quote.version}${since ? `, after version ${since.version} of ${since.madeAt.slice(0, 10)}` : ''}`],
    ['Made', `${quote.madeAt.slice(0, 16).replace('T', ' ')} UTC`],
    ['Valid until', quote.validUntil],
    ['Rate card', rateCard ? `${rateCard.title} (${rateCard.dated})` : 'prices of this quote’s own'],
  ];
  return html`<header>
    <div>
      ${quote.brand?.logo ? html`<img class="logo" alt="" src="${quote.brand.logo}" />` : null}
      ${quote.seller === '' ? null : html`<p class="seller">${quote.seller}</p>`}
      <h1>${quote.customer === '' ? terms.name : html`Quote for ${quote.customer}`}</h1>
      <p>${terms.name}</p>
      <p class="muted">
        ${terms.from} up to, not including, ${terms.until}, dates of ${terms.timeZone}, money in ${terms.currency}
      </p>
    </div>
    <dl class="facts">
      ${facts.map(
        ([title, value]) =>
          html`<dt>${title}</dt>
            <dd>${value}</dd> `,
      )}
    </dl>
  </header> `;
}

/** What the seller has to say. */
export function notesSection({ quote: { notes } }: Quote): Markup | null {
  if (notes === '') return null;
  return html`<section>
    <h2>Notes</h2>
    <p class="notes">${paragraphs(notes)}</p>
  </section> `;
}

/** The terms and conditions of the seller. */
export function conditionsSection({ quote: { brand } }: Quote): Markup | null {
  if (!brand?.terms) return null;
  return html`<section>
    <h2>Terms and conditions</h2>
    <p class="notes small">${paragraphs(brand.terms)}</p>
  </section> `;
}

/** Lines as they were written; a line end that is not shown would be made visible otherwise. */
function paragraphs(text: string): Markup[] {
  return text.split(/\r?\n/).map((line, index) => html`${index === 0 ? null : html`<br />`}${line}`);
}
