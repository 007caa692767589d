import type { InternalView } from '../../../shared/planner/quote/internalView.ts';
import type { Quote } from '../../../shared/planner/quote/quoteSchema.ts';

/** A quote that can be written. */
export interface KeptQuote {
  readonly quoteId: string;
  readonly quote: Quote;
  readonly internal: InternalView | null;
}
