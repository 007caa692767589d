import type { JsonValue } from '../../base/canonicalJson.ts';
import { assert } from '../../base/assert.ts';
import { catalogOf } from '../../catalog/catalogs.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { scenarioAsRun } from '../../scenario/scenarioAsRun.ts';
import { timeReader } from '../../scenario/timeReader.ts';
import type { VariantChange } from './comparison.ts';
import type { DemandScale } from './demandScale.ts';

/** A scenario with the changes of a variant. */
export interface ChangedScenario {
  /** A scenario document, which decodes as any other. */
  readonly text: string;
  /** What is multiplied after the usage is known in credits, in files too: no document says that. */
  readonly scales: readonly DemandScale[];
  /** Which change, by its index, wrote what stands at a JSON path of the text. */
  readonly origins: readonly { readonly path: string; readonly change: number }[];
}

type Json = Record<string, JsonValue | undefined>;

/** A document on its way: entries of the timeline that a change wrote are known by identity, for others move. */
interface Draft {
  readonly scenario: Scenario;
  readonly document: Json;
  timeline: Json[];
  readonly wrote: Map<Json, number>;
  readonly origins: { path: string; change: number }[];
  readonly instantOf: (text: JsonValue | undefined) => number;
}

/** Applies changes one after the other to a scenario that is in order; prices come last, for they hold for what others add. */
export function applyChanges(scenario: Scenario, changes: readonly VariantChange[]): ChangedScenario {
  const draft = openDraft(scenario);
  const scales: DemandScale[] = [];
  const numbered = changes.map((change, index) => ({ ...change, index }));
  const isPrice = ({ change }: VariantChange): boolean => change.do === 'price';
  for (const each of [...numbered.filter((each) => !isPrice(each)), ...numbered.filter(isPrice)]) {
    const { change } = each;
    if (change.do === 'usage') scales.push({ factor: change.factor, growth: 0, of: change.of ?? null });
    else if (change.do === 'growth') scales.push({ factor: 1, growth: change.rate, of: change.of ?? null });
    else apply(draft, each, each.index);
  }
  const { document, timeline, wrote, origins } = draft;
  const entries = timeline.flatMap((entry, index) => {
    const change = wrote.get(entry);
    return change === undefined ? [] : [{ path: `timeline[${index}]`, change }];
  });
  const text = `${JSON.stringify({ ...document, timeline }, null, 2)}\n`;
  return { text, scales, origins: [...origins, ...entries] };
}

function openDraft(scenario: Scenario): Draft {
  const document = { ...(scenarioAsRun(scenario.json.root!) as Json) };
  const read = timeReader(scenario.zone);
  return {
    scenario,
    document,
    timeline: ((document['timeline'] ?? []) as Json[]).map((entry) => ({ ...entry })),
    wrote: new Map(),
    origins: [],
    instantOf: (text) => (typeof text === 'string' ? (read(text) ?? NaN) : scenario.start),
  };
}

function apply(draft: Draft, { change, written }: VariantChange, index: number): void {
  switch (change.do) {
    case 'plan':
      return changePlan(draft, written, index);
    case 'catalog':
      draft.document['catalog'] = written['edition'];
      if (change.alone) for (const key of ['plans', 'meters']) delete draft.document[key];
      return void draft.origins.push({ path: 'catalog', change: index });
    case 'flex':
      return setFlex(draft, { key: 'enabled', value: change.enabled, from: written['from'] }, index);
    case 'cap':
      return setFlex(draft, { key: 'cap', value: written['amount'] ?? null, from: written['from'] }, index);
    case 'prepaid': {
      if (change.instead) draft.timeline = draft.timeline.filter((entry) => entry['do'] !== 'buy-prepaid');
      const { at, credits, unitPrice } = written;
      const price = unitPrice === undefined ? {} : { unitPrice };
      return change.credits === 0 ? undefined : enter(draft, { at, do: 'buy-prepaid', credits, ...price }, index);
    }
    case 'price':
      return setPrices(draft, written, index);
    default:
      return assert(false, 'what scales demand is no change of the document');
  }
}

/** From `from` on the plan is this one: entries that change it later are left out, and later subscriptions are to it. @rule R17 */
function changePlan(draft: Draft, { plan, from, when }: VariantChange['written'], index: number): void {
  const at = draft.instantOf(from);
  const later = (entry: Json): boolean => from === undefined || draft.instantOf(entry['at']) >= at;
  const runs = isSubscribed(draft, later);
  draft.timeline = draft.timeline.filter((entry) => !(entry['do'] === 'change-plan' && later(entry)));
  if (from === undefined) dropPendingChange(draft);
  const subscribes = draft.timeline.filter((entry) => entry['do'] === 'subscribe' && later(entry));
  for (const entry of subscribes) {
    entry['plan'] = plan;
    draft.wrote.set(entry, index);
  }
  const start = from ?? startOf(draft);
  if (runs) enter(draft, { at: start, do: 'change-plan', plan, ...(when === undefined ? {} : { when }) }, index);
  else if (subscribes.length === 0) enter(draft, { at: start, do: 'subscribe', plan }, index);
}

/** Whether a subscription runs before the entries that are later. */
function isSubscribed({ scenario, timeline, instantOf }: Draft, later: (entry: Json) => boolean): boolean {
  let runs = (scenario.opening?.subscription ?? null) !== null;
  const before = timeline.filter((entry) => !later(entry));
  for (const entry of before.sort((a, b) => instantOf(a['at']) - instantOf(b['at']))) {
    if (entry['do'] === 'subscribe') runs = true;
    if (entry['do'] === 'cancel' && entry['when'] !== 'cycle-end') runs = false;
  }
  return runs;
}

function dropPendingChange({ document }: Draft): void {
  const opening = document['opening'] as Json | undefined;
  const pending = opening?.['pending'] as Json | null | undefined;
  if (pending?.['do'] !== 'change-plan') return;
  const { pending: _left, ...rest } = opening!;
  document['opening'] = rest;
}

/** From `from` on the setting is this one: what the timeline sets later is left out. @rule R11 R13 */
function setFlex(
  draft: Draft,
  {
    key,
    value,
    from,
  }: { readonly key: 'enabled' | 'cap'; readonly value: JsonValue; readonly from?: JsonValue | undefined },
  index: number,
): void {
  const at = draft.instantOf(from);
  draft.timeline = draft.timeline.filter((entry) => {
    if (entry['do'] !== 'set-flex' || draft.instantOf(entry['at']) < at) return true;
    delete entry[key];
    return entry['enabled'] !== undefined || entry['cap'] !== undefined;
  });
  enter(draft, { at: from ?? startOf(draft), do: 'set-flex', [key]: value }, index);
}

/** Flex of all paid plans in use, and every purchase. @rule R8 R12 */
function setPrices(draft: Draft, { flex, prepaid }: VariantChange['written'], index: number): void {
  if (prepaid !== undefined) {
    for (const entry of draft.timeline) {
      if (entry['do'] !== 'buy-prepaid') continue;
      entry['unitPrice'] = prepaid;
      if (!draft.wrote.has(entry)) draft.wrote.set(entry, index);
    }
  }
  if (flex === undefined) return;
  const plans = ((draft.document['plans'] ?? []) as Json[]).map((plan) => ({ ...plan }));
  for (const id of plansInUse(draft)) {
    if (kindOf(draft, id, plans) === 'free') continue;
    let number = plans.findIndex((plan) => plan['id'] === id);
    if (number < 0) number = plans.push({ id }) - 1;
    plans[number]!['flexPrice'] = flex;
    draft.origins.push({ path: `plans[${number}].flexPrice`, change: index });
  }
  draft.document['plans'] = plans;
}

function plansInUse({ document, timeline }: Draft): Set<string> {
  const opening = document['opening'] as Json | undefined;
  const pending = opening?.['pending'] as Json | null | undefined;
  const named = [opening?.['plan'], pending?.['plan'], ...timeline.map((entry) => entry['plan'])];
  return new Set(named.filter((id) => typeof id === 'string'));
}

function kindOf({ document }: Draft, id: string, plans: readonly Json[]): JsonValue | undefined {
  const catalog = typeof document['catalog'] === 'string' ? catalogOf(document['catalog']) : null;
  const given = plans.find((plan) => plan['id'] === id)?.['kind'];
  return given ?? catalog?.plans.find((plan) => plan.id === id)?.kind;
}

function enter(draft: Draft, entry: Json, index: number): void {
  draft.timeline.push(entry);
  draft.wrote.set(entry, index);
}

function startOf({ document }: Draft): JsonValue | undefined {
  return (document['horizon'] as Json)['start'];
}
