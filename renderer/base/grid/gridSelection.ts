/** A cell by its row and column, from 0. Row -1 is that of the column titles. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
}

/** Cells of some rows and columns, ends included. */
export interface CellRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The cursor of a grid and what is selected: the last range reaches from the anchor to the cursor. */
export interface GridSelection {
  readonly cursor: GridCell;
  readonly anchor: GridCell;
  readonly ranges: readonly CellRange[];
  /** What was selected stays while the cursor moves on. */
  readonly adding: boolean;
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

export function selectionAt(cell: GridCell): GridSelection {
  return { cursor: cell, anchor: cell, ranges: cell.row < 0 ? [] : [rangeOf(cell, cell)], adding: false };
}

/** The selection after the cursor went to a cell. `extend` keeps the anchor, `add` keeps what is selected. */
export function moveTo(
  selection: GridSelection,
  cell: GridCell,
  { extend, add }: { readonly extend: boolean; readonly add: boolean },
): GridSelection {
  if (cell.row < 0) return { ...selection, cursor: cell };
  const anchor = extend && selection.anchor.row >= 0 ? selection.anchor : cell;
  const { ranges, adding } = selection;
  const before = add && !extend ? ranges : adding || extend ? ranges.slice(0, -1) : [];
  return { cursor: cell, anchor, ranges: [...before, rangeOf(anchor, cell)], adding };
}

/** The selection after a key, or null where the key does not move the cursor. */
export function moveCursor(selection: GridSelection, key: GridKey, extent: GridExtent): GridSelection | null {
  const to = target(selection.cursor, key, extent);
  if (to === null) return null;
  const inTitles = to.row < 0 && !key.shift && (selection.cursor.row <= 0 || extent.rows === 0);
  const row = inTitles ? -1 : clamp(to.row, extent.rows);
  const column = clamp(to.column, extent.columns);
  return moveTo(selection, { row, column }, { extend: key.shift, add: false });
}

function target({ row, column }: GridCell, { key, ctrl }: GridKey, { rows, columns, page }: GridExtent) {
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
      return { row: Math.max(0, row - page), column };
    case 'Home':
      return ctrl ? { row: 0, column: 0 } : { row, column: 0 };
    case 'End':
      return ctrl ? { row: rows - 1, column: columns - 1 } : { row, column: columns - 1 };
    default:
      return null;
  }
}

function clamp(value: number, count: number): number {
  return count === 0 ? -1 : Math.min(count - 1, Math.max(0, value));
}

function rangeOf(one: GridCell, other: GridCell): CellRange {
  return {
    top: Math.min(one.row, other.row),
    bottom: Math.max(one.row, other.row),
    left: Math.min(one.column, other.column),
    right: Math.max(one.column, other.column),
  };
}

/** Everything. */
export function selectAll(selection: GridSelection, { rows, columns }: GridExtent): GridSelection {
  if (rows === 0) return selection;
  return { ...selection, ranges: [{ top: 0, bottom: rows - 1, left: 0, right: columns - 1 }], adding: false };
}

/** The last range, over the whole of its rows or of its columns. */
export function selectWhole(selection: GridSelection, what: 'rows' | 'columns', extent: GridExtent): GridSelection {
  const last = selection.ranges.at(-1) ?? rangeOf(selection.cursor, selection.cursor);
  if (extent.rows === 0) return selection;
  const whole =
    what === 'rows' ? { ...last, left: 0, right: extent.columns - 1 } : { ...last, top: 0, bottom: extent.rows - 1 };
  return { ...selection, ranges: [...selection.ranges.slice(0, -1), whole] };
}

/** Begins or ends adding: the next range stands beside those that are selected. */
export function toggleAdding(selection: GridSelection): GridSelection {
  if (selection.adding || selection.cursor.row < 0) return { ...selection, adding: false };
  const { cursor, ranges } = selection;
  return { cursor, anchor: cursor, ranges: [...ranges, rangeOf(cursor, cursor)], adding: true };
}

/** The selected columns of a row as spans, `2-5,7-7`; empty where none is. One text, so that rows that stay as they are are not drawn anew. */
export function selectedIn(ranges: readonly CellRange[], row: number): string {
  return ranges
    .filter(({ top, bottom }) => top <= row && row <= bottom)
    .map(({ left, right }) => `${left}-${right}`)
    .join();
}

/** Whether spans hold a column. */
export function inSpans(spans: string, column: number): boolean {
  if (spans === '') return false;
  return spans.split(',').some((span) => {
    const dash = span.indexOf('-');
    return Number(span.slice(0, dash)) <= column && column <= Number(span.slice(dash + 1));
  });
}

/** Rows and columns that a selection touches, each rising. Rows as stretches, for there may be many. */
export function touched(ranges: readonly CellRange[]): {
  readonly rows: readonly { readonly from: number; readonly until: number }[];
  readonly columns: readonly number[];
} {
  const columns = new Set<number>();
  const rows: { from: number; until: number }[] = [];
  for (const { left, right } of ranges) for (let column = left; column <= right; column++) columns.add(column);
  for (const { top, bottom } of [...ranges].sort((a, b) => a.top - b.top)) {
    const last = rows.at(-1);
    if (last && top <= last.until) last.until = Math.max(last.until, bottom + 1);
    else rows.push({ from: top, until: bottom + 1 });
  }
  return { rows, columns: [...columns].sort((a, b) => a - b) };
}
