import { z } from 'zod';
import { amount, credits, wholeNumber } from './amounts.ts';
import { modelSchema } from './modelSchema.ts';
import { defaulted, key } from './schemaKey.ts';
import { catalogId, currency, identity, insidePath, lineText, localDate, sha256, time, timeZone } from './texts.ts';

/** The format that a scenario document names. */
export const scenarioFormat = 'drawdown.scenario/1';

const horizon = z.strictObject({
  start: key(
    time(),
    'First instant of the run: a local date, a local time, or an instant with Z or an offset. R1, R25',
  ),
  end: key(time(), 'End of the run, itself outside it. R25'),
});

const monthPolicy = z.enum(['anniversary', 'calendar']);

const policy = z.strictObject({
  includedCycle: defaulted(
    monthPolicy,
    'anniversary',
    'How the months of included credits are counted: from the subscription’s start, or the 1st of each month. Default: anniversary. R2',
  ),
  flexCycle: defaulted(
    monthPolicy,
    'anniversary',
    'How Flex months are counted: from the subscription’s start, or the 1st of each month. Default: anniversary. R2',
  ),
});

const prepaidPrice = z.strictObject({
  from: key(credits('not negative'), 'Credits: the row holds for purchases of this quantity and more. R8'),
  unitPrice: key(amount({ what: 'money', sign: 'not negative' }), 'Money for one credit. R8'),
});

/** A plan. With a catalog, the keys given override the catalog’s plan of the same id. */
export const planSchema = z.strictObject({
  id: key(identity(), 'Identity of the plan, by which the timeline names it.'),
  name: key(lineText(), 'Name for people. Default: the catalog’s, else the id.').optional(),
  kind: key(z.enum(['paid', 'free']), 'A free plan has no Flex, and its fee and Flex price are 0. R11, R24').optional(),
  cycle: key(z.enum(['monthly', 'annual']), 'Length of a cycle: one month or twelve. R5, R6').optional(),
  fee: key(amount({ what: 'money', sign: 'not negative' }), 'Money charged at the start of each cycle. R24').optional(),
  includedCredits: key(credits('not negative'), 'Credits granted at the start of each cycle. R5, R6').optional(),
  flexPrice: key(amount({ what: 'money', sign: 'not negative' }), 'Money for one credit of Flex. R12').optional(),
  prepaidPrices: key(
    z.array(prepaidPrice),
    'Volume prices of prepaid credits: the whole quantity costs the row with the greatest `from` not above it. R8',
  ).optional(),
});

/** A rate of a meter. */
export const rateSchema = z.strictObject({
  from: key(time(), 'The rate holds for usage from this time on. R18'),
  credits: key(
    amount({ what: 'credits', sign: 'not negative' }),
    'Credits that `per` units cost; 0 is free. R18',
  ).optional(),
  per: defaulted(amount({ what: 'units', sign: 'positive' }), 1, 'Units that the price is for. Default: 1. R18'),
  minimum: defaulted(
    amount({ what: 'units', sign: 'not negative' }),
    0,
    'Least quantity charged per call. Default: 0. R18',
  ),
  plus: defaulted(amount({ what: 'units', sign: 'not negative' }), 0, 'Quantity added per call. Default: 0. R18'),
  providerPrice: key(
    amount({ what: 'money', sign: 'not negative' }),
    'The provider’s price of `per` units. R19',
  ).optional(),
  creditPrice: key(amount({ what: 'money', sign: 'positive' }), 'Money that one credit stands for. R19').optional(),
  markup: key(
    amount({ what: 'a share', sign: 'not negative' }),
    'Added to the provider’s price: 0.1 is 10 %. Default: 0. R19',
  ).optional(),
});

/** A meter. With a catalog, the keys given override the catalog’s meter of the same id. */
export const meterSchema = z.strictObject({
  id: key(identity(), 'Identity of the meter, by which usage names it.'),
  unit: key(lineText(), 'What is counted: image, second, token …').optional(),
  runs: key(
    z.enum(['hosted', 'self-hosted', 'third-party']),
    'Where the work runs; all draw on the same credits. R20',
  ).optional(),
  rates: key(z.array(rateSchema), 'Effective-dated rates; usage before the first is an error. R18').optional(),
});

const at = key(time(), 'When: a local date (midnight), a local time, or an instant with Z or an offset. R1');
const plan = key(identity(), 'Id of a plan.');
const when = defaulted(z.enum(['now', 'cycle-end']), 'now', 'Now, or when the running cycle ends. Default: now. R15');
const cap = amount({ what: 'money', sign: 'positive', minimum: 1 });

/** One entry of the timeline. */
export const actionSchema = z.discriminatedUnion('do', [
  z.strictObject({ at, do: key(z.literal('subscribe'), 'Starts a subscription. R17'), plan }),
  z.strictObject({ at, do: key(z.literal('change-plan'), 'Moves to another plan. R7, R15, R17'), plan, when }),
  z.strictObject({ at, do: key(z.literal('cancel'), 'Ends the subscription. R14, R15'), when }),
  z.strictObject({
    at,
    do: key(z.literal('buy-prepaid'), 'Buys a lot of prepaid credits. R8'),
    credits: key(credits('positive'), 'Credits bought. R8'),
    unitPrice: key(
      amount({ what: 'money', sign: 'not negative' }),
      'Money for one credit. Default: the plan’s `prepaidPrices`. R8',
    ).optional(),
    id: key(identity(), 'Identity of the lot. Default: lot-1, lot-2 … in the order of the document.').optional(),
  }),
  z.strictObject({
    at,
    do: key(z.literal('set-flex'), 'Switches Flex, or sets its cap. R11, R13'),
    enabled: key(
      z.boolean(),
      'Whether demand beyond included and prepaid is served. Default: as it was. R11',
    ).optional(),
    cap: key(
      cap.nullable(),
      'Most money of Flex in a window, at least 1; null removes the cap. Default: as it was. R13',
    ).optional(),
  }),
  z.strictObject({
    at,
    do: key(z.literal('adjust'), 'Corrects a balance, without an invoice line. R26'),
    bucket: key(z.enum(['included', 'prepaid']), 'Which balance. R26'),
    credits: key(credits('not zero'), 'Credits, signed. R26'),
    reason: key(lineText(), 'Why.').optional(),
  }),
]);

/** One usage event. */
export const eventSchema = z.strictObject({
  at,
  meter: key(identity(), 'Id of a meter; `quantity` then says how much. R18').optional(),
  quantity: key(amount({ what: 'a quantity', sign: 'not negative' }), 'Quantity in the meter’s unit. R18').optional(),
  credits: key(
    credits('not negative', true),
    'Credits, instead of meter and quantity; rounded half-even to nine decimals. R18',
  ).optional(),
  calls: defaulted(
    wholeNumber(1, 2 ** 31 - 1),
    1,
    'Calls that the quantity sums up: minimum and plus count once each. Default: 1. R18',
  ),
  whole: defaulted(z.boolean(), false, 'Served entirely or not at all. Default: false. R21'),
  billable: defaulted(z.boolean(), true, 'False records the event and draws nothing. Default: true. R22'),
  id: key(identity(), 'Identity of the event; no two events share one. R23').optional(),
});

/** A usage file beside the scenario. */
export const fileSchema = z.strictObject({
  path: key(insidePath(), 'CSV or NDJSON file, relative to the scenario and inside its folder.'),
  sha256: key(sha256(), 'SHA-256 of the file, checked when it is read.').optional(),
});

const usage = z.strictObject({
  events: key(z.array(eventSchema), 'Usage events.').optional(),
  files: key(z.array(fileSchema), 'Usage files beside the scenario.').optional(),
  models: key(z.array(modelSchema).max(1000), 'Demand models; each makes one event a day.').optional(),
  asOf: key(
    localDate(),
    'Known usage ends here: events and files on or after it are errors, model days before it are left out.',
  ).optional(),
});

const openingLot = z.strictObject({
  credits: key(credits('not negative'), 'Credits left in the lot.'),
  unitPrice: key(amount({ what: 'money', sign: 'not negative' }), 'Money that one credit cost.'),
  id: key(identity(), 'Identity of the lot. Default: opening-1, opening-2 …').optional(),
});

const pending = z.discriminatedUnion('do', [
  z.strictObject({ do: key(z.literal('cancel'), 'The subscription ends with the running cycle. R15') }),
  z.strictObject({
    do: key(z.literal('change-plan'), 'The plan changes with the end of the running cycle. R15'),
    plan,
  }),
]);

const opening = z.strictObject({
  plan: key(identity(), 'Id of the plan that runs at the horizon’s start; without it none does. R27').optional(),
  since: key(time(), 'The subscription’s start, from which its boundaries are counted. R27').optional(),
  included: key(credits('not negative'), 'Included credits left. Default: none. R27').optional(),
  prepaid: key(z.array(openingLot), 'Prepaid lots, oldest first. Default: none. R27').optional(),
  flex: key(credits('not negative'), 'Credits of Flex accrued in the open Flex month. Default: none. R27').optional(),
  capUsed: key(credits('not negative'), 'Credits of Flex used in the cap’s window. Default: `flex`. R27').optional(),
  flexEnabled: defaulted(z.boolean(), true, 'Whether Flex is enabled. Default: true. R11'),
  cap: key(cap.nullable(), 'Most money of Flex in a window, at least 1. Default: no cap. R13').optional(),
  pending: key(pending.nullable(), 'What happens when the running cycle ends. Default: it renews. R15').optional(),
});

/** The scenario document. The decoder and the JSON Schema are both made from it. */
export const scenarioSchema = z.strictObject({
  format: key(z.literal(scenarioFormat), 'The format of this document.'),
  name: key(lineText(), 'Name of the scenario.'),
  currency: key(currency(), 'Currency of all money, as three capital letters. R24'),
  timeZone: defaulted(timeZone(), 'UTC', 'IANA time zone of all local times and month boundaries. Default: UTC. R1'),
  horizon: key(horizon, 'What the run covers, [start, end). R25'),
  policy: defaulted(policy, {}, 'How months are counted. R2'),
  catalog: key(
    catalogId(),
    'A built-in edition of the price list; `plans` and `meters` override its parts.',
  ).optional(),
  plans: key(z.array(planSchema), 'Plans. May be left out with a catalog.').optional(),
  meters: key(z.array(meterSchema), 'Meters. May be left out with a catalog.').optional(),
  timeline: key(z.array(actionSchema), 'What is done and when. R3').optional(),
  usage: key(usage, 'What is used: events, files and demand models.').optional(),
  opening: key(opening, 'A workspace that already runs at the horizon’s start. R27').optional(),
});

/** Marks objects whose good keys are checked further even where others are faulty. */
export const partialObjects = z.registry<{ readonly partial: true }>();
for (const schema of [scenarioSchema, usage, opening]) partialObjects.add(schema, { partial: true });

export type ScenarioDocument = z.output<typeof scenarioSchema>;
export type PlanDocument = z.output<typeof planSchema>;
export type MeterDocument = z.output<typeof meterSchema>;
export type RateDocument = z.output<typeof rateSchema>;
export type ActionDocument = z.output<typeof actionSchema>;
export type EventDocument = z.output<typeof eventSchema>;
export type OpeningDocument = z.output<typeof opening>;
