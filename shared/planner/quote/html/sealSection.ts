import { html, type Markup } from '../../../base/markup.ts';
import type { Quote } from '../quoteSchema.ts';
import { whatIsSealed } from '../whatIsSealed.ts';

/** How a reader checks every figure, and what the sealed file holds of theirs. */
export function sealSection(quote: Quote, sealedFile: string | null): Markup {
  const { hash, versions, sample, figures } = quote;
  const file = sealedFile ?? 'QUOTE.quote.json';
  return html`<section class="seal">
    <h2>Check it yourself</h2>
    <p>
      Every figure here comes from the sealed file
      ${sealedFile === null ? 'of this quote' : html`<code>${sealedFile}</code>`}, which computes it anew on any
      machine, without network, to the same cent:
      <code>drawdown quote verify ${file}</code>, or open it in Drawdown.
    </p>
    <dl class="facts">
      <dt>Sealed as</dt>
      <dd class="hash">${hash}</dd>
      <dt>Computed by</dt>
      <dd>${versions.engine}, rules ${versions.policy}</dd>
      <dt>Sample</dt>
      <dd>
        ${sample.paths} paths, seed
        ${sample.seed}${figures.random ? '' : '; nothing is uncertain, so that all are alike'}
      </dd>
    </dl>
    <p class="small">The sealed file holds:</p>
    <ul class="small">
      ${whatIsSealed(quote).map((text) => html`<li>${text}</li> `)}
    </ul>
    <p class="muted small">
      The seal tells whether anything was changed; who made the quote it cannot tell. Compare it with the one that the
      seller names.
    </p>
  </section> `;
}
