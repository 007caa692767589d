/** The columns that are drawn: those that stay, then those `[from, until)` that show beside them. Pixels are CSS pixels. */
export interface ShownColumns {
  /** The first columns, that stay where they are as the others move. */
  readonly frozen: number;
  readonly from: number;
  readonly until: number;
  /** How much of the column `from` lies under those that stay. */
  readonly underPx: number;
}

interface Across {
  readonly widths: readonly number[];
  /** Columns that shall stay. */
  readonly frozen: number;
  readonly viewPx: number;
  /** How far the view is scrolled sideways. */
  readonly left: number;
}

/** Most of a view that columns that stay may take: the others must be reached. */
const mostFrozen = 0.7;

/** The columns that show in a view that is scrolled sideways. Of those that shall stay, as many do as leave room for others. */
export function columnsAt({ widths, frozen: wanted, viewPx, left }: Across): ShownColumns {
  let frozen = Math.min(wanted, widths.length);
  while (frozen > 0 && widthOf(widths, frozen) > viewPx * mostFrozen) frozen--;
  const frozenPx = widthOf(widths, frozen);
  let from = frozen;
  let startPx = frozenPx;
  while (from < widths.length - 1 && startPx + widths[from]! <= left + frozenPx) startPx += widths[from++]!;
  let until = from;
  let endPx = startPx;
  while (until < widths.length && endPx < left + viewPx) endPx += widths[until++]!;
  return { frozen, from, until, underPx: Math.min(widths[from] ?? 0, Math.max(0, left + frozenPx - startPx)) };
}

/** The width of the first columns. */
export function widthOf(widths: readonly number[], columns = widths.length): number {
  return widths.slice(0, columns).reduce((sum, width) => sum + width, 0);
}

/** The places of the columns that are drawn, rising. */
export function drawnColumns({ frozen, from, until }: ShownColumns): readonly number[] {
  return [...Array.from({ length: frozen }, (_, place) => place), ...range(from, until)];
}

function range(from: number, until: number): readonly number[] {
  return Array.from({ length: Math.max(0, until - from) }, (_, place) => from + place);
}

/** The tracks of the columns that are drawn, as a grid template. */
export function columnTracks(widths: readonly number[], shown: ShownColumns): string {
  const px = drawnColumns(shown).map((place) => widths[place]! - (place === shown.from ? shown.underPx : 0));
  return px.map((width) => `${width}px`).join(' ');
}
