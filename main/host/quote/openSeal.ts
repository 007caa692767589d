import type { Diagnostic } from '../../../shared/base/diagnostic.ts';
import type { Quote } from '../../../shared/planner/quote/quoteSchema.ts';
import { readQuote } from '../../../shared/planner/quote/readQuote.ts';
import { brokenSeals } from '../../../shared/planner/quote/verifyQuote.ts';
import { sha256Text } from '../../platform/sha256.ts';

/** A sealed quote as it was read, or what is wrong with its text. */
export interface OpenedSeal {
  readonly quote: Quote | null;
  /** Its content is what was sealed. */
  readonly isSealed: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a sealed quote, without computing anything anew. */
export function openSeal(text: string): OpenedSeal {
  const read = readQuote(text);
  if (!read.ok) return { quote: null, isSealed: false, diagnostics: read.error };
  return { quote: read.value, isSealed: brokenSeals(read.value, sha256Text).length === 0, diagnostics: [] };
}
