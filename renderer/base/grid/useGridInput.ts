import { useCallback } from 'react';
import type { KeyboardEvent, MouseEvent, RefObject } from 'react';
import type { CellsRow } from '../../../shared/rpc/rowViews.ts';
import type { GridColumn } from './gridColumn.ts';
import { moveCursor, moveTo, type GridCell, type GridExtent, type GridSelection } from './gridSelection.ts';
import { treeMove } from './treeMove.ts';
import type { useSelection } from './useSelection.ts';

/** What mouse and keys are told to, beside the selection. */
export interface Told {
  readonly columns: readonly GridColumn[];
  row(index: number): CellsRow | undefined;
  /** The cursor came to a row, or Enter was pressed on it (`byKeyboard`). */
  onChoose(index: number, byKeyboard: boolean): void;
  /** A group is to be folded or unfolded, by its header. */
  onFold?(index: number): void;
  /** A column is to be sorted the other way round; `add`: after those that are sorted by already. */
  onSort(column: number, add: boolean): void;
}

interface Input extends Pick<ReturnType<typeof useSelection>, 'now' | 'change'> {
  readonly view: RefObject<HTMLElement | null>;
  readonly extent: GridExtent;
}

/** What mouse and keys do. */
export function useGridInput({ columns, row, onChoose, onFold, onSort }: Told, { view, now, change, extent }: Input) {
  const press = useCallback(
    (index: number, column: number, event: MouseEvent) => {
      if (event.button === 2 && !isSelected(event.target)) {
        change((selection) => moveTo(selection, { row: index, column }, { extend: false, add: false }));
      }
      if (event.button !== 0) return;
      const how = { extend: event.shiftKey, add: event.ctrlKey || event.metaKey };
      change((selection) => pressed(selection, { row: index, column }, columns, how));
      onChoose(index, false);
      if (column === 0 && !how.extend && !how.add && row(index)?.group) onFold?.(index);
    },
    [change, columns, row, onChoose, onFold],
  );
  const drag = useCallback(
    (index: number, column: number, event: MouseEvent) => {
      if (event.buttons !== 1 || !view.current?.contains(document.activeElement)) return;
      const { cursor } = now.current;
      if (cursor.row === index && cursor.column === column) return;
      change((selection) => moveTo(selection, { row: index, column }, { extend: true, add: false }));
    },
    [change, now, view],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const ctrl = event.ctrlKey || event.metaKey;
    const { cursor } = now.current;
    const next = event.altKey ? null : moveCursor(now.current, { key: event.key, shift: event.shiftKey, ctrl }, extent);
    const inTree = event.altKey || event.shiftKey || ctrl ? null : treeMove(row(cursor.row), cursor, event.key);
    if (inTree === 'fold') onFold?.(cursor.row);
    else if (inTree) change((selection) => moveTo(selection, inTree, { extend: false, add: false }));
    else if (cursor.row < 0 && (event.key === 'Enter' || event.key === ' ')) onSort(cursor.column, event.shiftKey);
    else if (event.key === 'Enter') onChoose(cursor.row, true);
    else if (next) {
      change(() => next);
      if (next.cursor.row !== cursor.row && next.cursor.row >= 0) onChoose(next.cursor.row, false);
    } else return;
    event.preventDefault();
  };
  return { press, drag, onKeyDown };
}

/** Does something with the cell that an event is of. */
export function atCell(event: MouseEvent, act: (row: number, column: number, event: MouseEvent) => void): void {
  const cell = (event.target as Element).closest('[aria-colindex]');
  const row = cell?.closest('[aria-rowindex]');
  if (cell && row) act(indexOf(row, 'aria-rowindex') - 2, indexOf(cell, 'aria-colindex') - 1, event);
}

/** Whether a cell belongs to what is selected: its menu is then for all of that. */
function isSelected(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[aria-selected]')?.getAttribute('aria-selected') === 'true';
}

function indexOf(element: Element, name: string): number {
  return Number(element.getAttribute(name));
}

/** A press on the name of a row takes the whole row. */
function pressed(
  now: GridSelection,
  cell: GridCell,
  columns: readonly GridColumn[],
  how: { readonly extend: boolean; readonly add: boolean },
): GridSelection {
  const moved = moveTo(now, cell, how);
  if (!columns[cell.column]?.namesRows) return moved;
  const whole = { ...moved.ranges.at(-1)!, left: 0, right: columns.length - 1 };
  return { ...moved, ranges: [...moved.ranges.slice(0, -1), whole] };
}
