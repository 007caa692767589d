import type { Quote } from '../../shared/planner/quote/quoteSchema.ts';
import { whatIsSealed } from '../../shared/planner/quote/whatIsSealed.ts';
import type { QuoteNames } from './quoteFiles.ts';

/** What was written, as `--json` prints it. */
export function quoteJson({ quote, hash, figures, terms, rateCard, since, sample }: Quote, files: QuoteNames): string {
  const { expected, range } = figures;
  const told = { ...quote, hash, currency: terms.currency, sample, expected, range, rateCard, files };
  const changed = since && {
    number: since.number,
    version: since.version,
    inputs: since.inputs,
    figures: since.figures,
  };
  return `${JSON.stringify({ ...told, ...(changed ? { since: changed } : {}) }, null, 2)}\n`;
}

/** What was written, for people; what the sealed file holds above all. */
export function quoteSummary(sealed: Quote, { page, sealed: file, internal }: QuoteNames): string {
  const { quote, figures, terms, rateCard, since, hash } = sealed;
  const { expected, range, random } = figures;
  const points = range.points.map(({ percent, amount }) => `P${percent} ${amount}`).join(', ');
  const spread = random ? ` (${points}, mean ${range.mean})` : '';
  const changed = since
    ? [`${since.inputs.length} inputs and ${since.figures.length} figures changed since version ${since.version}.`]
    : [];
  const stale = rateCard?.newer ? [`Its rate card, ${rateCard.title}, is older than ${rateCard.newer.title}.`] : [];
  return `${[
    `Quote ${quote.number}, version ${quote.version}, valid until ${quote.validUntil}`,
    `${expected.total} ${terms.currency} on expected usage${spread}`,
    ...changed,
    ...stale,
    `${page}: the page for the customer`,
    `${file}: sealed as ${hash}. Whoever has it can read:`,
    ...whatIsSealed(sealed).map((line) => `  ${line}`),
    ...(internal === null ? [] : [`${internal}: internal, not for the customer`]),
  ].join('\n')}\n`;
}
