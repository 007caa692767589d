import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { selectionAt, type GridCell, type GridSelection } from './gridSelection.ts';
import type { GridPlace } from './useToldPlace.ts';

/** A cell to go to; `serial` grows with each request. Without a column it stays where it is. */
export interface GoTo {
  readonly row: number;
  readonly column?: number;
  readonly serial: number;
}

/** The selection, sent to a cell by each new request, and kept inside what there is. */
export function useSelection(
  goTo: GoTo | null,
  { rows, columns, begin }: { readonly rows: number; readonly columns: number; readonly begin: GridPlace },
) {
  const [selection, setSelection] = useState<GridSelection>(() => begun(begin));
  // Keys may come faster than they are drawn: each goes on from where the one before led.
  const now = useRef(selection);
  const change = useCallback((to: (now: GridSelection) => GridSelection): GridSelection => {
    now.current = to(now.current);
    setSelection(now.current);
    return now.current;
  }, []);
  useLayoutEffect(() => {
    if (!goTo || rows === 0) return;
    change(({ cursor }) => selectionAt(inside({ row: goTo.row, column: goTo.column ?? cursor.column }, rows, columns)));
    // Each request is followed once.
  }, [goTo?.serial, rows === 0, change]);
  useLayoutEffect(() => {
    if (isOutside(now.current, rows, columns)) change(({ cursor }) => selectionAt(inside(cursor, rows, columns)));
  }, [rows, columns, change]);
  return { selection, now, change };
}

function begun({ cursor, anchor, ranges }: GridPlace): GridSelection {
  return ranges.length === 0 ? selectionAt(cursor) : { cursor, anchor, ranges, adding: false };
}

function isOutside({ cursor, ranges }: GridSelection, rows: number, columns: number): boolean {
  if (rows === 0) return ranges.length > 0 || cursor.row >= 0;
  const beyond = ranges.some(({ bottom, right }) => bottom >= rows || right >= columns);
  return beyond || cursor.row >= rows || cursor.column >= columns;
}

function inside({ row, column }: GridCell, rows: number, columns: number): GridCell {
  return { row: Math.min(row, rows - 1), column: Math.max(0, Math.min(column, columns - 1)) };
}
