import type { CellKind } from '../../../shared/base/rows/cellKind.ts';
import { readFilter } from '../../../shared/base/rows/readFilter.ts';
import type { SortKey } from '../../../shared/base/rows/rowOrder.ts';
import type { Folds } from '../../../shared/rpc/rowViews.ts';

/** How the rows of a grid are wanted: in which order, and which of them. */
export interface Wish {
  readonly sort: readonly SortKey[];
  readonly filters: readonly ColumnFilter[];
  /** The column by which they are grouped. */
  readonly group: string | null;
}

export interface ColumnFilter {
  readonly column: string;
  readonly text: string;
}

/** As they stand, all of them. */
export const noWish: Wish = { sort: [], filters: [], group: null };

export function isNoWish({ sort, filters, group }: Wish): boolean {
  return sort.length === 0 && filters.length === 0 && group === null;
}

/** Groups show their sums at first. */
export const firstFolds: Folds = { folded: true, except: [] };

const mostExcept = 2000;

/** The folds with one group folded or unfolded. Of those that are unlike the others the latest are kept. */
export function withFold({ folded, except }: Folds, label: string, toFolded: boolean): Folds {
  const others = except.filter((each) => each !== label);
  return { folded, except: toFolded === folded ? others : [...others, label].slice(-mostExcept) };
}

/** Sorts by a column: up, then down, then not. `add`: after the columns that are sorted by already. */
export function turnedSort(sort: readonly SortKey[], column: string, add: boolean): readonly SortKey[] {
  const now = sort.find((key) => key.column === column);
  const next = now === undefined ? { column, descending: false } : now.descending ? null : { column, descending: true };
  if (!add) return next ? [next] : [];
  if (now === undefined) return [...sort, { column, descending: false }];
  return sort.flatMap((key) => (key.column === column ? (next ?? []) : key));
}

/** The filters with that of a column set; an empty text takes it away. */
export function withFilter(filters: readonly ColumnFilter[], column: string, text: string): readonly ColumnFilter[] {
  const others = filters.filter((filter) => filter.column !== column);
  return text.trim() === '' ? others : [...others, { column, text: text.trim() }];
}

/** What is wrong with the text of a filter, with its place; null where it can be read. Empty text is no filter. */
export function filterFault(text: string, kind: CellKind): string | null {
  const wanted = text.trim();
  if (wanted === '') return null;
  const read = readFilter(wanted, kind);
  if (read.ok) return null;
  const { from, until, message } = read.error;
  return `${message} (${until - from > 1 ? `Characters ${from + 1} to ${until}` : `Character ${from + 1}`}.)`;
}
