import type { JsonValue } from '../../base/canonicalJson.ts';
import type { Sha256 } from '../../ledger/chain.ts';
import { changedLeaves } from './changedLeaves.ts';
import type { Quote, QuoteAlternative, QuoteChange } from './quoteSchema.ts';
import { quoteHash } from './sealQuote.ts';

/** What a quote comes to when it is computed anew. */
export type Recomputed = Pick<Quote, 'figures' | 'terms' | 'assumptions'> & {
  readonly engine: string;
  /** Figures of the alternatives, in their order. */
  readonly alternatives: readonly QuoteAlternative['figures'][];
};

/** What came of verifying a quote. */
export interface QuoteVerdict {
  /** Nothing was changed since it was sealed, and every figure comes out to the same cent. */
  readonly isSame: boolean;
  /** The content is what was sealed: its hash, and those of its usage files. */
  readonly isSealed: boolean;
  /** What comes out otherwise, figures first, then broken seals: `before` as the quote says, `after` as computed. The first ones. */
  readonly differences: readonly QuoteChange[];
  /** Other versions computed it than made it; differences may come from that. */
  readonly engine: { readonly made: string; readonly verified: string };
}

const mostDifferences = 100;

/**
 * Compares a quote with its own recomputation: hash of the content, hashes of its usage files, every figure, then prices and
 * terms. Words of the assumptions are compared where the same version wrote them.
 */
export function verifyQuote(quote: Quote, recomputed: Recomputed, sha256: Sha256): QuoteVerdict {
  const seals = brokenSeals(quote, sha256);
  const { figures, terms, assumptions, engine } = recomputed;
  const isSameEngine = engine === quote.versions.engine;
  const said: Recomputed = { ...quote, engine, alternatives: quote.alternatives.map((each) => each.figures) };
  const compared = { figures, alternatives: recomputed.alternatives, terms, ...(isSameEngine ? { assumptions } : {}) };
  const differences: QuoteChange[] = [];
  for (const part of Object.keys(compared) as (keyof typeof compared)[]) {
    for (const change of changedLeaves(json(said[part]), json(compared[part]), part)) {
      if (differences.length < mostDifferences) differences.push(change);
    }
  }
  differences.push(...seals);
  return {
    isSame: differences.length === 0,
    isSealed: seals.length === 0,
    differences,
    engine: { made: quote.versions.engine, verified: engine },
  };
}

/** Hashes that are not those of what they seal. */
export function brokenSeals(quote: Quote, sha256: Sha256): QuoteChange[] {
  const broken: QuoteChange[] = [];
  const hash = quoteHash(quote, sha256);
  if (hash !== quote.hash) broken.push({ path: 'hash', before: quote.hash, after: hash });
  for (const [place, { files }] of [['', quote] as const, ...alternativesOf(quote)]) {
    files.forEach(({ sealed, text, sha256: said }, index) => {
      const is = sealed === 'rows' ? sha256(text) : said;
      if (is !== said) broken.push({ path: `${place}files[${index}].sha256`, before: said, after: is });
    });
  }
  return broken;
}

function alternativesOf({ alternatives }: Quote): (readonly [string, QuoteAlternative])[] {
  return alternatives.map((each, index) => [`alternatives[${index}].`, each]);
}

function json(value: unknown): JsonValue {
  return value as JsonValue;
}
