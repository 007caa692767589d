import { canonicalJson, type JsonValue } from '../../base/canonicalJson.ts';
import type { Sha256 } from '../../ledger/chain.ts';
import { quoteFormat, type Quote } from './quoteSchema.ts';

/** All of a quote but its format and its hash. */
export type OpenQuote = Omit<Quote, 'format' | 'hash'>;

/** Seals a quote: whatever changes afterwards, its hash is another. */
export function sealQuote(open: OpenQuote, sha256: Sha256): Quote {
  const quote = { format: quoteFormat, ...open } as const;
  return { ...quote, hash: quoteHash(quote, sha256) };
}

/** SHA-256 of a quote in RFC 8785 form, without its `hash`. */
export function quoteHash(quote: Omit<Quote, 'hash'>, sha256: Sha256): string {
  const { hash: _hash, ...rest } = quote as Quote;
  return sha256(canonicalJson(rest as unknown as JsonValue));
}

/** The text of a sealed quote's file. */
export function quoteText(quote: Quote): string {
  return `${JSON.stringify(quote, null, 2)}\n`;
}
