import type { CellKind } from '../base/rows/cellKind.ts';
import type { FilterFault } from '../base/rows/readFilter.ts';

/** Lists of an audit: what it found, the rows of the ledger as they were read, lines of invoices tied out, and what could not be read. */
export const auditLists = ['findings', 'rows', 'tie-out', 'bad-rows'] as const;
export type AuditList = (typeof auditLists)[number];

/** A column of rows. */
export interface RowsColumn {
  readonly id: string;
  readonly kind: CellKind;
}

/** Rows that can be looked at as a grid. */
export interface RowsView {
  readonly columns: readonly RowsColumn[];
  readonly total: number;
}

/** Rows of a page: each with its number, from 1, as they stand, and its cells in the order of the columns. */
export interface CellsPage {
  readonly from: number;
  /** Rows of the arrangement. */
  readonly total: number;
  readonly rows: readonly CellsRow[];
}

export interface CellsRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Rows as ordered and filtered, or what is wrong with the filters. */
export type ArrangeOutcome =
  | { readonly view: string; readonly total: number; readonly shown: number }
  | { readonly faults: readonly ColumnFault[] };

export interface ColumnFault extends FilterFault {
  readonly column: string;
}

export interface FoundCells {
  readonly found: string;
  readonly count: number;
}

/** A cell that was found: its position in the arrangement, the index of its column, and the how manieth of all it is, from 1. */
export interface FoundCell {
  readonly position: number;
  readonly column: number;
  readonly ordinal: number;
}

/** How far an arrangement or a search is. */
export interface RowsProgress {
  readonly job: string;
  readonly doing: 'reading' | 'sorting' | 'searching';
  /** From 0 to 1. */
  readonly share: number;
}
