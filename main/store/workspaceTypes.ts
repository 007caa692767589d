import type { JsonValue } from '../../shared/base/canonicalJson.ts';
import type { Result } from '../../shared/base/result.ts';
import type { ClosingBalances, LedgerManifest } from '../../shared/ledger/manifest.ts';
import type { LedgerRow } from '../../shared/ledger/row.ts';
import type { HistoryRoom, LedgerView, RowsPage } from '../../shared/rpc/views.ts';
import type { Ports } from '../platform/ports.ts';
import type { Queue } from './queue.ts';
import type { LockHolder, StoreError } from './storeError.ts';

/** An open workspace. */
export interface Workspace {
  /** The real folder, links resolved. */
  readonly folder: string;
  readonly name: string;
  /** Why it cannot be written to, in words; null where it can. */
  readonly readOnly: string | null;
  /** The process that holds it, where that is the reason. */
  readonly lockedBy: LockHolder | null;
  /** Unfinished files of earlier runs that were left alone, relative to the folder. */
  readonly leftovers: readonly string[];
  readonly ports: Ports;
  readonly history: History;
  /** Saves and publishes one after another, so that two of this process never race for one name. */
  readonly inOrder: Queue;
  /** Throws a refusal unless this process may write here now. */
  readonly checkWritable: () => Promise<void>;
  close(): Promise<void>;
}

/** One entry of the history, hash-chained like a ledger's row. */
export interface HistoryEntry {
  readonly seq: number;
  readonly id: string;
  /** Instant in UTC. */
  readonly at: string;
  readonly kind: HistoryKind;
  readonly note: JsonValue;
  readonly hash: string;
}

export type HistoryKind = 'import' | 'run' | 'export' | 'note' | 'sign-off';

/** The workspace's journal. An entry that was returned is on disk. */
export interface History {
  entries(): Promise<Result<readonly HistoryEntry[], StoreError>>;
  append(entry: { readonly kind: HistoryKind; readonly note: JsonValue }): Promise<Result<HistoryEntry, StoreError>>;
  /** Whether there is room for an entry with such a note: asked before what it tells of is done. */
  hasRoomFor(note: JsonValue): Promise<Result<null, StoreError>>;
  /** How much room is taken, where that is four fifths of it or more; null where it is less. */
  nearFull(): Promise<HistoryRoom | null>;
}

/** A ledger to write. Rows are taken one by one, in order, `seq` from 1. */
export interface NewLedger {
  /** Wanted folder, ending in `.ledger`; where it is taken the next free `NAME-2.ledger` is used. */
  readonly path: string;
  readonly name: string;
  readonly currency: string;
  readonly engine: string;
  readonly policy: string;
  readonly scenario: JsonValue;
  readonly rows: Iterable<LedgerRow> | AsyncIterable<LedgerRow>;
  /** Where given, checked against the last row. */
  readonly closing?: ClosingBalances;
}

/** An open ledger. `rows` reads from disk; a damaged row is a refusal that names it. */
export interface Ledger {
  readonly view: LedgerView;
  /** Null where the manifest is damaged and the rows were counted instead. */
  readonly manifest: LedgerManifest | null;
  /** Rows `[from, from + count)`, counted from 0. */
  rows(from: number, count: number): Promise<Result<RowsPage, StoreError>>;
}
