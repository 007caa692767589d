import { assert } from '../base/assert.ts';
import { formatCredits } from '../base/credits.ts';
import { formatScaled } from '../base/decimal.ts';
import { formatInstant } from '../calendar/instant.ts';
import type { LedgerRow, RowColumn } from '../ledger/row.ts';
import type { Cause, Entry, RuleId, Run, Segment } from './outcome.ts';
import { usageFlag, type Program } from './program.ts';

/** Where a ledger row comes from: an entry, or a usage row by its index. */
export type RowOrigin = { readonly entry: Entry } | { readonly usage: number };

/** Balances after a usage row, in nanocredits. */
export interface Balances {
  readonly included: number;
  readonly prepaid: number;
  readonly flexMonth: number;
}

/** How many rows the ledger of a run has. */
export function rowCount({ program, entries }: Run): number {
  return program.usage.count + entries.length;
}

/** What the row with number `seq` is. Invariant: 1 ≤ seq ≤ `rowCount`. */
export function rowOrigin(run: Run, seq: number): RowOrigin {
  assert(seq >= 1 && seq <= rowCount(run), 'a row number lies within the ledger');
  const before = entriesBefore(run.entries, seq);
  const entry = run.entries[before];
  return entry?.seq === seq ? { entry } : { usage: seq - 1 - before };
}

/** The row number of a usage row. */
export function usageSeq(run: Run, usage: number): number {
  return usage + segmentOf(run, usage).entriesBefore + 1;
}

/** The ledger row with number `seq`, as it stands in files. */
export function ledgerRow(run: Run, seq: number): LedgerRow {
  const origin = rowOrigin(run, seq);
  if ('entry' in origin) return entryRow(origin.entry);
  const segment = segmentOf(run, origin.usage);
  return usageRow(run, segment, origin.usage, balancesAfter(run, origin.usage));
}

/** Ledger rows `[from, until)` in order, each balance carried on from the row before. */
export function* ledgerRows(run: Run, from = 1, until = rowCount(run) + 1): Generator<LedgerRow> {
  let balances: Balances | null = null;
  let usage = -1;
  for (let seq = from; seq < until; seq++) {
    const entry = run.entries[entriesBefore(run.entries, seq)];
    if (entry?.seq === seq) {
      yield entryRow(entry);
      balances = { included: entry.includedAfter, prepaid: entry.prepaidAfter, flexMonth: entry.flexMonthAfter };
      continue;
    }
    usage = usage < 0 ? seq - 1 - entriesBefore(run.entries, seq) : usage + 1;
    balances = balances ? drawn(run, usage, balances) : balancesAfter(run, usage);
    yield usageRow(run, segmentOf(run, usage), usage, balances);
  }
}

/** Ledger rows `[from, until)` in order, each as its cells: only those that are asked for are written out. */
export function* ledgerCells(run: Run, from: number, until: number): Generator<(column: RowColumn) => string> {
  let balances: Balances | null = null;
  for (let seq = from; seq < until; seq++) {
    const origin = rowOrigin(run, seq);
    if ('entry' in origin) {
      const row = entryRow(origin.entry);
      yield (column) => String(row[column]);
      balances = null;
      continue;
    }
    const row = origin.usage;
    const after: Balances = balances ? drawn(run, row, balances) : balancesAfter(run, row);
    const place = { segment: segmentOf(run, row), row, after };
    yield (column) => usageCell(run, place, column);
    balances = after;
  }
}

/** Ledger rows by their numbers, which must rise. As fast as the usage between them can be walked. */
export function* ledgerRowsAt(run: Run, seqs: Iterable<number>): Generator<LedgerRow> {
  let known: { readonly usage: number; readonly segment: Segment; readonly balances: Balances } | null = null;
  for (const seq of seqs) {
    const origin = rowOrigin(run, seq);
    if ('entry' in origin) {
      yield entryRow(origin.entry);
      continue;
    }
    const { usage } = origin;
    const segment = segmentOf(run, usage);
    const isBehind: boolean = known?.segment === segment && known.usage <= usage;
    let balances: Balances = isBehind ? known!.balances : segment;
    const from: number = isBehind ? known!.usage + 1 : segment.rowsFrom;
    for (let row = from; row <= usage; row++) balances = drawn(run, row, balances);
    known = { usage, segment, balances };
    yield usageRow(run, segment, usage, balances);
  }
}

/** The segment that a usage row lies in. */
export function segmentOf({ segments }: Run, usage: number): Segment {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (segments[middle]!.rowsUntil <= usage) low = middle + 1;
    else high = middle;
  }
  return segments[low]!;
}

/** The balances after a usage row, from those at the start of its segment. */
export function balancesAfter(run: Run, usage: number): Balances {
  const segment = segmentOf(run, usage);
  let balances: Balances = segment;
  for (let row = segment.rowsFrom; row <= usage; row++) balances = drawn(run, row, balances);
  return balances;
}

function drawn({ draws }: Run, row: number, { included, prepaid, flexMonth }: Balances): Balances {
  return {
    included: included - draws.included[row]!,
    prepaid: prepaid - draws.prepaid[row]!,
    flexMonth: flexMonth + draws.flex[row]!,
  };
}

/** What of a usage row was not served, in nanocredits. */
export function blockedOf({ program, draws }: Run, row: number): number {
  return program.usage.demand[row]! - draws.included[row]! - draws.prepaid[row]! - draws.flex[row]!;
}

/** The rule and cause of a usage row: what blocked it where it was blocked, else that it was drawn in order. */
export function usageReason(run: Run, row: number): { rule: RuleId; cause: Cause } {
  const { usage } = run.program;
  const served = { cause: { path: usagePath(run.program, row) } };
  if ((usage.flags[row]! & usageFlag.free) !== 0) return { rule: 'R22', ...served };
  const { shortfall } = segmentOf(run, row);
  return blockedOf(run, row) > 0 && shortfall ? shortfall : { rule: 'R21', ...served };
}

/** Where usage stands in what the user wrote: `usage.events[3]`, `usage/jan.csv:17`, `usage.models[0]`. */
export function usagePath({ usage, sources }: Program, row: number): string {
  const source = sources[usage.source[row]!]!;
  const position = usage.position[row]!;
  if (source.kind === 'events') return `usage.events[${position}]`;
  return source.kind === 'file' ? `${source.path}:${position}` : `usage.models[${source.index}]`;
}

/** The quantity of a usage row as decimal text; empty for usage stated in credits. */
export function quantityText({ usage }: Program, row: number): string {
  return usage.meter[row]! < 0 ? '' : formatScaled(BigInt(usage.quantity[row]!), usage.quantityScale[row]!);
}

/** A cause as the ledger writes it. */
export function causeText(cause: Cause): string {
  return 'row' in cause ? String(cause.row) : 'path' in cause ? cause.path : cause.name;
}

function entryRow(entry: Entry): LedgerRow {
  const amount = (nanos: number | bigint | null): string => (nanos === null ? '' : formatCredits(nanos));
  return {
    seq: entry.seq,
    at: formatInstant(entry.at),
    kind: entry.kind,
    id: entry.id,
    meter: '',
    quantity: '',
    credits: amount(entry.credits),
    included: amount(entry.included),
    prepaid: amount(entry.prepaid),
    flex: amount(entry.flex),
    blocked: '',
    includedAfter: amount(entry.includedAfter),
    prepaidAfter: amount(entry.prepaidAfter),
    flexMonthAfter: amount(entry.flexMonthAfter),
    rule: entry.rule,
    cause: causeText(entry.cause),
    flags: '',
  };
}

function usageRow(run: Run, segment: Segment, row: number, after: Balances): LedgerRow {
  const cell = (column: RowColumn): string => usageCell(run, { segment, row, after }, column);
  return {
    seq: row + segment.entriesBefore + 1,
    at: cell('at'),
    kind: 'use',
    id: cell('id'),
    meter: cell('meter'),
    quantity: cell('quantity'),
    credits: cell('credits'),
    included: cell('included'),
    prepaid: cell('prepaid'),
    flex: cell('flex'),
    blocked: cell('blocked'),
    includedAfter: cell('includedAfter'),
    prepaidAfter: cell('prepaidAfter'),
    flexMonthAfter: cell('flexMonthAfter'),
    rule: cell('rule'),
    cause: cell('cause'),
    flags: cell('flags'),
  };
}

interface UsagePlace {
  readonly segment: Segment;
  readonly row: number;
  readonly after: Balances;
}

function usageCell(run: Run, { segment, row, after }: UsagePlace, column: RowColumn): string {
  const { program, draws } = run;
  const { usage } = program;
  switch (column) {
    case 'seq':
      return String(row + segment.entriesBefore + 1);
    case 'at':
      return formatInstant(usage.at[row]!);
    case 'kind':
      return 'use';
    case 'id':
      return usage.ids[row]!;
    case 'meter':
      return program.meters[usage.meter[row]!]?.id ?? '';
    case 'quantity':
      return quantityText(program, row);
    case 'credits':
      return formatCredits(usage.demand[row]!);
    case 'included':
    case 'prepaid':
    case 'flex':
      return formatCredits(draws[column][row]!);
    case 'blocked':
      return formatCredits(blockedOf(run, row));
    case 'includedAfter':
      return formatCredits(after.included);
    case 'prepaidAfter':
      return formatCredits(after.prepaid);
    case 'flexMonthAfter':
      return formatCredits(after.flexMonth);
    case 'rule':
      return usageReason(run, row).rule;
    case 'cause':
      return causeText(usageReason(run, row).cause);
    case 'flags':
      return flagWords(usage.flags[row]!, usage.calls[row]!);
  }
}

function flagWords(flags: number, calls: number): string {
  const free = (flags & usageFlag.free) !== 0 ? ['free'] : [];
  const whole = (flags & usageFlag.whole) !== 0 ? ['whole'] : [];
  return [...free, ...whole, ...(calls === 1 ? [] : [`calls=${calls}`])].join(' ');
}

/** How many entries have a number below `seq`. */
function entriesBefore(entries: readonly Entry[], seq: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.seq < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}
