import type { Diagnostic } from '../../../shared/base/diagnostic.ts';
import { ok, type Result } from '../../../shared/base/result.ts';
import type { Quote } from '../../../shared/planner/quote/quoteSchema.ts';
import { verifyQuote, type QuoteVerdict, type Recomputed } from '../../../shared/planner/quote/verifyQuote.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import { sha256Text } from '../../platform/sha256.ts';
import type { Sampling } from '../forecast/sampling.ts';
import { recompute, type Waiting } from './recompute.ts';

/** What came of computing a sealed quote anew; faults where it cannot be. */
export interface VerifiedQuote {
  readonly verdict: QuoteVerdict | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Computes a sealed quote anew and compares every figure. */
export async function verifySealed(
  sampling: Sampling,
  quote: Quote,
  waiting: Waiting,
): Promise<Result<VerifiedQuote, RpcError>> {
  const made = await recompute(sampling, quote, waiting);
  if (!made.ok) return made;
  if (!made.value.run) return ok({ verdict: null, diagnostics: made.value.diagnostics });
  const alternatives: Recomputed['alternatives'][number][] = [];
  for (const { scenario, files } of quote.alternatives) {
    const other = await recompute(sampling, { scenario, files, sample: quote.sample }, waiting);
    if (!other.ok) return other;
    if (!other.value.run) return ok({ verdict: null, diagnostics: other.value.diagnostics });
    const { expected, range } = other.value.figures;
    alternatives.push({ expected, range });
  }
  return ok({ verdict: verifyQuote(quote, { ...made.value, alternatives }, sha256Text), diagnostics: [] });
}
