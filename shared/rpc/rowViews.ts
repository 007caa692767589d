import type { CellKind } from '../base/rows/cellKind.ts';
import type { FilterFault } from '../base/rows/readFilter.ts';

/** Lists of an audit: what it found, the rows of the ledger as they were read, lines of invoices tied out, and what could not be read. */
export const auditLists = ['findings', 'rows', 'tie-out', 'bad-rows'] as const;
export type AuditList = (typeof auditLists)[number];

/** A column of rows. */
export interface RowsColumn {
  readonly id: string;
  readonly kind: CellKind;
  /** Its figures are amounts, which groups of rows add up. */
  readonly isAmount?: boolean;
  /** They count something, and are no money. */
  readonly isCount?: boolean;
  /** It names the currency of a row, of which its amounts are that are no counts. */
  readonly isCurrency?: boolean;
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
  /** 0 for the header of a group, whose cells are its label and the exact sums of its amounts. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly group?: GroupHeader;
  /** For rows in groups the position of their group's header. */
  readonly under?: number;
}

/** A group of rows that are alike in a column. */
export interface GroupHeader {
  readonly label: string;
  readonly rows: number;
  readonly folded: boolean;
  /** Cells that hold no sum, since their rows are of several currencies. */
  readonly mixed?: readonly number[];
}

/** Which groups are folded: all or none, but for those with some labels. */
export interface Folds {
  readonly folded: boolean;
  readonly except: readonly string[];
}

/** Rows as ordered, filtered and grouped, or what is wrong with the filters. */
export type ArrangeOutcome = ArrangedView | { readonly faults: readonly ColumnFault[] };

export interface ArrangedView {
  readonly view: string;
  readonly total: number;
  /** Rows that pass the filters. */
  readonly shown: number;
  /** Lines of a grid: as many as rows, or headers of groups and the rows of those that are not folded. */
  readonly lines: number;
  /** Null where they are not grouped. `zone`: in which instants fall into months; null: it is no column of instants. */
  readonly groups: { readonly count: number; readonly zone: string | null } | null;
}

/** How many lines a grid has as groups were folded or unfolded, and where one of them now stands. */
export interface FoldedView {
  readonly lines: number;
  readonly at: number | null;
}

/** Where a row stands in an arrangement; where its group is folded, the group's label and where its header stands. */
export interface RowPosition {
  readonly position: number;
  readonly folded: string | null;
}

export interface ColumnFault extends FilterFault {
  readonly column: string;
}

export interface FoundCells {
  readonly found: string;
  readonly count: number;
}

/** A cell that was found: its position in the arrangement (that of its group's header where that is folded), the index of its column, and the how manieth of all it is, from 1. */
export interface FoundCell {
  readonly position: number;
  readonly column: number;
  readonly ordinal: number;
  /** The row by its number, from 1. */
  readonly row: number;
}

/** How far an arrangement or a search is. */
export interface RowsProgress {
  readonly job: string;
  readonly doing: 'reading' | 'sorting' | 'searching';
  /** From 0 to 1. */
  readonly share: number;
}
