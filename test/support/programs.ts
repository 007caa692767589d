import fc from 'fast-check';
import { ratio, type Ratio } from '../../shared/base/ratio.ts';
import { addMonths } from '../../shared/calendar/month.ts';
import { zoneOf, type Zone } from '../../shared/calendar/zone.ts';
import type { Run } from '../../shared/engine/outcome.ts';
import type { Action, PlanTerms, Program, UsageColumns, WorkspaceState } from '../../shared/engine/program.ts';
import { runProgram } from '../../shared/engine/run.ts';

const nano = 1_000_000_000;
const hour = 3_600_000;

/** Zones whose clocks change by an hour, by half an hour, at midnight, by a whole day, or never. */
const zones = ['UTC', 'America/New_York', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'Pacific/Apia', 'Europe/Berlin'];

const price = (units: bigint): Ratio => ratio(units, 100n);
const tiers = [
  { from: 0, unitPrice: price(400n) },
  { from: 50 * nano, unitPrice: price(349n) },
];

/** Free and paid, monthly and annual, with and without a price for Flex. */
const plans: readonly PlanTerms[] = [
  {
    id: 'growth',
    kind: 'paid',
    cycle: 'monthly',
    fee: price(29_900n),
    included: 15 * nano,
    flexPrice: price(400n),
    prepaidPrices: tiers,
  },
  {
    id: 'growth-annual',
    kind: 'paid',
    cycle: 'annual',
    fee: price(299_000n),
    included: 120 * nano,
    flexPrice: price(333n),
    prepaidPrices: tiers,
  },
  {
    id: 'free',
    kind: 'free',
    cycle: 'monthly',
    fee: price(0n),
    included: 3 * nano,
    flexPrice: price(0n),
    prepaidPrices: tiers,
  },
  {
    id: 'gift',
    kind: 'paid',
    cycle: 'monthly',
    fee: price(0n),
    included: 0,
    flexPrice: price(0n),
    prepaidPrices: tiers,
  },
];

const starts = [
  '2024-01-31',
  '2024-02-29',
  '2026-01-01',
  '2026-03-08T02:30',
  '2025-10-26T01:30',
  '2011-11-30',
  '2018-10-04',
];

/** A time in the horizon: often a whole number of months from its start, where boundaries lie. */
const moments = fc.oneof(
  fc.record({ months: fc.integer({ min: 0, max: 15 }), hours: fc.constantFrom(0, 0, 0, 1) }),
  fc.record({ months: fc.integer({ min: 0, max: 15 }), hours: fc.integer({ min: 0, max: 30 * 24 }) }),
);

const credits = fc.oneof(
  fc.integer({ min: 1, max: 40 * nano }),
  fc.integer({ min: 1, max: 40 }).map((whole) => whole * nano),
);
const when = fc.constantFrom('now' as const, 'cycle-end' as const);
const planIndex = fc.nat({ max: plans.length - 1 });

const deeds = fc.oneof(
  fc.record({ do: fc.constant('subscribe' as const), plan: planIndex }),
  fc.record({ do: fc.constant('change-plan' as const), plan: planIndex, when }),
  fc.record({ do: fc.constant('cancel' as const), when }),
  fc.record({ do: fc.constant('buy-prepaid' as const), credits, unitPrice: fc.constantFrom(null, price(375n)) }),
  fc.record({
    do: fc.constant('set-flex' as const),
    enabled: fc.constantFrom(true, false, null),
    cap: fc.constantFrom(undefined, null, price(100n), price(10_001n)),
  }),
  fc.record({
    do: fc.constant('adjust' as const),
    bucket: fc.constantFrom('included' as const, 'prepaid' as const),
    credits: fc.integer({ min: -10 * nano, max: 10 * nano }).filter((amount) => amount !== 0),
    reason: fc.constant('goodwill'),
  }),
);

interface UsageDraft {
  readonly at: number;
  readonly demand: number;
  readonly flags: number;
}

/** Usage columns from plain rows, by time. */
export function usageColumns(drafts: readonly UsageDraft[]): UsageColumns {
  const rows = drafts.map((draft, index) => ({ ...draft, index })).sort((a, b) => a.at - b.at || a.index - b.index);
  return {
    count: rows.length,
    at: Float64Array.from(rows, (row) => row.at),
    demand: Float64Array.from(rows, (row) => ((row.flags & 2) === 0 ? row.demand : 0)),
    flags: Uint8Array.from(rows, (row) => row.flags),
    meter: new Int32Array(rows.length).fill(-1),
    quantity: new Float64Array(rows.length),
    quantityScale: new Uint8Array(rows.length),
    calls: new Int32Array(rows.length).fill(1),
    source: new Int32Array(rows.length),
    position: Int32Array.from(rows, (row) => row.index),
    ids: rows.map((row) => `use-${row.index}`),
  };
}

const order: Record<Action['do'], number> = {
  cancel: 0,
  'change-plan': 0,
  subscribe: 1,
  'buy-prepaid': 2,
  'set-flex': 3,
  adjust: 4,
};

/** Actions by time, then as R3 orders one instant. */
export function inOrder(actions: readonly Action[]): Action[] {
  return actions.toSorted((a, b) => a.at - b.at || order[a.do] - order[b.do]);
}

const drafts = fc.record({
  zone: fc.constantFrom(...zones),
  start: fc.constantFrom(...starts),
  months: fc.integer({ min: 1, max: 15 }),
  endHours: fc.constantFrom(0, 0, 0, 11, 250),
  includedCycle: fc.constantFrom('anniversary' as const, 'calendar' as const),
  flexCycle: fc.constantFrom('anniversary' as const, 'calendar' as const),
  first: fc.option(planIndex),
  actions: fc.array(fc.tuple(moments, deeds), { maxLength: 10 }),
  usage: fc.array(fc.tuple(moments, credits, fc.constantFrom(0, 0, 0, 1, 2)), { maxLength: 40 }),
  opening: fc.option(
    fc.record({
      plan: fc.option(planIndex),
      monthsAgo: fc.integer({ min: 0, max: 14 }),
      included: fc.constantFrom(0, 2 * nano, 1_234_567_891),
      lots: fc.array(credits, { maxLength: 3 }),
      flex: fc.constantFrom(0, 700_000_000, 3_200_000_000),
      flexEnabled: fc.boolean(),
      cap: fc.constantFrom(null, price(2_000n)),
      pending: fc.constantFrom(null, { do: 'cancel' as const }, { do: 'change-plan' as const, plan: 1 }),
    }),
    { freq: 2 },
  ),
});

type Draft = typeof drafts extends fc.Arbitrary<infer T> ? T : never;

/** Random programs over all the rules: their timelines hold only what the rules allow. */
export const programs: fc.Arbitrary<Program> = drafts.map(legalProgram);

function legalProgram(draft: Draft): Program {
  let program = programOf(draft);
  for (;;) {
    const result = runProgram(program);
    if (result.ok) return program;
    const refused = new Set(result.error.map((refusal) => refusal.path));
    program = { ...program, actions: program.actions.filter((action) => !refused.has(action.path)) };
  }
}

function programOf(draft: Draft): Program {
  const zone = zoneOf(draft.zone)!;
  const local = Date.parse(`${draft.start.padEnd(16, 'T00:00')}Z`);
  const at = ({ months, hours }: { months: number; hours: number }): number =>
    zone.toInstant(addMonths(local, months)) + hours * hour;
  const start = zone.toInstant(local);
  const end = zone.toInstant(addMonths(local, draft.months)) + draft.endHours * hour;
  const inside = ({ at: time }: { at: number }): boolean => time >= start && time < end;
  const opening = openingOf(draft, zone, local);
  const deedList = draft.actions.map(([moment, deed]) => ({ ...deed, at: at(moment) }));
  const first =
    draft.first === null || opening?.subscription ? [] : [{ do: 'subscribe' as const, plan: draft.first, at: start }];
  const actions = [...first, ...deedList]
    .filter(inside)
    .map((action, index) => ({ ...action, path: `timeline[${index}]`, id: `lot-${index}` }) as Action);
  const usage = draft.usage.map(([moment, demand, flags]) => ({ at: at(moment), demand, flags })).filter(inside);
  const { includedCycle, flexCycle } = draft;
  const terms = {
    currency: 'USD',
    minorDigits: 2,
    zone,
    start,
    end,
    includedCycle,
    flexCycle,
    plans,
    meters: [],
    opening,
  };
  return { ...terms, actions: inOrder(actions), usage: usageColumns(usage), sources: [{ kind: 'events' }] };
}

function openingOf({ opening }: Draft, zone: Zone, local: number): WorkspaceState | null {
  if (!opening) return null;
  const { plan, monthsAgo, included, flex, pending, flexEnabled, cap } = opening;
  const lots = opening.lots.map((amount, index) => ({
    id: `opening-${index}`,
    credits: amount,
    unitPrice: price(400n),
  }));
  if (plan === null) return { subscription: null, included: 0, lots, flexEnabled, cap };
  const flexMonth = plans[plan]!.kind === 'free' ? 0 : flex;
  const since = zone.toInstant(addMonths(local, -monthsAgo)) - (monthsAgo === 0 ? 0 : hour);
  return { subscription: { plan, since, pending, flexMonth, capUsed: flexMonth }, included, lots, flexEnabled, cap };
}

/** The outcome of a program that is known to be legal. */
export function outcomeOf(program: Program): Run {
  const result = runProgram(program);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
