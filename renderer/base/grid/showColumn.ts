/** Scrolls sideways so that a column shows whole. The first `frozenPx` of the view are covered by columns that stay. */
export function showColumn(
  scroller: HTMLElement | null,
  { widths, column, frozenPx }: { widths: readonly number[]; column: number; frozenPx: number },
): void {
  if (!scroller) return;
  const left = widths.slice(0, column).reduce((sum, width) => sum + width, 0);
  const right = left + (widths[column] ?? 0);
  if (left < scroller.scrollLeft + frozenPx) scroller.scrollLeft = left - frozenPx;
  else if (right > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = right - scroller.clientWidth;
}
