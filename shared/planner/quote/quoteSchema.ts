import { z } from 'zod';
import type { JsonValue } from '../../base/canonicalJson.ts';
import { maximumSeed } from '../../base/prng.ts';
import { brandSchema } from './brandSchema.ts';

/** The format that a sealed quote names. */
export const quoteFormat = 'drawdown.quote/1';

const text = (most: number) => z.string().max(most);
const amount = z
  .string()
  .regex(/^-?\d{1,24}(\.\d{1,9})?$/)
  .describe('Money or credits as exact decimal text.');
const price = z
  .string()
  .max(90)
  .describe('A price or a rate as exact decimal text, or with ≈ before it where it is rounded.');
const localDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('A local date.');
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const share = z.number().min(0).max(1);

/** What stands at the head of a quote. */
export const quoteHeadSchema = z.strictObject({
  number: text(60).min(1).describe('The quote’s number; its versions share it.'),
  version: z.int().min(1).describe('From 1, one more for each that follows a previous one.'),
  madeAt: z.iso.datetime().describe('When it was made.'),
  validUntil: localDate.describe('The last day on which it holds.'),
  customer: text(200),
  seller: text(200),
  notes: text(8000).describe('For the customer.'),
  brand: brandSchema.optional().describe('Absent: the page looks as it does by itself.'),
});

const spread = z.strictObject({
  mean: amount,
  points: z.array(z.strictObject({ percent: z.number().gt(0).max(100), amount })).max(20),
});

const runOut = z
  .strictObject({
    chance: share,
    points: z.array(z.strictObject({ percent: z.number(), date: localDate.nullable() })).max(20),
  })
  .nullable();

const planFigures = z.strictObject({
  id: text(200),
  name: text(500),
  kind: z.enum(['paid', 'free']),
  cycle: z.enum(['monthly', 'annual']),
  fee: price,
  includedCredits: amount,
  flexPrice: price,
  prepaidPrices: z.array(z.strictObject({ from: amount, unitPrice: price })),
});

const unitCost = z.strictObject({ of: text(500), amount: price });

/** What is sold, in words and prices, all of it derived from the scenario. */
export const quoteTermsSchema = z.strictObject({
  name: text(500),
  currency: z.string().regex(/^[A-Z]{3}$/),
  timeZone: text(100),
  from: localDate,
  until: localDate.describe('The first day that is not covered.'),
  plans: z.array(planFigures),
  steps: z.array(z.strictObject({ date: localDate, text: text(2000) })).describe('What is done, in order.'),
  prepaid: z.array(z.strictObject({ date: localDate, credits: amount, unitPrice: price, amount })),
  atZero: z.array(text(1000)).describe('What happens when credits run out.'),
  credit: z.strictObject({
    prices: z.array(unitCost).describe('What one credit comes to in money.'),
    work: z.array(
      z.strictObject({
        meter: text(200),
        unit: text(200),
        from: localDate.nullable().describe('From when the rate holds; null: throughout.'),
        perCredit: price.nullable().describe('Units that one credit does; null: it costs nothing.'),
        per: z.int().min(1).describe('Units that `credits` and `costs` are for.'),
        credits: price,
        costs: z.array(unitCost),
      }),
    ),
  }),
});

/** Every figure of a quote: what `verify` computes anew and compares. */
export const quoteFiguresSchema = z.strictObject({
  random: z.boolean().describe('False: nothing is uncertain, and all paths are alike.'),
  expected: z
    .strictObject({ subscription: amount, prepaid: amount, flex: amount, total: amount })
    .describe('The bill on expected usage.'),
  range: spread.describe('The bill over the sampled paths.'),
  months: z.array(
    z.strictObject({
      label: text(10),
      expected: amount,
      ...spread.shape,
      included: amount,
      prepaid: amount,
      flex: amount,
      blocked: amount,
      flexChance: share,
      blockedChance: share,
    }),
  ),
  invoices: z.array(
    z.strictObject({
      number: z.int(),
      issuedAt: text(40),
      total: amount,
      lines: z.array(
        z.strictObject({
          kind: z.enum(['subscription', 'prepaid', 'flex', 'final-flex']),
          credits: amount.nullable(),
          unitPrice: price,
          amount,
        }),
      ),
    }),
  ),
  credits: z.record(text(40), amount),
  closing: z.strictObject({ included: amount, prepaid: amount, unbilledFlex: amount }),
  runOut: z.strictObject({ included: runOut, prepaid: runOut }),
  drivers: z.array(z.strictObject({ model: text(200), share: z.number(), low: amount, high: amount })),
});

const assumption = z.strictObject({
  id: text(300),
  title: text(1000),
  text: text(4000),
  rule: text(20).nullable(),
  kind: z.enum(['choice', 'demand', 'unpublished', 'vendor', 'not-modelled']),
  confidence: text(10).nullable(),
  source: text(2000).nullable(),
  path: text(500).nullable(),
});

const edition = z.strictObject({ id: text(100), title: text(300), dated: text(300) });
const change = z.strictObject({ path: text(1000), before: text(4000).nullable(), after: text(4000).nullable() });

/** What changed since the last quote. */
export const quoteSinceSchema = z.strictObject({
  number: text(60),
  version: z.int().min(1),
  madeAt: z.iso.datetime(),
  hash: sha256,
  inputs: z.array(change).describe('What was changed by hand: the scenario and its usage.'),
  figures: z.array(change).describe('What came of it.'),
  more: z.int().min(0).describe('Changes beyond those that are listed.'),
});

/** A usage file of the scenario, with its rows as they were or summed by day. */
export const sealedFileSchema = z.strictObject({
  path: text(1024),
  rows: z.int().min(0),
  sealed: z.enum(['rows', 'daily']),
  sha256: sha256.describe('Of the file that it was made from.'),
  text: z.string().describe('The file itself, or sums of credits by day in its form.'),
});

/** Another variant of the comparison that a quote was made from. */
export const alternativeSchema = z.strictObject({
  name: text(200),
  changes: z.array(text(2000)).describe('What it changes in its scenario, in words.'),
  scenario: z.record(z.string(), z.custom<JsonValue>()).describe('Its scenario as it was run.'),
  files: z.array(sealedFileSchema),
  figures: quoteFiguresSchema.pick({ expected: true, range: true }),
});

/** A sealed quote: everything that recomputes it, and what it came to. */
export const quoteSchema = z.strictObject({
  format: z.literal(quoteFormat),
  quote: quoteHeadSchema,
  scenario: z.record(z.string(), z.custom<JsonValue>()).describe('The scenario as it was run.'),
  files: z.array(sealedFileSchema).describe('In the order in which the scenario names them.'),
  sample: z.strictObject({
    paths: z.int().min(1).max(1_000_000_000),
    seed: z.int().min(0).max(maximumSeed),
    percentiles: z.array(z.number().gt(0).max(100)).min(1).max(20),
  }),
  versions: z.strictObject({ engine: text(100), policy: text(100) }),
  rateCard: z
    .strictObject({
      ...edition.shape,
      newer: edition.nullable().describe('The newest edition known when it was made.'),
    })
    .nullable(),
  terms: quoteTermsSchema,
  figures: quoteFiguresSchema,
  assumptions: z.array(assumption),
  offer: text(200).describe('Which variant of a comparison this is; empty where it was made of one scenario.'),
  alternatives: z.array(alternativeSchema).max(9).describe('The other variants, over the same sampled demand.'),
  since: quoteSinceSchema.nullable(),
  hash: sha256.describe('SHA-256 of everything else, in RFC 8785 form.'),
});

/** A quote as its sealed file holds it: what the customer gets, and nothing else. */
export type Quote = z.output<typeof quoteSchema>;
export type QuoteHead = z.output<typeof quoteHeadSchema>;
export type QuoteTerms = z.output<typeof quoteTermsSchema>;
export type QuoteFigures = z.output<typeof quoteFiguresSchema>;
export type QuoteSince = z.output<typeof quoteSinceSchema>;
export type QuoteChange = z.output<typeof change>;
export type SealedFile = z.output<typeof sealedFileSchema>;
export type QuoteAlternative = z.output<typeof alternativeSchema>;
