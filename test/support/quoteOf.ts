import { createHash } from 'node:crypto';
import type { Run } from '../../shared/engine/outcome.ts';
import { monthTexts } from '../../shared/engine/series.ts';
import { statement } from '../../shared/engine/statement.ts';
import { runProgram } from '../../shared/engine/run.ts';
import { quoteAssumptions } from '../../shared/planner/quote/quoteAssumptions.ts';
import { quoteFigures, type QuotedForecast } from '../../shared/planner/quote/quoteFigures.ts';
import type { Quote, QuoteHead } from '../../shared/planner/quote/quoteSchema.ts';
import { quoteTerms } from '../../shared/planner/quote/quoteTerms.ts';
import { rateCard } from '../../shared/planner/quote/rateCard.ts';
import { sealQuote } from '../../shared/planner/quote/sealQuote.ts';
import { compileScenario } from '../../shared/scenario/compile.ts';
import { decodeScenario } from '../../shared/scenario/decode.ts';
import type { Scenario } from '../../shared/scenario/scenario.ts';
import { scenarioAsRun } from '../../shared/scenario/scenarioAsRun.ts';
import { scenarioDocument } from './scenarioDocument.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A scenario without usage files, run. */
export function quotedRun(document: object): { readonly scenario: Scenario; readonly run: Run } {
  const { scenario, diagnostics } = decodeScenario(JSON.stringify(document));
  if (!scenario) throw new Error(JSON.stringify(diagnostics));
  const run = runProgram(compileScenario(scenario, []).program!);
  if (!run.ok) throw new Error(JSON.stringify(run.error));
  return { scenario, run: run.value };
}

/** A forecast in which nothing is uncertain. */
export function certainForecast(run: Run, parts: Partial<QuotedForecast> = {}): QuotedForecast {
  const spread = (amount: string) => ({ mean: amount, points: [10, 50, 90].map((percent) => ({ percent, amount })) });
  const months = monthTexts(run).map(({ label, invoiced }) => {
    return { label, ...spread(invoiced), flexChance: 0, blockedChance: 0 };
  });
  const { total } = statement(run).money;
  return {
    random: false,
    total: spread(total),
    months,
    runOut: { included: null, prepaid: null },
    drivers: [],
    ...parts,
  };
}

/** What a quote is made of beside its scenario. */
export interface QuotedParts {
  readonly head?: Partial<QuoteHead>;
  readonly forecast?: Partial<QuotedForecast>;
  readonly since?: Quote['since'];
  readonly files?: Quote['files'];
}

/** A sealed quote of a scenario document. */
export function quoteOf(
  document: object = scenarioDocument(),
  { head, forecast, since, files }: QuotedParts = {},
): Quote {
  const { scenario, run } = quotedRun(document);
  return sealQuote(
    {
      quote: {
        number: 'Q-1',
        version: 1,
        madeAt: '2026-01-02T09:30:00.000Z',
        validUntil: '2026-02-01',
        customer: 'Acme',
        seller: 'Drawdown',
        notes: '',
        ...head,
      },
      scenario: scenarioAsRun(scenario.json.root!) as Quote['scenario'],
      files: files ?? [],
      sample: { paths: 100, seed: 1, percentiles: [10, 50, 90] },
      versions: { engine: 'drawdown/0.1.0', policy: 'R1-R27' },
      rateCard: rateCard(scenario.catalog),
      figures: quoteFigures(run, certainForecast(run, forecast)),
      terms: quoteTerms(scenario, run),
      assumptions: quoteAssumptions(scenario, run),
      offer: '',
      alternatives: [],
      since: since ?? null,
    },
    sha256,
  );
}
