import type { Shortfall } from '../engine/outcome.ts';
import type { RowKind } from '../ledger/row.ts';
import type { Duty } from './duties.ts';

/** Balances between two rows, in nanocredits. */
export interface Balances {
  readonly included: number;
  readonly prepaid: number;
  readonly flexMonth: number;
}

/** How a usage row is served: from each pool, and the rest. Nanocredits. */
export interface Split {
  readonly included: number;
  readonly prepaid: number;
  readonly flex: number;
  readonly blocked: number;
}

interface OfRow {
  /** Counted from 1 over the rows of the file; null where no row stands. */
  readonly row: number | null;
  /** Milliseconds UTC. */
  readonly at: number;
}

/** A usage row that does not follow from the row before it. */
export interface UseCase extends OfRow {
  readonly kind: 'use';
  readonly before: Balances;
  readonly credits: number;
  /** What the terms make of its quantity; the stated credits where it has none. */
  readonly demand: number;
  readonly rated: string;
  readonly stated: Split;
  readonly due: Split;
  /** Flex that was left under the cap: Infinity without one. */
  readonly room: number;
  readonly shortfall: Shortfall['reason'] | null;
  readonly after: Balances;
  /** Balances that the stated draws lead to. */
  readonly follows: Balances;
}

/** A row of another kind whose amounts do not follow. */
export interface EntryCase extends OfRow {
  readonly kind: 'entry';
  readonly entry: RowKind;
  readonly duty: Duty;
  readonly before: Balances;
  readonly credits: number;
  readonly due: number;
  /** Whole credits billed, where it is a close. */
  readonly billed: number;
  readonly after: Balances;
  readonly follows: Balances;
  /** An earlier grant should have lapsed here, and is still in the balance. */
  readonly rolledOver: number;
  /** How that grant should have ended. */
  readonly lapse: 'expire' | 'forfeit' | null;
}

/** Something the terms order that no row shows. `drawn` is what the next row draws of credits that should be gone. */
export interface UnmetCase extends OfRow {
  readonly kind: 'unmet';
  readonly duty: Duty;
  readonly credits: number;
  readonly drawn: number;
}

/** A row that the terms do not order. */
export interface UnaskedCase extends OfRow {
  readonly kind: 'unasked';
  readonly entry: RowKind;
  readonly id: string;
  readonly credits: number;
}

/** A row in the wrong place, or numbered wrongly. */
export interface PlaceCase extends OfRow {
  readonly kind: 'place';
  readonly seq: number;
  readonly expectedSeq: number;
  /** Whether the row is too early for the row before it, or too late for the rows after it, whose time is `beside`. */
  readonly order: 'early' | 'late' | null;
  readonly beside: number;
  readonly start: number;
  readonly end: number;
  readonly isUse: boolean;
}

/** A usage event that should not be there, is there twice, or is not there. */
export interface IdentityCase extends OfRow {
  readonly kind: 'identity';
  readonly what: 'twice' | 'alike' | 'not-recorded' | 'not-shown';
  readonly id: string;
  /** The row or line where it stands first. */
  readonly first: number | null;
  readonly credits: number;
}

/** An invoice line that is not the due one. Credits in nanocredits, amounts in minor units with `digits` decimals. */
export interface LineCase extends OfRow {
  readonly kind: 'line';
  readonly invoice: number | null;
  readonly lineKind: string;
  readonly stated: LineFigures | null;
  readonly due: LineFigures | null;
  /** The month's exact Flex, where the line bills it. */
  readonly exactFlex: number | null;
  readonly digits: number;
  readonly inPeriod: boolean;
}

/** The figures of one line. */
export interface LineFigures {
  readonly credits: number | null;
  readonly unitPrice: string;
  readonly amount: bigint;
}

/** An invoice whose lines are right one by one, and not together. */
export interface TotalCase extends OfRow {
  readonly kind: 'total';
  readonly invoice: number;
  readonly stated: bigint;
  readonly due: bigint;
  readonly digits: number;
}

/** What verifying the chain of hashes found. */
export interface ChainCase extends OfRow {
  readonly kind: 'chain';
  readonly status: 'altered' | 'truncated' | 'rechained' | 'damaged';
  readonly found: string;
}

/** Something that is not as it should be, before a rule gives it its name. */
export type AuditCase =
  UseCase | EntryCase | UnmetCase | UnaskedCase | PlaceCase | IdentityCase | LineCase | TotalCase | ChainCase;
