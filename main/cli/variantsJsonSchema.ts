import { z } from 'zod';

const money = z.string().regex(/^-?\d+(\.\d+)?$/);
const creditsText = z.string().regex(/^\d+(\.\d{1,9})?$/);
const chance = z.number().min(0).max(1);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** `mean` and one key `p10` … a percentile. */
const spread = { mean: money };
const names = z.array(z.string()).min(1);

const method = z.object({ kind: z.enum(['compact', 'engine']), why: z.string().nullable() });

const month = z
  .object({
    start: date,
    end: date,
    ...spread,
    flexChance: chance,
    flexMean: creditsText,
    blockedChance: chance,
    blockedMean: creditsText,
  })
  .catchall(money);

const variant = z.strictObject({
  name: z.string(),
  scenario: z.string(),
  changes: z.array(z.string()),
  expected: money.describe('The bill on expected usage: what `simulate` shows.'),
  total: z.object(spread).catchall(money),
  months: z.array(month),
  flexChance: chance,
  flexMean: creditsText,
  blockedChance: chance,
  blockedMean: creditsText,
  method,
  against: z
    .object({ expected: money, ...spread, cheaperChance: chance, sameChance: chance })
    .catchall(money)
    .nullable()
    .describe('Path by path against the first variant; null for the first.'),
  cheapestChance: chance,
});

/** What `drawdown compare FILE.comparison.json --json` prints. */
export const variantsOutput = z.strictObject({
  name: z.string(),
  currency: z.string(),
  timeZone: z.string(),
  from: date,
  until: date,
  paths: z.int().min(1),
  seed: z.int().min(0),
  random: z.boolean(),
  variants: z.array(variant).min(2).max(5),
  inputs: z.array(z.strictObject({ input: z.string(), values: z.array(z.string()), differs: z.boolean() })),
  cheapest: z.object({ expected: names, mean: names }).catchall(names),
  cheaper: z
    .array(z.array(chance))
    .describe('Share of the paths on which the variant of the row is cheaper than that of the column.'),
  notes: z.array(z.string()),
});

/** The JSON Schema of what `drawdown compare FILE.comparison.json --json` prints. */
export function variantsJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(variantsOutput), title: 'Drawdown comparison of variants' };
}
