import { canonicalJson, type JsonValue } from '../../../shared/base/canonicalJson.ts';
import type { Diagnostic } from '../../../shared/base/diagnostic.ts';
import { err, ok, type Result } from '../../../shared/base/result.ts';
import type { Run } from '../../../shared/engine/outcome.ts';
import { monthTexts } from '../../../shared/engine/series.ts';
import { statement } from '../../../shared/engine/statement.ts';
import type { Quote, QuoteAlternative } from '../../../shared/planner/quote/quoteSchema.ts';
import { quoteSince } from '../../../shared/planner/quote/quoteSince.ts';
import { rateCard } from '../../../shared/planner/quote/rateCard.ts';
import { quoteText, sealQuote } from '../../../shared/planner/quote/sealQuote.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import type { Scenario } from '../../../shared/scenario/scenario.ts';
import { scenarioAsRun } from '../../../shared/scenario/scenarioAsRun.ts';
import { sha256Text } from '../../platform/sha256.ts';
import { documentLimit } from '../../store/limits.ts';
import type { Workspace } from '../../store/workspaceTypes.ts';
import { cancelled, type ToSample } from '../forecast/prepareSample.ts';
import type { Sampling } from '../forecast/sampling.ts';
import { runScenario } from '../runScenario.ts';
import { engineVersion, policyVersion } from '../versions.ts';
import { quoteHead, type WantedHead } from './quoteHead.ts';
import { recompute, type RecomputedOffer } from './recompute.ts';
import { sealUsage } from './sealedUsage.ts';

/** What is quoted, to whom, and how. */
export interface QuoteWanted extends ToSample {
  readonly workspace: Workspace;
  /** Of the scenario, in the workspace. */
  readonly path: string;
  readonly paths: number;
  readonly seed: number;
  readonly head: WantedHead;
  /** Usage rows are sealed as sums by day. */
  readonly daily: boolean;
  /** The quote that this one follows. */
  readonly since: Quote | null;
  /** Its name among the variants of a comparison, and the others. Default: it stands alone. */
  readonly offer?: string;
  readonly alternatives?: readonly OfferWanted[];
}

/** One variant of a comparison: its scenario with its changes applied. */
export interface OfferWanted extends Pick<ToSample, 'text' | 'readUsage'> {
  readonly name: string;
  readonly changes: readonly string[];
  /** Of its scenario, in the workspace. */
  readonly path: string;
}

/** A quote that was made, or the faults that stand in its way. Warnings come with a quote. */
export interface QuoteMade {
  readonly quote: Quote | null;
  readonly minorDigits: number;
  readonly diagnostics: readonly Diagnostic[];
}

const percentiles = [10, 50, 90];

/**
 * Makes a quote of a scenario, or of the first variant of a comparison beside the others, from nothing but what is sealed with it,
 * so that whoever computes it anew starts from the same.
 */
export async function makeQuote(sampling: Sampling, wanted: QuoteWanted): Promise<Result<QuoteMade, RpcError>> {
  const { workspace, paths, seed, since, alternatives = [] } = wanted;
  const head = quoteHead(wanted.head, since, workspace.ports.clock.now());
  if (!head.ok) return head;
  const own = await computeOffer(sampling, wanted, wanted);
  if (!own.ok) return own;
  if (!own.value.offer) return ok({ quote: null, minorDigits: 0, diagnostics: own.value.diagnostics });
  const { sealed, made, run, scenario } = own.value.offer;
  const others: QuoteAlternative[] = [];
  for (const alternative of alternatives) {
    const other = await computeOffer(sampling, wanted, alternative);
    if (!other.ok) return other;
    if (!other.value.offer) return ok({ quote: null, minorDigits: 0, diagnostics: other.value.diagnostics });
    const { expected, range } = other.value.offer.made.figures;
    const { name, changes } = alternative;
    others.push({ name, changes: [...changes], ...other.value.offer.sealed, figures: { expected, range } });
  }
  const { figures, terms, assumptions } = made;
  const open = {
    quote: head.value(sha256Text(canonicalJson(sealed.scenario)).slice(0, 6)),
    ...sealed,
    sample: { paths, seed, percentiles },
    versions: { engine: engineVersion, policy: policyVersion },
    rateCard: rateCard(scenario.catalog),
    figures,
    terms,
    assumptions,
    offer: wanted.offer ?? '',
    alternatives: others,
  };
  const quote = sealQuote({ ...open, since: since && quoteSince(since, open) }, sha256Text);
  if (Buffer.byteLength(quoteText(quote)) > documentLimit) return err(tooLarge);
  return ok({ quote, minorDigits: run.program.minorDigits, diagnostics: own.value.diagnostics });
}

interface ComputedOffer {
  readonly sealed: Pick<Quote, 'scenario' | 'files'>;
  readonly made: RecomputedOffer;
  readonly scenario: Scenario;
  readonly run: Run;
}

/** Seals one scenario and computes it from the seal; null where faults stand in the way. */
async function computeOffer(
  sampling: Sampling,
  wanted: QuoteWanted,
  { path, text, readUsage }: Pick<OfferWanted, 'path' | 'text' | 'readUsage'>,
): Promise<Result<{ readonly offer: ComputedOffer | null; readonly diagnostics: readonly Diagnostic[] }, RpcError>> {
  const { workspace, daily, signal, paths, seed } = wanted;
  const ran = await runScenario({ text, readUsage, signal });
  if (ran.givenUp) return err(cancelled);
  const { scenario, run, diagnostics } = ran;
  if (!scenario?.json.root || !run) return ok({ offer: null, diagnostics });
  const files = await sealUsage({ workspace, scenarioPath: path, scenario, run, daily });
  if (!files.ok) return files;
  const sealed = { scenario: scenarioAsRun(scenario.json.root) as Quote['scenario'], files: files.value };
  const waiting = { ...wanted, threads: readUsage.threads };
  const made = await recompute(sampling, { ...sealed, sample: { paths, seed, percentiles } }, waiting);
  if (!made.ok) return made;
  if (!made.value.run) return ok({ offer: null, diagnostics: made.value.diagnostics });
  if (billText(run) !== billText(made.value.run)) return err(otherBill(daily));
  return ok({ offer: { sealed, made: made.value, scenario, run }, diagnostics });
}

const tooLarge: RpcError = {
  code: 'too-large',
  message: 'The sealed file would be larger than any that is opened. Seal sums by day instead of rows.',
};

/** All figures of a bill as one text. */
function billText(run: Run): string {
  return canonicalJson({ ...statement(run), months: monthTexts(run) } as unknown as JsonValue);
}

function otherBill(daily: boolean): RpcError {
  return daily
    ? {
        code: 'other-bill',
        message: 'Summed by day, the usage would come to another bill than its rows. Seal the rows instead.',
      }
    : { code: 'changed', message: 'A usage file was changed while the quote was made. Make it again.' };
}
