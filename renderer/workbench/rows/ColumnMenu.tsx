import { createPortal } from 'react-dom';
import type { GridColumn } from '../../base/grid/gridColumn.ts';
import { Menu, type MenuEntry } from '../../base/Menu.tsx';
import type { GridHandle } from './gridHandle.ts';

/** A menu of a grid, open at a place of the page: of one column, or with all columns to choose from. */
export interface OpenGridMenu {
  readonly x: number;
  readonly y: number;
  readonly kind: 'column' | 'columns';
  readonly column: number;
}

interface ColumnMenuProps {
  readonly open: OpenGridMenu;
  readonly column: GridColumn | undefined;
  readonly columns: readonly GridColumn[];
  readonly hidden: readonly string[];
  readonly grid: GridHandle;
  keyOf(command: string): string | null;
  onToggle(id: string): void;
  onClose(): void;
}

/** What can be done to a column, and which columns show. */
export function ColumnMenu({ open, column, columns, hidden, grid, keyOf, onToggle, onClose }: ColumnMenuProps) {
  const entry = (id: string, title: string, run: () => void): MenuEntry => ({ id, title, keys: keyOf(id), run });
  const choice = columns.map(({ id, title }) => ({
    id,
    title,
    checked: !hidden.includes(id),
    run: () => onToggle(id),
  }));
  const reset = entry('grid.showAllColumns', 'Show All at First Widths', () => grid.showAllColumns());
  const ofColumn = [
    [
      entry('grid.sortAscending', 'Sort Ascending', () => grid.sort(false)),
      entry('grid.sortDescending', 'Sort Descending', () => grid.sort(true)),
      entry('grid.clearSort', 'Clear Sorting', () => grid.clearSort()),
    ],
    [
      entry('grid.filter', 'Filter…', () => void grid.filter()),
      entry('grid.clearFilters', 'Clear Filters', () => grid.clearFilters()),
    ],
    [
      entry('grid.selectColumns', 'Select Column', () => grid.selectWhole('columns')),
      entry('grid.fit', 'Fit to Cells', () => grid.fit()),
      entry('grid.freeze', 'Freeze Columns up to This', () => grid.freeze(true)),
      entry('grid.unfreeze', 'Unfreeze Columns', () => grid.freeze(false)),
      entry('grid.hideColumn', 'Hide Column', () => grid.hideColumn()),
      entry('grid.columns', 'Choose Columns…', () => grid.chooseColumns()),
    ],
  ];
  return createPortal(
    <Menu
      label={open.kind === 'column' ? `Column ${column?.title ?? ''}` : 'Columns'}
      groups={open.kind === 'column' ? ofColumn : [choice, [reset]]}
      x={open.x}
      y={open.y}
      onClose={onClose}
    />,
    document.body,
  );
}
