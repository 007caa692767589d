import type { Catalog, CatalogNote, CatalogPlan, Confidence, Figure } from '../catalog/catalog.ts';
import { demandAssumptions } from './demandAssumptions.ts';
import type { Scenario, ScenarioMeter } from './scenario.ts';

/** Something that a bill rests on and that nobody proved: a choice of ours, expected usage, a value nobody published, a plan's dated price. */
export interface Assumption {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly rule: string | null;
  readonly kind: 'choice' | 'demand' | 'unpublished' | 'vendor' | 'not-modelled';
  /** `A`, `B`, `?` for vendor facts. */
  readonly confidence: string | null;
  readonly source: string | null;
  /** JSON path of the scenario where the user sets it; null where it cannot be set. */
  readonly path: string | null;
}

/** Everything that the bill of a scenario rests on, the choices of the rules first, then the catalog's figures in use. */
export function assumptionsOf(scenario: Scenario): Assumption[] {
  const { catalog } = scenario;
  return [
    ...policyChoices(scenario),
    ...fixedChoices,
    ...notModelled,
    ...demandAssumptions(scenario),
    ...(catalog ? catalogAssumptions(scenario, catalog) : []),
  ];
}

function policyChoices({ zone, includedCycle, flexCycle, document }: Scenario): Assumption[] {
  const counted = { anniversary: 'from the subscription’s start', calendar: 'from the 1st of each month' };
  const written = document.timeZone === undefined ? '' : ` It is ${zone.id}.`;
  return [
    choice(
      'time-zone',
      'Time zone',
      'R1',
      `Months begin and dates lie in the scenario’s time zone.${written}`,
      'timeZone',
    ),
    choice(
      'included-cycle',
      'Months of included credits',
      'R2',
      `The cycles of monthly plans are counted ${counted[includedCycle]}; annual cycles from the subscription’s start.`,
      'policy.includedCycle',
    ),
    choice('flex-cycle', 'Flex months', 'R2', `Flex months are counted ${counted[flexCycle]}.`, 'policy.flexCycle'),
  ];
}

const fixedChoices: readonly Assumption[] = [
  choice(
    'same-instant',
    'Order at one instant',
    'R3',
    'At one instant boundaries come first, then cancel and plan changes, subscriptions, purchases, Flex settings, adjustments, then usage.',
  ),
  choice(
    'no-proration',
    'No proration',
    'R7',
    'A plan change forfeits the included credits left, starts a new cycle and charges its fee in full; nothing is refunded.',
  ),
  choice(
    'volume-prices',
    'Volume prices of prepaid credits',
    'R8',
    'A purchase costs, for its whole quantity, the price of the row that its quantity reaches.',
  ),
  choice('lot-order', 'Order of prepaid lots', 'R9', 'Prepaid lots are drawn oldest first.'),
  choice(
    'purchase-serves-later',
    'Purchases serve later usage',
    'R10',
    'A purchase serves only usage after it; Flex already consumed stays Flex.',
  ),
  choice(
    'exact-cap',
    'The Flex cap is exact',
    'R13',
    'The cap stops Flex at the very credit that reaches it; an event that crosses it is split.',
  ),
  choice(
    'rounding',
    'Rounding of usage',
    'R18',
    'The credits of an event are rounded half-even to nine decimals, once.',
  ),
  choice(
    'failed-jobs',
    'Failed jobs are billed',
    'R22',
    'Every event is billed unless it says "billable": false; how failed jobs are treated is not published.',
  ),
  choice('line-rounding', 'Rounding of money', 'R24', 'Each invoice line is rounded once, half away from zero.'),
];

const notModelled: readonly Assumption[] = [
  assumption('tax', 'not-modelled', 'Taxes', 'Taxes are not computed; what is published says nothing of them.'),
  assumption(
    'refunds',
    'not-modelled',
    'Refunds',
    'Refunds and credit notes are not computed, other than adjustments of credits.',
  ),
];

function choice(id: string, title: string, rule: string, text: string, path: string | null = null): Assumption {
  return { id, title, text, rule, kind: 'choice', confidence: null, source: null, path };
}

function assumption(id: string, kind: Assumption['kind'], title: string, text: string): Assumption {
  return { id, title, text, rule: null, kind, confidence: null, source: null, path: null };
}

function catalogAssumptions(scenario: Scenario, catalog: Catalog): Assumption[] {
  return [
    {
      ...assumption(
        'catalog',
        'vendor',
        'Price list',
        `Figures are those of “${catalog.title}”, in force ${catalog.dated}.`,
      ),
      path: 'catalog',
    },
    ...usedPlans(scenario, catalog).flatMap((plan) => planAssumptions(scenario, plan)),
    ...usedMeters(scenario).flatMap((meter) => meterAssumptions(meter, catalog)),
    ...catalog.notes.map(noteAssumption),
  ];
}

function usedPlans({ timeline, opening }: Scenario, catalog: Catalog): CatalogPlan[] {
  const ids = new Set(timeline.flatMap((action) => ('plan' in action ? [action.plan] : [])));
  const subscription = opening?.subscription;
  if (subscription) ids.add(subscription.plan);
  if (subscription?.pending?.do === 'change-plan') ids.add(subscription.pending.plan);
  return catalog.plans.filter(({ id }) => ids.has(id));
}

const planFigures = [
  ['fee', 'fee'],
  ['includedCredits', 'included credits'],
  ['flexPrice', 'Flex price'],
  ['prepaidPrices', 'price of prepaid credits'],
] as const;

/** Each figure of a plan in use: the catalog's with its confidence, or the user's where none is published. */
function planAssumptions({ document }: Scenario, plan: CatalogPlan): Assumption[] {
  const index = document.plans?.findIndex(({ id }) => id === plan.id) ?? -1;
  const given = document.plans?.[index];
  return planFigures.flatMap(([key, words]): Assumption[] => {
    const published = key === 'prepaidPrices' ? plan.prepaidPrice : plan[key];
    const path = given ? `plans[${index}].${key}` : 'plans';
    const id = `plan/${plan.id}/${key}`;
    const title = `${plan.name}: ${words}`;
    if (given?.[key] !== undefined)
      return [published ? overridden({ id, title, path, published }) : own({ id, title, path })];
    return published && plan.kind === 'paid' ? [asPublished({ id, title, path, published })] : [];
  });
}

interface Described {
  readonly id: string;
  readonly title: string;
  readonly path: string;
}

function own({ id, title, path }: Described): Assumption {
  return { ...assumption(id, 'unpublished', title, 'Nobody published this figure; the scenario sets it.'), path };
}

function overridden({ id, title, path, published }: Described & { readonly published: Figure }): Assumption {
  const { value, confidence, source } = published;
  const text = `The scenario sets this figure; published was ${value}.`;
  return { ...assumption(id, 'vendor', title, text), confidence, source, path };
}

function asPublished({ id, title, path, published }: Described & { readonly published: Figure }): Assumption {
  const { value, confidence, source } = published;
  return { ...assumption(id, 'vendor', title, `${value}, ${confidenceWords[confidence]}.`), confidence, source, path };
}

const confidenceWords: Readonly<Record<Confidence, string>> = {
  A: 'as the vendor publishes it',
  B: 'as a third party quotes it',
  '?': 'contradicted, derived or not dated',
};

function usedMeters({ meters, events, models, files }: Scenario): ScenarioMeter[] {
  const ids = new Set([...events.map(({ use }) => use.meter), ...models.map(({ meter }) => meter)]);
  return files.length > 0 ? [...meters] : meters.filter(({ id }) => ids.has(id));
}

function meterAssumptions(meter: ScenarioMeter, catalog: Catalog): Assumption[] {
  const published = catalog.meters.find(({ id }) => id === meter.id);
  if (!published) return [];
  const id = `meter/${meter.id}`;
  const title = `${published.name}: rate`;
  const text = meter.rates.map((rate) => rate.text).join('; ');
  const path = meter.path ? `meters[${meter.path[1]}].rates` : 'meters';
  if (!published.rate)
    return [
      { ...assumption(id, 'unpublished', title, `Nobody published this rate; the scenario sets ${text}.`), path },
    ];
  const { confidence, source } = published.rate;
  return [
    {
      ...assumption(id, 'vendor', title, `${text}, ${confidenceWords[confidence]}.`),
      rule: 'R18',
      confidence,
      source,
      path,
    },
  ];
}

function noteAssumption({ id, kind, text, confidence, source }: CatalogNote): Assumption {
  const title = { 'not-modelled': 'Not computed', unpublished: 'Not published', vendor: 'Published' }[kind];
  return { ...assumption(`note/${id}`, kind, title, text), confidence, source };
}
