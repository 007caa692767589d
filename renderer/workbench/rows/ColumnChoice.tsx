import { createPortal } from 'react-dom';
import type { GridColumn } from '../../base/grid/gridColumn.ts';
import { Menu } from '../../base/Menu.tsx';

/** Where a menu's corner goes, in pixels of the page. */
export interface MenuCorner {
  readonly x: number;
  readonly y: number;
}

interface ColumnChoiceProps extends MenuCorner {
  readonly columns: readonly GridColumn[];
  readonly hidden: readonly string[];
  onToggle(id: string): void;
  onShowAll(): void;
  onClose(): void;
}

/** Which columns show. */
export function ColumnChoice({ x, y, columns, hidden, onToggle, onShowAll, onClose }: ColumnChoiceProps) {
  const choice = columns.map(({ id, title }) => ({
    id,
    title,
    checked: !hidden.includes(id),
    run: () => onToggle(id),
  }));
  const all = { id: 'grid.showAllColumns', title: 'Show All at First Widths', run: onShowAll };
  return createPortal(<Menu label="Columns" groups={[choice, [all]]} {...{ x, y, onClose }} />, document.body);
}
