import type { Diagnostic } from '../base/diagnostic.ts';
import type { Quote } from '../planner/quote/quoteSchema.ts';
import type { QuoteVerdict } from '../planner/quote/verifyQuote.ts';

/** A quote that was made, to be looked at before it is written. */
export interface QuoteDraft {
  readonly quoteId: string;
  readonly number: string;
  readonly version: number;
  readonly validUntil: string;
  readonly currency: string;
  /** The bill on expected usage. */
  readonly total: string;
  readonly hash: string;
  /** The page for the customer, and the internal one; null where nothing internal was given. */
  readonly html: string;
  readonly internalHtml: string | null;
  /** What somebody who gets the sealed file can read in it. */
  readonly holds: readonly string[];
  /** What changed since the quote before; null where there was none. */
  readonly changed: { readonly inputs: number; readonly figures: number } | null;
  readonly rateCard: Quote['rateCard'];
}

/** A quote, or the problems that stand in its way. Warnings come with a quote. */
export interface QuoteOutcome {
  readonly quote: QuoteDraft | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Paths of the files of a quote. */
export interface QuoteWritten {
  readonly page: string;
  readonly sealed: string;
  readonly internal: string | null;
}

/** A sealed quote that was opened and computed anew. */
export interface OpenedQuote {
  readonly number: string;
  readonly version: number;
  readonly customer: string;
  readonly madeAt: string;
  readonly validUntil: string;
  /** Its last day is over. */
  readonly isOver: boolean;
  readonly currency: string;
  readonly total: string;
  readonly hash: string;
  /** Null: it could not be computed anew, and the diagnostics say why. */
  readonly verdict: QuoteVerdict | null;
  /** The newest rate card known here, where the quote's is another. */
  readonly newer: { readonly title: string; readonly dated: string } | null;
  readonly rateCard: string | null;
  readonly holds: readonly string[];
  readonly html: string;
}

/** A sealed quote, or what is wrong with its text. */
export interface QuoteOpening {
  readonly quote: OpenedQuote | null;
  readonly diagnostics: readonly Diagnostic[];
}
