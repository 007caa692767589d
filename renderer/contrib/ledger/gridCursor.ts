/** Where the cursor of a grid stands: a row and a column from 0, and the row at which a selection began. */
export interface GridCursor {
  readonly row: number;
  readonly column: number;
  readonly anchor: number;
}

/** The grid as the keys see it. */
export interface GridExtent {
  readonly rows: number;
  readonly columns: number;
  readonly page: number;
}

interface GridKey {
  readonly key: string;
  readonly shift: boolean;
  /** Ctrl, or Cmd. */
  readonly ctrl: boolean;
}

/** The cursor after a key, or null where the key does not move it. Shift keeps the selection's beginning. */
export function moveCursor(cursor: GridCursor, key: GridKey, extent: GridExtent): GridCursor | null {
  const to = target(cursor, key, extent);
  if (to === null || extent.rows === 0) return null;
  const row = clamp(to.row, extent.rows);
  const column = clamp(to.column, extent.columns);
  return { row, column, anchor: key.shift ? cursor.anchor : row };
}

function target({ row, column }: GridCursor, { key, ctrl }: GridKey, { rows, columns, page }: GridExtent) {
  switch (key) {
    case 'ArrowDown':
      return { row: ctrl ? rows - 1 : row + 1, column };
    case 'ArrowUp':
      return { row: ctrl ? 0 : row - 1, column };
    case 'ArrowRight':
      return ctrl ? null : { row, column: column + 1 };
    case 'ArrowLeft':
      return ctrl ? null : { row, column: column - 1 };
    case 'PageDown':
      return { row: row + page, column };
    case 'PageUp':
      return { row: row - page, column };
    case 'Home':
      return ctrl ? { row: 0, column: 0 } : { row, column: 0 };
    case 'End':
      return ctrl ? { row: rows - 1, column: columns - 1 } : { row, column: columns - 1 };
    default:
      return null;
  }
}

function clamp(value: number, count: number): number {
  return Math.min(count - 1, Math.max(0, value));
}

/** The selected rows `[from, until)`. */
export function selectedRows({ row, anchor }: GridCursor): { from: number; until: number } {
  return { from: Math.min(row, anchor), until: Math.max(row, anchor) + 1 };
}
