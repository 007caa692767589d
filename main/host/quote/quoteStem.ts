import type { Quote } from '../../../shared/planner/quote/quoteSchema.ts';

/** What the files of a quote are named by: its number and version. */
export function quoteStem({ quote: { number, version } }: Pick<Quote, 'quote'>): string {
  const name = number.normalize('NFC').replace(/[^\p{L}\p{N}._-]+/gu, '-');
  return `quote-${name.replace(/^[.-]+|[.-]+$/g, '') || 'quote'}-v${version}`;
}
