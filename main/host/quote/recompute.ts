import type { Diagnostic } from '../../../shared/base/diagnostic.ts';
import { err, ok, type Result } from '../../../shared/base/result.ts';
import type { Run } from '../../../shared/engine/outcome.ts';
import { quoteAssumptions } from '../../../shared/planner/quote/quoteAssumptions.ts';
import { quoteFigures } from '../../../shared/planner/quote/quoteFigures.ts';
import type { Quote } from '../../../shared/planner/quote/quoteSchema.ts';
import { quoteTerms } from '../../../shared/planner/quote/quoteTerms.ts';
import type { Recomputed } from '../../../shared/planner/quote/verifyQuote.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import type { Scenario } from '../../../shared/scenario/scenario.ts';
import { cancelled, type ToSample } from '../forecast/prepareSample.ts';
import type { Sampling } from '../forecast/sampling.ts';
import { runScenario } from '../runScenario.ts';
import type { Where } from '../threads/whereItFits.ts';
import { engineVersion } from '../versions.ts';
import { sealedReader } from './sealedUsage.ts';

/** Who waits for what is computed, and where large scenarios are. */
export type Waiting = Pick<ToSample, 'signal' | 'tell'> & Pick<Where, 'threads'>;

/** Everything that the figures of a quote follow from. */
export type Sealed = Pick<Quote, 'scenario' | 'files' | 'sample'>;

/** One scenario computed anew from what is sealed. */
export interface RecomputedOffer extends Omit<Recomputed, 'alternatives'> {
  readonly scenario: Scenario;
  readonly run: Run;
}

/** Runs and forecasts what is sealed, and nothing else. Faults stand in the diagnostics. */
export async function recompute(
  sampling: Sampling,
  { scenario: document, files, sample }: Sealed,
  { signal, tell, threads }: Waiting,
): Promise<Result<RecomputedOffer | { readonly run: null; readonly diagnostics: readonly Diagnostic[] }, RpcError>> {
  const text = JSON.stringify(document);
  const readUsage = sealedReader(files, threads);
  const ran = await runScenario({ text, readUsage, signal });
  if (ran.givenUp) return err(cancelled);
  const { scenario, run } = ran;
  if (!scenario || !run) return ok({ run: null, diagnostics: ran.diagnostics });
  const { paths, seed, percentiles } = sample;
  const waiting = { ...(signal ? { signal } : {}), ...(tell ? { tell } : {}) };
  const wanted = { text, readUsage, paths, seed, percentiles, budget: null, forecastId: '', ...waiting };
  const outcome = await sampling.forecast(wanted);
  if (!outcome.ok) return outcome;
  const { forecast, diagnostics } = outcome.value;
  if (!forecast) return ok({ run: null, diagnostics });
  return ok({
    scenario,
    run,
    figures: quoteFigures(run, forecast),
    terms: quoteTerms(scenario, run),
    assumptions: quoteAssumptions(scenario, run),
    engine: engineVersion,
  });
}
