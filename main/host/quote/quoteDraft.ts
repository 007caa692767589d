import { quoteHtml } from '../../../shared/planner/quote/html/quoteHtml.ts';
import { whatIsSealed } from '../../../shared/planner/quote/whatIsSealed.ts';
import type { QuoteDraft } from '../../../shared/rpc/quoteViews.ts';
import type { KeptQuote } from './keptQuote.ts';
import { quoteStem } from './quoteStem.ts';

/** A quote as the workbench shows it before it is written. */
export function draftOf({ quoteId, quote, internal }: KeptQuote): QuoteDraft {
  const { number, version, validUntil } = quote.quote;
  const { since, terms, figures, hash, rateCard } = quote;
  const sealedFile = `${quoteStem(quote)}.quote.json`;
  return {
    quoteId,
    number,
    version,
    validUntil,
    currency: terms.currency,
    total: figures.expected.total,
    hash,
    html: quoteHtml(quote, { sealedFile, internal: null }),
    internalHtml: internal && quoteHtml(quote, { sealedFile, internal }),
    holds: whatIsSealed(quote),
    changed: since && { inputs: since.inputs.length, figures: since.figures.length },
    rateCard,
  };
}
