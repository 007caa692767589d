import { formatCredits } from '../../base/credits.ts';
import { formatDecimal } from '../../base/decimal.ts';
import type { Ratio } from '../../base/ratio.ts';
import { formatLocalDate } from '../../calendar/instant.ts';
import type { Scenario, ScenarioAction, ScenarioPlan } from '../../scenario/scenario.ts';
import type { DemandScale } from './demandScale.ts';

/** One input of all variants, in words; `differs` where they are not all alike. */
export interface ComparedInput {
  readonly input: string;
  readonly values: readonly string[];
  readonly differs: boolean;
}

/** A variant with its changes applied. */
export interface VariantTerms {
  readonly scenario: Scenario;
  readonly scales: readonly DemandScale[];
}

/** The terms of variants row by row, in the order in which people ask for them; rows that nobody has are left out. */
export function variantInputs(variants: readonly VariantTerms[]): ComparedInput[] {
  const rows = inputs.map(([input, read]) => ({ input, values: variants.map((variant) => read(variant)) }));
  return rows
    .filter(({ values }) => values.some((value) => value !== none))
    .map((row) => ({ ...row, differs: row.values.some((value) => value !== row.values[0]) }));
}

const none = 'none';

type Read = (variant: VariantTerms) => string;

const inputs: readonly (readonly [string, Read])[] = [
  ['Price list', ({ scenario }) => scenario.catalog?.id ?? none],
  ['Plans', ({ scenario }) => eachPlan(scenario, ({ name, from }) => (from ? `${name} from ${from}` : name))],
  ['Cycle', ({ scenario }) => eachPlan(scenario, ({ plan }) => plan?.cycle ?? 'unknown')],
  ['Fee a cycle', ({ scenario }) => eachPlan(scenario, ({ plan }) => (plan ? money(plan.fee, scenario) : 'unknown'))],
  [
    'Included credits a cycle',
    ({ scenario }) => eachPlan(scenario, ({ plan }) => (plan ? formatCredits(plan.included) : 'unknown')),
  ],
  ['Flex, a credit', ({ scenario }) => eachPlan(scenario, ({ plan }) => flexText(plan, scenario))],
  ['Flex settings', ({ scenario }) => flexSettings(scenario)],
  ['Prepaid purchases', ({ scenario }) => purchases(scenario)],
  [
    'Usage factor',
    ({ scales }) =>
      scaleText(
        scales.filter(({ factor }) => factor !== 1),
        ({ factor }) => `× ${factor}`,
      ),
  ],
  [
    'Further growth a month',
    ({ scales }) =>
      scaleText(
        scales.filter(({ growth }) => growth !== 0),
        ({ growth }) => `${Number((growth * 100).toPrecision(6))} %`,
      ),
  ],
  ['Demand models', ({ scenario }) => list(scenario.models.map(({ id }) => id))],
  ['Usage files', ({ scenario }) => list(scenario.files.map(({ path }) => path))],
];

interface PlanInUse {
  readonly name: string;
  readonly plan: ScenarioPlan | undefined;
  /** Local date; null where it runs from the start. */
  readonly from: string | null;
}

function eachPlan(scenario: Scenario, text: (used: PlanInUse) => string): string {
  const named = scenario.timeline
    .filter((action) => action.do === 'subscribe' || action.do === 'change-plan')
    .sort((a, b) => a.at - b.at)
    .map((action) => ({ id: 'plan' in action ? action.plan : '', at: action.at }));
  const opening = scenario.opening?.subscription;
  const used = [...(opening ? [{ id: opening.plan, at: scenario.start }] : []), ...named].map(({ id, at }) => {
    const plan = scenario.plans.find((each) => each.id === id);
    const from = at <= scenario.start ? null : formatLocalDate(at, scenario.zone);
    return { name: plan && plan.name !== id ? `${plan.name} (${id})` : id, plan, from };
  });
  return used.length === 0 ? none : used.map(text).join(', then ');
}

function flexText(plan: ScenarioPlan | undefined, scenario: Scenario): string {
  if (!plan) return 'unknown';
  return plan.kind === 'free' ? 'no Flex' : money(plan.flexPrice, scenario);
}

function flexSettings(scenario: Scenario): string {
  const { opening } = scenario;
  const start = opening
    ? [settingText({ enabled: opening.flexEnabled ? null : false, cap: opening.cap ?? undefined }, scenario)]
    : [];
  const set = [...scenario.timeline]
    .sort((a, b) => a.at - b.at)
    .flatMap((action) =>
      action.do === 'set-flex' ? [`${settingText(action, scenario)}${since(action, scenario)}`] : [],
    );
  return list([...start, ...set].filter((text) => text !== ''));
}

function settingText(
  { enabled, cap }: { readonly enabled: boolean | null; readonly cap: Ratio | null | undefined },
  scenario: Scenario,
): string {
  const parts = [
    ...(enabled === null ? [] : [enabled ? 'on' : 'off']),
    ...(cap === undefined ? [] : [cap === null ? 'no cap' : `cap ${money(cap, scenario)}`]),
  ];
  return parts.join(', ');
}

function purchases(scenario: Scenario): string {
  return list(
    [...scenario.timeline]
      .sort((a, b) => a.at - b.at)
      .flatMap((action) => {
        if (action.do !== 'buy-prepaid') return [];
        const price = action.unitPrice ? ` at ${money(action.unitPrice, scenario)}` : '';
        return [`${formatCredits(action.credits)}${price} on ${formatLocalDate(action.at, scenario.zone)}`];
      }),
  );
}

function since({ at }: ScenarioAction, { start, zone }: Scenario): string {
  return at <= start ? '' : ` from ${formatLocalDate(at, zone)}`;
}

function scaleText(scales: readonly DemandScale[], text: (scale: DemandScale) => string): string {
  return list(scales.map((scale) => (scale.of === null ? text(scale) : `${scale.of} ${text(scale)}`)));
}

function money(amount: Ratio, { currency }: Scenario): string {
  return `${formatDecimal(amount) ?? `${amount.num}/${amount.den}`} ${currency}`;
}

function list(texts: readonly string[]): string {
  return texts.length === 0 ? none : texts.join(', ');
}
