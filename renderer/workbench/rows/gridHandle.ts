import { createStore } from 'zustand/vanilla';

/** What commands do to a grid of rows. What is about a column is about that of the cursor. */
export interface GridHandle {
  find(): void;
  findNext(step: 1 | -1): void;
  /** Asks which where no number is given. */
  goToRow(row?: number): Promise<void>;
  copy(titles: boolean): void;
  selectAll(): void;
  selectWhole(what: 'rows' | 'columns'): void;
  toggleAdding(): void;
  sort(descending: boolean): void;
  clearSort(): void;
  /** Groups the rows by a column: instants by month. */
  group(): void;
  ungroup(): void;
  /** The group of the cursor. */
  fold(folded: boolean): Promise<void>;
  foldAll(folded: boolean): Promise<void>;
  filter(): Promise<void>;
  clearFilters(): void;
  chooseColumns(): void;
  hideColumn(): void;
  showAllColumns(): void;
  /** The columns up to that of the cursor stay in sight as the others move; false: none does. */
  freeze(frozen: boolean): void;
  widen(byPx: number): void;
  fit(): void;
  columnMenu(): void;
  cancel(): void;
}

/** The grid of the editor in front; null where it has none. */
export const gridInFront = createStore<{ readonly grid: GridHandle | null }>(() => ({ grid: null }));
