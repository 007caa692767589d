import { amountColumns } from '../ledger/ledgerColumns.ts';
import { rowColumns, type LedgerRow, type RowColumn } from '../ledger/row.ts';

/** A row that stands in both ledgers and is not the same. */
export interface ChangedRow {
  readonly first: LedgerRow;
  readonly second: LedgerRow;
  /** The columns that differ, balances included. */
  readonly columns: readonly RowColumn[];
}

/** Rows of one sort: how many there are, and the first of them in the order of their ledger. */
export interface Listed<Row> {
  readonly count: number;
  readonly rows: readonly Row[];
}

/** What has to be done to the first ledger's rows to get the second's. */
export interface RowComparison {
  readonly rows: { readonly first: number; readonly second: number };
  readonly same: number;
  readonly added: Listed<LedgerRow>;
  readonly removed: Listed<LedgerRow>;
  readonly changed: Listed<ChangedRow>;
  /** Rows that differ in the balances after them alone: they follow from an earlier difference. */
  readonly balancesOnly: number;
}

/** Compares two ledgers whose rows come in blocks. */
export interface LedgerComparison {
  /** Takes the next rows of each; blocks need not be of one length. What stands in both is forgotten at once. */
  take(first: readonly LedgerRow[], second: readonly LedgerRow[]): void;
  finish(): RowComparison;
}

/** What does not make a row another row: its number, and which row or path led to it, move with rows before it. */
const moving: ReadonlySet<RowColumn> = new Set(['seq', 'cause']);
const amounts: ReadonlySet<RowColumn> = new Set(amountColumns);
const balances: ReadonlySet<RowColumn> = new Set(['includedAfter', 'prepaidAfter', 'flexMonthAfter']);

/**
 * A comparison by key: kind and id, or kind, instant and meter where a row has no id; of several rows with one key the first
 * stands for the first. Lists are cut at `limit` rows each and counted whole. Only `columns` are compared, where not all are known of
 * both sides; an empty amount stands for zero.
 */
export function compareLedgers(limit: number, columns: ReadonlySet<RowColumn> | null = null): LedgerComparison {
  const compared = rowColumns.filter((column) => !moving.has(column) && (columns === null || columns.has(column)));
  const waiting = { first: new Map<string, LedgerRow[]>(), second: new Map<string, LedgerRow[]>() };
  const rows = { first: 0, second: 0 };
  const changed: ChangedRow[] = [];
  const counts = { same: 0, changed: 0, balancesOnly: 0 };

  function pair(first: LedgerRow, second: LedgerRow): void {
    const differing = compared.filter((column) => !sameCell(column, first, second));
    if (differing.length === 0) counts.same += 1;
    else if (differing.every((column) => balances.has(column))) counts.balancesOnly += 1;
    else {
      counts.changed += 1;
      if (changed.length < limit) changed.push({ first, second, columns: differing });
    }
  }

  function takeOne(side: 'first' | 'second', row: LedgerRow): void {
    rows[side] += 1;
    const key = keyOf(row);
    const other = shift(waiting[side === 'first' ? 'second' : 'first'], key);
    if (!other) push(waiting[side], key, row);
    else if (side === 'first') pair(row, other);
    else pair(other, row);
  }

  return {
    take(first, second) {
      for (let at = 0; at < Math.max(first.length, second.length); at++) {
        if (at < first.length) takeOne('first', first[at]!);
        if (at < second.length) takeOne('second', second[at]!);
      }
    },
    finish: () => ({
      rows,
      same: counts.same,
      added: listed(waiting.second, limit),
      removed: listed(waiting.first, limit),
      changed: { count: counts.changed, rows: changed.sort((left, right) => left.first.seq - right.first.seq) },
      balancesOnly: counts.balancesOnly,
    }),
  };
}

/** Whether two ledgers hold the same rows. */
export function hasSameRows({ rows, same }: RowComparison): boolean {
  return same === rows.first && same === rows.second;
}

function sameCell(column: RowColumn, first: LedgerRow, second: LedgerRow): boolean {
  if (first[column] === second[column]) return true;
  return amounts.has(column) && (first[column] || '0') === (second[column] || '0');
}

function keyOf({ kind, id, at, meter }: LedgerRow): string {
  return id === '' ? `${kind} at ${at} on ${meter}` : `${kind} with ${id}`;
}

function push(waiting: Map<string, LedgerRow[]>, key: string, row: LedgerRow): void {
  const queue = waiting.get(key);
  if (queue) queue.push(row);
  else waiting.set(key, [row]);
}

function shift(waiting: Map<string, LedgerRow[]>, key: string): LedgerRow | undefined {
  const queue = waiting.get(key);
  const row = queue?.shift();
  if (queue?.length === 0) waiting.delete(key);
  return row;
}

function listed(waiting: ReadonlyMap<string, readonly LedgerRow[]>, limit: number): Listed<LedgerRow> {
  const rows = [...waiting.values()].flat().sort((left, right) => left.seq - right.seq);
  return { count: rows.length, rows: rows.slice(0, limit) };
}
