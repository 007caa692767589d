import type { JsonValue } from '../../base/canonicalJson.ts';
import { changedLeaves } from './changedLeaves.ts';
import type { Quote, QuoteChange, QuoteSince } from './quoteSchema.ts';
import type { OpenQuote } from './sealQuote.ts';

const mostChanges = 500;

/** What changed from one quote to the next: what was put in, by its path, then what came of it. */
export function quoteSince(before: Quote, after: Omit<OpenQuote, 'since'>): QuoteSince {
  const { number, version, madeAt } = before.quote;
  const inputs = taken(changedLeaves(inputsOf(before), inputsOf(after)));
  const figures = taken(changedLeaves(figuresOf(before), figuresOf(after)));
  return {
    number,
    version,
    madeAt,
    hash: before.hash,
    inputs: inputs.listed,
    figures: figures.listed,
    more: inputs.more + figures.more,
  };
}

/** What somebody puts in: who and until when, the scenario, its files by what they hold, and the sample. */
function inputsOf({
  quote,
  scenario,
  files,
  sample,
  rateCard,
  offer,
  alternatives,
}: Omit<OpenQuote, 'since'>): JsonValue {
  const { customer, seller, validUntil } = quote;
  const edition = rateCard ? `${rateCard.title}, ${rateCard.dated}` : null;
  const held = files.map(({ path, rows, sha256, sealed }) => ({ id: path, rows, sha256, sealed }));
  const head = { customer, seller, validUntil };
  const others = alternatives.map(({ name, changes, scenario: own }) => ({ id: name, changes, scenario: own }));
  return { quote: head, rateCard: edition, offer, scenario, files: held, sample, alternatives: others } as JsonValue;
}

/** The figures that a reader follows from one quote to the next. */
function figuresOf({ figures, terms, alternatives }: Omit<OpenQuote, 'since'>): JsonValue {
  const { expected, range, months, runOut } = figures;
  const prices = Object.fromEntries(terms.credit.prices.map(({ of, amount }) => [of, amount]));
  const bills = months.map(({ label, expected: bill, points }) => ({ label, expected: bill, points }));
  const others = alternatives.map((each) => ({ id: each.name, ...each.figures }));
  return { expected, range, months: bills, runOut, 'one credit': prices, alternatives: others } as JsonValue;
}

function taken(changes: Iterable<QuoteChange>): { readonly listed: QuoteChange[]; readonly more: number } {
  const all = [...changes];
  return { listed: all.slice(0, mostChanges), more: Math.max(0, all.length - mostChanges) };
}
