import { html, type Markup, type MarkupPart } from '../../../base/markup.ts';
import type { Quote, QuoteTerms } from '../quoteSchema.ts';
import { grouped, money } from './amounts.ts';

/** Plans with their prices. */
export function plansSection({ terms: { plans, currency } }: Quote): Markup | null {
  if (plans.length === 0) return null;
  return section(
    plans.length === 1 ? 'Plan' : 'Plans',
    html`<table>
      <thead>
        <tr>
          <th scope="col">Plan</th>
          <th scope="col" class="number">Fee</th>
          <th scope="col" class="number">Included credits</th>
          <th scope="col" class="number">Flex, a credit</th>
          <th scope="col" class="number">Prepaid, a credit</th>
        </tr>
      </thead>
      <tbody>
        ${plans.map((plan) => planRow(plan, currency))}
      </tbody>
    </table>`,
  );
}

function planRow(
  { name, cycle, kind, fee, includedCredits, flexPrice, prepaidPrices }: QuoteTerms['plans'][number],
  currency: string,
): Markup {
  const each = cycle === 'annual' ? 'a year' : 'a month';
  const prepaid = prepaidPrices.map(({ from, unitPrice }) =>
    prepaidPrices.length === 1 ? money(unitPrice, currency) : `${money(unitPrice, currency)} from ${grouped(from)}`,
  );
  return html`<tr>
    <th scope="row">${name}</th>
    <td class="number">${money(fee, currency)} ${each}</td>
    <td class="number">${grouped(includedCredits)} ${each}</td>
    <td class="number">${kind === 'free' ? 'none' : money(flexPrice, currency)}</td>
    <td class="number">${prepaid.length === 0 ? 'as agreed' : lines(prepaid)}</td>
  </tr> `;
}

/** What is done over the period. */
export function stepsSection({ terms: { steps } }: Quote): Markup | null {
  if (steps.length === 0) return null;
  return section(
    'Steps',
    html`<table>
      <thead>
        <tr>
          <th scope="col">Date</th>
          <th scope="col">What is done</th>
        </tr>
      </thead>
      <tbody>
        ${steps.map(
          ({ date, text }) =>
            html`<tr>
              <td class="date">${date}</td>
              <td>${text}</td>
            </tr> `,
        )}
      </tbody>
    </table>`,
  );
}

/** Purchases of prepaid credits. */
export function prepaidSection({ terms: { prepaid, currency } }: Quote): Markup | null {
  if (prepaid.length === 0) return null;
  return section(
    'Prepaid purchases',
    html`<table>
      <thead>
        <tr>
          <th scope="col">Date</th>
          <th scope="col" class="number">Credits</th>
          <th scope="col" class="number">A credit</th>
          <th scope="col" class="number">Amount</th>
        </tr>
      </thead>
      <tbody>
        ${prepaid.map(
          ({ date, credits, unitPrice, amount }) =>
            html`<tr>
              <th scope="row">${date}</th>
              <td class="number">${grouped(credits)}</td>
              <td class="number">${money(unitPrice, currency)}</td>
              <td class="number">${money(amount, currency)}</td>
            </tr> `,
        )}
      </tbody>
    </table>`,
  );
}

/** What happens when credits run out. */
export function atZeroSection({ terms: { atZero } }: Quote): Markup {
  return section(
    'When credits run out',
    html`<ul>
      ${atZero.map((sentence) => html`<li>${sentence}</li> `)}
    </ul>`,
  );
}

/** One credit in money, and in work. */
export function creditSection({ terms: { credit, currency } }: Quote): Markup | null {
  if (credit.prices.length === 0 && credit.work.length === 0) return null;
  return section(
    'What one credit is',
    html`${
      credit.prices.length === 0
        ? null
        : html`<p>
            One credit =
            ${credit.prices.map(({ of, amount }, index) => html`${index === 0 ? '' : '; '}<strong>${money(amount, currency)}</strong> ${of}`)}.
          </p>`
    }${credit.work.length === 0 ? null : workTable(credit, currency)}`,
  );
}

function workTable({ work, prices }: QuoteTerms['credit'], currency: string): Markup {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Work for one credit">
    <table>
      <thead>
        <tr>
          <th scope="col">Work</th>
          <th scope="col" class="number">One credit =</th>
          <th scope="col" class="number">Units</th>
          <th scope="col" class="number">cost in credits</th>
          ${prices.map(({ of }) => html`<th scope="col" class="number">${of.split(',')[0] ?? of}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${work.map((each) => workRow(each, currency))}
      </tbody>
    </table>
  </div>`;
}

function workRow(
  { meter, unit, from, perCredit, per, credits, costs }: QuoteTerms['credit']['work'][number],
  currency: string,
): Markup {
  return html`<tr>
    <th scope="row">${meter}${from === null ? '' : `, from ${from}`}</th>
    <td class="number">${perCredit === null ? 'free' : `${grouped(perCredit)} × ${unit}`}</td>
    <td class="number">${grouped(String(per))}</td>
    <td class="number">${grouped(credits)}</td>
    ${costs.map(({ amount }) => html`<td class="number">${money(amount, currency)}</td>`)}
  </tr> `;
}

function lines(texts: readonly string[]): Markup[] {
  return texts.map((text, index) => html`${index === 0 ? null : html`<br />`}${text}`);
}

/** A part of a quote under its title. */
export function section(title: string, content: MarkupPart): Markup {
  return html`<section>
    <h2>${title}</h2>
    ${content}
  </section> `;
}
