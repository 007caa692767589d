import { widthOf } from './columnsAt.ts';

/** Scrolls sideways so that a column shows whole, beside the first `frozen` columns that stay. */
export function showColumn(
  scroller: HTMLElement | null,
  { widths, column, frozen }: { widths: readonly number[]; column: number; frozen: number },
): void {
  if (!scroller || column < frozen) return;
  const left = widthOf(widths, column);
  const right = left + (widths[column] ?? 0);
  const frozenPx = widthOf(widths, frozen);
  if (left < scroller.scrollLeft + frozenPx) scroller.scrollLeft = left - frozenPx;
  else if (right > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = right - scroller.clientWidth;
}
