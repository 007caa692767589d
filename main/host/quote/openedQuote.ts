import * as nodePath from 'node:path';
import { quoteHtml } from '../../../shared/planner/quote/html/quoteHtml.ts';
import type { Quote } from '../../../shared/planner/quote/quoteSchema.ts';
import { newestAfter } from '../../../shared/planner/quote/rateCard.ts';
import type { QuoteVerdict } from '../../../shared/planner/quote/verifyQuote.ts';
import { whatIsSealed } from '../../../shared/planner/quote/whatIsSealed.ts';
import type { OpenedQuote } from '../../../shared/rpc/quoteViews.ts';

interface Opened {
  readonly quote: Quote;
  readonly verdict: QuoteVerdict | null;
  readonly path: string;
  readonly now: number;
}

/** A sealed quote as the workbench shows it, with what came of computing it anew. */
export function openedQuote({ quote, verdict, path, now }: Opened): OpenedQuote {
  const { number, version, customer, madeAt, validUntil } = quote.quote;
  const { rateCard, terms, figures, hash } = quote;
  return {
    number,
    version,
    customer,
    madeAt,
    validUntil,
    isOver: validUntil < new Date(now).toISOString().slice(0, 10),
    currency: terms.currency,
    total: figures.expected.total,
    hash,
    verdict,
    newer: rateCard && newestAfter(rateCard.id),
    rateCard: rateCard && rateCard.title,
    holds: whatIsSealed(quote),
    html: quoteHtml(quote, { sealedFile: nodePath.posix.basename(path), internal: null }),
  };
}
