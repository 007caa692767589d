import { html, type Markup } from '../../../base/markup.ts';
import type { Quote } from '../quoteSchema.ts';

type Assumption = Quote['assumptions'][number];

/** What the total leaves out; it stands on the same page. */
export function notModelledSection({ assumptions }: Quote): Markup {
  const left = assumptions.filter(isLeftOut);
  return html`<section class="not-modelled">
    <h2>Not in this total</h2>
    <ul>
      ${left.map(({ text }) => html`<li>${text}</li> `)}
    </ul>
  </section> `;
}

function isLeftOut({ kind, id }: Assumption): boolean {
  return kind === 'not-modelled' || id === 'no-proration';
}

const groups: readonly (readonly [Assumption['kind'], string])[] = [
  ['demand', 'Expected usage'],
  ['vendor', 'Prices and published facts'],
  ['unpublished', 'Set in this quote, published nowhere'],
  ['choice', 'How the rules are read'],
];

/** Everything that the figures rest on, each with its source and date as far as there is one. */
export function assumptionsSection({ assumptions, quote, rateCard }: Quote): Markup {
  const dated = rateCard
    ? `Prices are those of “${rateCard.title}”, ${rateCard.dated}.`
    : 'The prices are this quote’s own.';
  return html`<section>
    <h2>What this rests on</h2>
    <p class="muted small">
      These are the assumptions that were actually used, as of ${quote.madeAt.slice(0, 10)}. ${dated}
    </p>
    ${groups.map(([kind, title]) =>
      group(
        title,
        assumptions.filter((each) => each.kind === kind),
      ),
    )}
  </section> `;
}

function group(title: string, assumptions: readonly Assumption[]): Markup | null {
  if (assumptions.length === 0) return null;
  return html`<h3>${title}</h3>
    <table class="assumed">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Assumed</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        ${assumptions.map(row)}
      </tbody>
    </table> `;
}

function row({ title, text, source, rule, confidence, kind }: Assumption): Markup {
  const from = [
    source ?? (kind === 'choice' ? 'chosen reading of the rules' : 'set in the scenario'),
    confidence === null ? '' : (confidenceWords[confidence] ?? ''),
    rule ?? '',
  ];
  return html`<tr>
    <th scope="row">${title}</th>
    <td>${text}</td>
    <td class="muted">${from.filter((part) => part !== '').join(', ')}</td>
  </tr> `;
}

const confidenceWords: Readonly<Record<string, string>> = {
  A: 'the vendor’s own',
  B: 'quoted by others',
  '?': 'contradicted, derived or not dated',
};
