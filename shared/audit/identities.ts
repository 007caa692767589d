import type { LedgerColumns } from '../ledger/ledgerColumns.ts';
import type { UsageFileRows } from '../scenario/usageFileRows.ts';
import type { IdentityCase } from './auditCase.ts';
import { useKind } from './auditUsage.ts';
import { sameQuantity } from './compareRows.ts';

/** Usage rows of a ledger by identity. Rows count from 0. */
export interface Identities {
  readonly cases: readonly IdentityCase[];
  /** Rows whose id stood before. */
  readonly twice: ReadonlySet<number>;
  /** Rows like an earlier one but for their id. */
  readonly alike: ReadonlySet<number>;
  /** Usage rows within the period, those that stand twice left out. */
  readonly uses: Uint32Array;
}

/** Finds ids that stand twice, and events that are alike but for their id. @rule R23 */
export function identitiesOf(ledger: LedgerColumns, outside: ReadonlySet<number>): Identities {
  const { count, kind, ids, at } = ledger;
  const seen = idTable(ledger);
  const twice = new Set<number>();
  const alike = new Set<number>();
  const cases: IdentityCase[] = [];
  const uses = new Uint32Array(count);
  let used = 0;
  /** Where the rows of one instant begin among them. */
  let groupFrom = 0;
  for (let row = 0; row < count; row++) {
    if (kind[row] !== useKind || outside.has(row)) continue;
    const id = ids[row]!;
    if (id !== '') {
      const first = seen(row);
      if (first >= 0) {
        twice.add(row);
        cases.push(identityCase(ledger, row, 'twice', first + 1));
        continue;
      }
    }
    if (used > groupFrom && at[uses[groupFrom]!] !== at[row]) groupFrom = used;
    const isCompared = used > groupFrom && used - groupFrom < mostCompared;
    const first = isCompared ? likeOf(ledger, uses.subarray(groupFrom, used), row) : null;
    uses[used++] = row;
    if (first === null) continue;
    alike.add(row);
    cases.push(identityCase(ledger, row, 'alike', first + 1));
  }
  return { cases, twice, alike, uses: uses.slice(0, used) };
}

/** Remembers rows by id, in a table of row numbers: gives the row that had the id before, or -1 and remembers this one. */
function idTable({ ids, idHash, count }: LedgerColumns): (row: number) => number {
  let size = 1024;
  while (size < 2 * count) size *= 2;
  const rows = new Int32Array(size);
  return (row) => {
    const hash = idHash[row]!;
    let place = hash & (size - 1);
    for (; rows[place] !== 0; place = (place + 1) & (size - 1)) {
      const earlier = rows[place]! - 1;
      if (idHash[earlier] === hash && ids[earlier] === ids[row]) return earlier;
    }
    rows[place] = row + 1;
    return -1;
  };
}

/** The first of some rows that a row is like. */
function likeOf(ledger: LedgerColumns, earlier: Uint32Array, row: number): number | null {
  for (const like of earlier) if (isAlike(ledger, like, row)) return like;
  return null;
}

/** Events of one instant that are compared with each other. */
export const mostCompared = 200;

function isAlike(
  { meter, quantity, quantityScale, amounts, flags }: LedgerColumns,
  left: number,
  right: number,
): boolean {
  if (meter[left] !== meter[right] || flags[left] !== flags[right]) return false;
  if (meter[left]! < 0) return amounts.credits[left] === amounts.credits[right];
  return sameQuantity(
    { mantissa: quantity[left]!, scale: quantityScale[left]! },
    { mantissa: quantity[right]!, scale: quantityScale[right]! },
  );
}

/** An identity case of a row of the ledger. */
export function identityCase(
  ledger: LedgerColumns,
  row: number,
  what: IdentityCase['what'],
  first: number | null,
): IdentityCase {
  const credits = ledger.amounts.credits[row]! || 0;
  return { kind: 'identity', row: row + 1, at: ledger.at[row]!, what, id: ledger.ids[row]!, first, credits };
}

/** How the rows of a ledger and the events of an independent record belong together. */
export interface RecordMatch {
  /** For each event of the record, the row that shows it, from 0, or -1. */
  readonly shown: Int32Array;
  /** For each row of the ledger, its event, or -1. */
  readonly eventOf: Int32Array;
  /** Rows that the record lacks. */
  readonly extra: readonly number[];
  /** Lines of events of the record that share an id. */
  readonly recordedTwice: readonly { readonly id: string; readonly line: number }[];
}

/** Matches usage rows with an independent record: by id, and where the record has none by time, meter and amount. */
export function matchRecord(
  ledger: LedgerColumns,
  record: UsageFileRows,
  uses: Uint32Array,
  outside: ReadonlySet<number>,
): RecordMatch {
  const shown = new Int32Array(record.count).fill(-1);
  const eventOf = new Int32Array(ledger.count).fill(-1);
  const byId = new Map<string, number>();
  const nameless = new Map<string, number[]>();
  const recordedTwice: { id: string; line: number }[] = [];
  for (let index = 0; index < record.count; index++) {
    const id = record.ids[index]!;
    if (id === '') {
      const key = recordKey(record, index);
      const list = nameless.get(key);
      if (list) list.push(index);
      else nameless.set(key, [index]);
    } else if (byId.has(id)) recordedTwice.push({ id, line: record.line[index]! });
    else byId.set(id, index);
  }
  for (const list of nameless.values()) list.reverse();
  const extra: number[] = [];
  for (const row of uses) {
    const event =
      byId.get(ledger.ids[row]!) ?? (nameless.size > 0 ? nameless.get(ledgerKey(ledger, row))?.pop() : undefined);
    if (event === undefined) {
      extra.push(row);
      continue;
    }
    if (record.at[event] !== ledger.at[row]) extra.push(row);
    shown[event] = row;
    eventOf[row] = event;
  }
  for (const row of outside) {
    const event = ledger.kind[row] === useKind ? byId.get(ledger.ids[row]!) : undefined;
    if (event !== undefined && shown[event]! < 0) shown[event] = row;
  }
  return { shown, eventOf, extra, recordedTwice };
}

function recordKey({ at, meter, meterIds, mantissa, scale }: UsageFileRows, index: number): string {
  const named = meter[index]!;
  return `${at[index]} ${named < 0 ? '' : meterIds[named]} ${plainAmount(mantissa[index]!, scale[index]!)}`;
}

function ledgerKey(ledger: LedgerColumns, row: number): string {
  const named = ledger.meter[row]!;
  const at = ledger.at[row]!;
  if (named < 0) return `${at}  ${plainAmount(ledger.amounts.credits[row]!, 9)}`;
  return `${at} ${ledger.meterIds[named]} ${plainAmount(ledger.quantity[row]!, ledger.quantityScale[row]!)}`;
}

/** A number that is the same for equal amounts, whatever their scale. */
function plainAmount(mantissa: number, scale: number): string {
  let amount = mantissa;
  let places = scale;
  while (places > 0 && amount % 10 === 0) {
    amount /= 10;
    places -= 1;
  }
  return `${amount}e-${places}`;
}
