import { z } from 'zod';
import { amount, credits, modelNumber } from '../../scenario/amounts.ts';
import { defaulted, key } from '../../scenario/schemaKey.ts';
import { catalogId, identity, insidePath, lineText, time } from '../../scenario/texts.ts';

/** The format that a comparison document names. */
export const comparisonFormat = 'drawdown.comparison/1';

/** How many variants stand side by side. */
export const fewestVariants = 2;
export const mostVariants = 5;

const money = (what: string) => amount({ what, sign: 'not negative' });
const from = key(time(), 'From when on. Default: the horizon’s start.').optional();
const of = key(identity(), 'Id of the one demand model or meter that is meant. Default: all usage.').optional();

/** One change of a variant against its scenario. */
export const changeSchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: key(z.literal('plan'), 'Another plan, or another cycle of it: later changes of plan are left out. R17'),
    plan: key(identity(), 'Id of the plan.'),
    from,
    when: defaulted(z.enum(['now', 'cycle-end']), 'now', 'At once, or when the running cycle ends. Default: now. R15'),
  }),
  z.strictObject({
    do: key(z.literal('catalog'), 'Another edition of the price list.'),
    edition: key(catalogId(), 'Id of a built-in edition.'),
    alone: defaulted(
      z.boolean(),
      false,
      'Leaves out the plans and meters that the scenario states itself. Default: false, they win over the edition.',
    ),
  }),
  z.strictObject({
    do: key(z.literal('flex'), 'Flex on or off. R11'),
    enabled: key(z.boolean(), 'Whether demand beyond included and prepaid is served.'),
    from,
  }),
  z.strictObject({
    do: key(z.literal('cap'), 'Another cap of Flex. R13'),
    amount: key(
      amount({ what: 'money', sign: 'positive', minimum: 1 }).nullable(),
      'Most money of Flex in a window, at least 1; null: no cap.',
    ),
    from,
  }),
  z.strictObject({
    do: key(z.literal('prepaid'), 'Buys prepaid credits. R8'),
    credits: key(credits('not negative'), 'Credits bought; 0 buys nothing.'),
    at: key(time(), 'When. R1'),
    unitPrice: key(money('money'), 'Money for one credit. Default: the plan’s price for that quantity. R8').optional(),
    instead: defaulted(
      z.boolean(),
      false,
      'In place of all purchases that the scenario and the changes before make. Default: false, on top of them.',
    ),
  }),
  z.strictObject({
    do: key(z.literal('price'), 'Other unit prices, on all plans in use and all purchases.'),
    flex: key(money('money'), 'Money for one credit of Flex. R12').optional(),
    prepaid: key(money('money'), 'Money for one prepaid credit. R8').optional(),
  }),
  z.strictObject({
    do: key(z.literal('usage'), 'More or less usage, known usage too: each event’s credits are multiplied.'),
    factor: key(modelNumber({ what: 'a factor', minimum: 0, maximum: 1_000_000 }), 'Factor; 1.2 is 20 % more.'),
    of,
  }),
  z.strictObject({
    do: key(z.literal('growth'), 'Usage that grows further, month by month, beside any growth of its own.'),
    rate: key(
      modelNumber({ what: 'a growth', minimum: -1, maximum: 100 }),
      'Growth per calendar month, counted from the horizon’s first: 0.05 is 5 %.',
    ),
    of,
  }),
]);

const variant = z.strictObject({
  name: key(lineText(), 'Name of the variant; no two have the same.'),
  scenario: key(insidePath(), 'A scenario of its own beside the comparison. Default: the base.').optional(),
  changes: key(z.array(changeSchema).max(100), 'What is changed, one after the other. Default: nothing.').optional(),
});

/** The comparison document. The decoder and the JSON Schema are both made from it. */
export const comparisonSchema = z.strictObject({
  format: key(z.literal(comparisonFormat), 'The format of this document.'),
  name: key(lineText(), 'Name of the comparison.'),
  base: key(insidePath(), 'The scenario that the variants change, beside the comparison or in a folder there.'),
  variants: key(
    z.array(variant).max(mostVariants),
    'Two to five variants. The others are held against the first, which may have no changes.',
  ),
});

export type ComparisonDocument = z.output<typeof comparisonSchema>;
export type ChangeDocument = z.output<typeof changeSchema>;
