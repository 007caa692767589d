import type { Deviation } from '../../engine/deviation.ts';
import type { Run } from '../../engine/outcome.ts';
import type { Program, UsageColumns } from '../../engine/program.ts';
import { runProgram } from '../../engine/run.ts';
import { UsageBuilder } from '../../scenario/usageBuilder.ts';
import type { AuditBasis } from '../basis.ts';
import { rateRow, statedEvents, type StatedEvents } from '../auditUsage.ts';

/** The mistakes that an audit supposes, by name. */
export type HypothesisName =
  | 'prepaid-first'
  | 'rollover'
  | 'flex-ceil'
  | 'flex-nearest'
  | 'flex-unrounded'
  | 'flex-per-meter'
  | 'flex-per-event'
  | 'fraction-carried'
  | 'time-zone'
  | 'calendar-cycles'
  | 'anniversary-cycles'
  | 'retroactive-prepaid'
  | 'duplicate-usage'
  | 'missing-usage'
  | 'stale-rate'
  | 'cap-ignored'
  | 'flex-off-ignored'
  | 'no-forfeit'
  | 'annual-by-month'
  | 'whole-events';

/** One supposed mistake: how the run, the terms or the usage were other than they should be. */
export interface Variation {
  readonly name: HypothesisName;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly deviation?: Deviation;
  /** Other terms, made of the right ones. */
  readonly terms?: (program: Program) => Program;
  /** Usage events, by their index, that were left out, or counted twice. */
  readonly dropped?: readonly number[];
  readonly repeated?: readonly number[] | 'all';
  /** Rows of the audited ledger, from 0, that were counted though they are no usage of their own. */
  readonly added?: readonly number[];
  /** Demand by usage event, in nanocredits. */
  readonly demand?: (usage: UsageColumns) => Float64Array;
}

/**
 * The run of a ledger in which some mistakes were made together; null where the terms then cannot be carried out. Where usage was
 * left out, counted twice or moved its events have no ids, which nothing in a bill rests on.
 */
export function runVaried(basis: AuditBasis, variations: readonly Variation[]): Run | null {
  const deviation: Deviation = Object.assign({}, ...variations.map((each) => each.deviation ?? {}));
  let program: Program = basis.terms.program;
  for (const { terms } of variations) if (terms) program = terms(program);
  const usage = within(variedUsage(basis, variations), program);
  const run = runProgram({ ...program, usage, sources: [{ kind: 'events' }] }, deviation);
  return run.ok ? run.value : null;
}

function variedUsage(basis: AuditBasis, variations: readonly Variation[]): UsageColumns {
  let { usage } = basis.usage;
  for (const { demand } of variations) if (demand) usage = { ...usage, demand: demand(usage) };
  const dropped = marked(usage.count, variations, 'dropped');
  const repeated = marked(usage.count, variations, 'repeated');
  const added = variations.flatMap((each) => each.added ?? []).sort((a, b) => a - b);
  if (dropped.count + repeated.count + added.length === 0) return usage;
  const builder = new UsageBuilder(usage.count - dropped.count + repeated.count + added.length);
  const events = statedEvents(basis.terms);
  const add = (row: number): void => addRow(builder, { ...basis, events }, row);
  let next = 0;
  for (let index = 0; index < usage.count; index++) {
    while (next < added.length && comesBefore(basis, added[next]!, index)) add(added[next++]!);
    if (dropped.rows[index] === 1) continue;
    copyEvent(builder, usage, index);
    if (repeated.rows[index] === 1) copyEvent(builder, usage, index);
  }
  for (const row of added.slice(next)) add(row);
  return { ...builder.columns(), ids: [] };
}

/** Whether a row of the ledger stands before the one that shows an event. */
function comesBefore({ ledger, usage: { usage, rowOf } }: AuditBasis, row: number, index: number): boolean {
  const at = ledger!.at[row]!;
  return at < usage.at[index]! || (at === usage.at[index] && rowOf[index]! > row);
}

/** The events that mistakes leave out or repeat, each once: a set of millions takes many times as long. */
function marked(events: number, variations: readonly Variation[], what: 'dropped' | 'repeated') {
  const rows = new Uint8Array(events);
  let count = 0;
  for (const variation of variations) {
    const chosen = variation[what] ?? [];
    if (chosen === 'all') return { rows: rows.fill(1), count: events };
    for (const index of chosen) {
      if (rows[index] === 0) count += 1;
      rows[index] = 1;
    }
  }
  return { rows, count };
}

function copyEvent(builder: UsageBuilder, usage: UsageColumns, index: number): void {
  const row = builder.count++;
  builder.at[row] = usage.at[index]!;
  builder.demand[row] = usage.demand[index]!;
  builder.flags[row] = usage.flags[index]!;
  builder.meter[row] = usage.meter[index]!;
  builder.quantity[row] = usage.quantity[index]!;
  builder.quantityScale[row] = usage.quantityScale[index]!;
  builder.calls[row] = usage.calls[index]!;
}

function addRow(
  builder: UsageBuilder,
  { terms, ledger, events }: AuditBasis & { readonly events: StatedEvents },
  row: number,
): void {
  const { demand, flags, calls } = rateRow(terms, ledger!, events, row);
  const named = ledger!.meter[row]!;
  const index = builder.count++;
  builder.at[index] = ledger!.at[row]!;
  builder.demand[index] = Number.isNaN(demand) ? ledger!.amounts.credits[row]! || 0 : demand;
  builder.flags[index] = flags;
  builder.meter[index] = named < 0 ? -1 : (terms.meters.get(ledger!.meterIds[named]!) ?? -1);
  builder.quantity[index] = ledger!.quantity[row]! || 0;
  builder.quantityScale[index] = ledger!.quantityScale[row]!;
  builder.calls[index] = calls;
}

/** The usage that lies in a program's period: another time zone moves it. */
function within(usage: UsageColumns, { start, end }: Program): UsageColumns {
  const { at, count } = usage;
  if (count === 0 || (at[0]! >= start && at[count - 1]! < end)) return usage;
  const from = at.findIndex((time) => time >= start);
  const until = at.findIndex((time) => time >= end);
  const first = from < 0 ? count : from;
  const last = until < 0 ? count : until;
  return {
    count: last - first,
    at: at.subarray(first, last),
    demand: usage.demand.subarray(first, last),
    flags: usage.flags.subarray(first, last),
    meter: usage.meter.subarray(first, last),
    quantity: usage.quantity.subarray(first, last),
    quantityScale: usage.quantityScale.subarray(first, last),
    calls: usage.calls.subarray(first, last),
    source: usage.source.subarray(first, last),
    position: usage.position.subarray(first, last),
    ids: [],
  };
}
