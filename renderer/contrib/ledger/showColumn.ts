/** Scrolls sideways so that a column shows whole. */
export function showColumn(scroller: HTMLElement | null, widths: readonly number[], column: number): void {
  if (!scroller) return;
  const left = widths.slice(0, column).reduce((sum, width) => sum + width, 0);
  const right = left + widths[column]!;
  if (left < scroller.scrollLeft) scroller.scrollLeft = left;
  else if (right > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = right - scroller.clientWidth;
}
