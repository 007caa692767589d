import { creditsOf, formatCredits, nanosPerCredit } from '../base/credits.ts';
import { formatDecimal } from '../base/decimal.ts';
import { describePrice } from '../base/money.ts';
import { multiply } from '../base/ratio.ts';
import { formatLocalDate } from '../calendar/instant.ts';
import type { Entry, Run } from './outcome.ts';
import { usageFlag, type RateTerms } from './program.ts';
import {
  balancesAfter,
  blockedOf,
  quantityText,
  rowOrigin,
  segmentOf,
  usagePath,
  usageReason,
  usageSeq,
} from './rows.ts';
import { creditsFigure, whyNode, type WhyNode } from './whyNode.ts';

/** A pool, or what no pool served. */
export type DrawFigure = 'included' | 'prepaid' | 'flex' | 'blocked';

/** Why a ledger row says what it says. `depth` bounds how far its causes are followed. @rule R18 R21 */
export function whyRow(run: Run, seq: number, depth = 3): WhyNode {
  const origin = rowOrigin(run, seq);
  return 'entry' in origin ? whyEntry(run, origin.entry, depth) : whyUsage(run, origin.usage);
}

/** The reason for an entry: its rule, and the row or place that it followed from. */
export function whyEntry(run: Run, entry: Entry, depth = 3): WhyNode {
  const { cause } = entry;
  const followed = 'row' in cause && depth > 0 ? [whyRow(run, cause.row, depth - 1)] : [];
  return whyNode({
    title: `${dateOf(run, entry.at)} · ${entryTitle(run, entry)}`,
    figure: entry.credits === null ? '' : creditsFigure(entry.credits),
    rule: entry.rule,
    arithmetic: entryArithmetic(entry),
    row: entry.seq,
    path: entry.path ?? ('path' in cause ? cause.path : null),
    children: followed,
  });
}

/** The reason for a usage row, or for one part of it: its price, and what the pools held before it. */
export function whyUsage(run: Run, row: number, figure?: DrawFigure): WhyNode {
  const { program } = run;
  const demand = program.usage.demand[row]!;
  const id = program.usage.ids[row]!;
  const meter = program.meters[program.usage.meter[row]!]?.id ?? 'credits';
  const { rule } = usageReason(run, row);
  const shown = figure === undefined || figure === 'blocked' ? rule : 'R21';
  return whyNode({
    title: `${dateOf(run, program.usage.at[row]!)} · ${meter}${id === '' ? '' : ` · ${id}`}`,
    figure: creditsFigure(figure ? partOf(run, row, figure) : demand),
    rule: shown,
    arithmetic: splitText(run, row),
    row: usageSeq(run, row),
    path: usagePath(program, row),
    children: [whyDemand(run, row), ...(figure === undefined || figure === 'blocked' ? whyBlocked(run, row) : [])],
  });
}

/** What blocked a usage row, down to the row that brought it about. @rule R11 R13 R16 */
function whyBlocked(run: Run, row: number): WhyNode[] {
  const { shortfall, plan } = segmentOf(run, row);
  if (!shortfall || blockedOf(run, row) === 0) return [];
  const { cause, limit, rule } = shortfall;
  const origin = 'row' in cause ? [whyRow(run, cause.row, 1)] : [];
  if (limit === undefined) return origin;
  const { flexPrice, cycle } = run.program.plans[plan!]!;
  const window = cycle === 'annual' ? 'one cycle' : 'one Flex month';
  const price = describePrice(flexPrice, run.program.currency);
  const arithmetic = `the cap allows ${formatCredits(limit)} credits of Flex at ${price} in ${window}`;
  return [whyNode({ title: 'the cap is used up', figure: creditsFigure(limit), rule, arithmetic, children: origin })];
}

/** What one pool gave for a usage row, or what was blocked of it, in nanocredits. */
export function partOf(run: Run, row: number, figure: DrawFigure): number {
  return figure === 'blocked' ? blockedOf(run, row) : run.draws[figure][row]!;
}

/** The local date of an instant, with the zone's wall clock. */
export function dateOf({ program }: Run, at: number): string {
  const local = new Date(program.zone.toLocal(at)).toISOString();
  return local.slice(11, 16) === '00:00' ? formatLocalDate(at, program.zone) : local.slice(0, 16).replace('T', ' ');
}

function whyDemand(run: Run, row: number): WhyNode {
  const { usage, meters } = run.program;
  const demand = usage.demand[row]!;
  const path = usagePath(run.program, row);
  const free = (usage.flags[row]! & usageFlag.free) !== 0;
  if (free)
    return whyNode({ title: 'not billable: recorded, draws nothing', figure: creditsFigure(0), rule: 'R22', path });
  const meter = meters[usage.meter[row]!];
  if (!meter) return whyNode({ title: 'stated in credits', figure: creditsFigure(demand), rule: 'R18', path });
  const rate = meter.rates.findLast(({ from }) => from <= usage.at[row]!);
  return whyNode({
    title: `${quantityText(run.program, row)} ${meter.unit} at ${rate?.text ?? 'no rate'}`,
    figure: creditsFigure(demand),
    rule: 'R18',
    arithmetic: rate ? demandText(run, row, rate) : null,
    path,
  });
}

function demandText(run: Run, row: number, rate: RateTerms): string {
  const { usage, sources } = run.program;
  const quantity = quantityText(run.program, row);
  const calls = usage.calls[row]!;
  const billed = sources[usage.source[row]!]!.kind === 'model' || usage.quantity[row] === 0;
  const floor = billed || rate.minimum.num === 0n ? '' : `at least ${decimalOf(rate.minimum, calls)}`;
  const plus = billed || rate.plus.num === 0n ? '' : ` + ${decimalOf(rate.plus, calls)}`;
  const exact = formatDecimal(rate.creditsPerUnit);
  const per = exact ?? `${rate.creditsPerUnit.num} ÷ ${rate.creditsPerUnit.den}`;
  const amount = floor || plus ? `(${quantity}${floor ? ` (${floor})` : ''}${plus})` : quantity;
  return `${amount} × ${per} = ${formatCredits(usage.demand[row]!)} credits, rounded half-even to nine decimals`;
}

function decimalOf(amount: RateTerms['minimum'], calls: number): string {
  const total = formatDecimal(multiply(amount, { num: BigInt(calls), den: 1n })) ?? '';
  return calls === 1 ? total : `${calls} calls × ${formatDecimal(amount) ?? ''}`;
}

function splitText(run: Run, row: number): string {
  const after = balancesAfter(run, row);
  const { included, prepaid } = run.draws;
  const before = {
    included: after.included + included[row]!,
    prepaid: after.prepaid + prepaid[row]!,
  };
  const parts = (['included', 'prepaid', 'flex', 'blocked'] as const)
    .filter((figure) => partOf(run, row, figure) > 0)
    .map((figure) => `${formatCredits(partOf(run, row, figure))} ${figure === 'flex' ? 'Flex' : figure}`);
  const held =
    segmentOf(run, row).plan === null
      ? 'no subscription'
      : `${formatCredits(before.included)} included and ${formatCredits(before.prepaid)} prepaid were left`;
  return `${formatCredits(run.program.usage.demand[row]!)} = ${parts.join(' + ') || '0'}; ${held}`;
}

function entryTitle(run: Run, { kind, id, cause }: Entry): string {
  const name = 'name' in cause ? `"${run.program.plans.find((plan) => plan.id === cause.name)?.id ?? cause.name}"` : '';
  const titles: Record<Entry['kind'], string> = {
    opening: 'the state in which the horizon begins',
    grant: 'included credits granted',
    expire: 'included credits lapse',
    forfeit: 'included credits forfeited',
    purchase: `prepaid lot ${id} bought`,
    adjust: 'adjustment',
    'flex-close': 'Flex month closes',
    subscribe: `subscription to ${name} starts`,
    'change-plan': `change to ${name}`,
    cancel: `${name} cancelled`,
    'set-flex': `Flex set: ${name.replaceAll('"', '')}`,
  };
  return titles[kind];
}

function entryArithmetic({ kind, credits, flex, includedAfter, prepaidAfter }: Entry): string | null {
  if (kind === 'flex-close') {
    const sum = credits ?? 0n;
    const dropped = sum % BigInt(nanosPerCredit);
    const exact = formatDecimal(creditsOf(sum)) ?? '';
    return `${exact} rounded down to ${formatCredits(flex ?? 0)}, ${formatCredits(dropped)} dropped`;
  }
  return `afterwards ${formatCredits(includedAfter)} included, ${formatCredits(prepaidAfter)} prepaid`;
}
