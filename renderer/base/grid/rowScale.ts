/** The tallest element that browsers lay out without loss (33 M physical pixels) at pixel ratio 3 and zoom 3. Units: CSS pixels. */
export const mostScrollPx = 3_000_000;

/** How a grid of many rows is laid over a scroll bar of limited height. All in CSS pixels but `rows`. */
export interface RowScale {
  readonly rows: number;
  readonly rowPx: number;
  readonly viewPx: number;
  /** Height of all rows laid out in full. */
  readonly fullPx: number;
  /** Height of the element that scrolls. */
  readonly scrollPx: number;
}

export function rowScale({ rows, rowPx, viewPx }: { rows: number; rowPx: number; viewPx: number }): RowScale {
  const fullPx = rows * rowPx;
  return { rows, rowPx, viewPx, fullPx, scrollPx: Math.min(fullPx, mostScrollPx) };
}

/** Offset into the full height for a position of the scroll bar: the same where all fits, else in proportion. */
export function offsetOf(scale: RowScale, scrollTop: number): number {
  const travel = scale.scrollPx - scale.viewPx;
  if (travel <= 0) return 0;
  const share = Math.min(1, Math.max(0, scrollTop / travel));
  return share * (scale.fullPx - scale.viewPx);
}

/** Position of the scroll bar for an offset into the full height. */
export function scrollTopOf(scale: RowScale, offset: number): number {
  const reach = scale.fullPx - scale.viewPx;
  return reach <= 0 ? 0 : (clampOffset(scale, offset) / reach) * (scale.scrollPx - scale.viewPx);
}

export function clampOffset(scale: RowScale, offset: number): number {
  return Math.min(Math.max(0, scale.fullPx - scale.viewPx), Math.max(0, offset));
}

/** The rows `[from, until)` that show at an offset, and how far above the view the first begins. */
export function rowsAt(scale: RowScale, offset: number): { from: number; until: number; shiftPx: number } {
  const from = Math.min(Math.floor(offset / scale.rowPx), Math.max(0, scale.rows - 1));
  const until = Math.min(scale.rows, Math.ceil((offset + scale.viewPx) / scale.rowPx));
  return { from, until: Math.max(from, until), shiftPx: from * scale.rowPx - offset };
}

/** The nearest offset at which a row shows whole. */
export function offsetShowing(scale: RowScale, { row, offset }: { row: number; offset: number }): number {
  const top = row * scale.rowPx;
  if (top < offset) return clampOffset(scale, top);
  return clampOffset(scale, Math.max(offset, top + scale.rowPx - scale.viewPx));
}

/** Rows that a page key moves by. */
export function pageRows({ viewPx, rowPx }: RowScale): number {
  return Math.max(1, Math.floor(viewPx / rowPx) - 1);
}
