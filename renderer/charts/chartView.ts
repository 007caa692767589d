import type { ChartData } from './chartData.ts';

/** What a chart's horizontal axis reaches over. */
export interface ChartAxis {
  readonly from: number;
  readonly until: number;
  /** The least that is worth looking at. */
  readonly least: number;
  /** It is made of whole columns: a view holds them whole. */
  readonly whole?: boolean;
  /** The part `[from, until)` in words. */
  text(view: ChartView): string;
}

/** A part of the axis that is looked at. Null stands for all of it. */
export interface ChartView {
  readonly from: number;
  readonly until: number;
}

/** The view made wider (`factor` above 1) or narrower about a place, which stays where it is drawn. */
export function zoomed(
  axis: ChartAxis,
  view: ChartView | null,
  { factor, about }: { readonly factor: number; readonly about?: number | null },
): ChartView | null {
  const { from, until } = view ?? axis;
  const center = about ?? (from + until) / 2;
  return clamped(axis, { from: center - (center - from) * factor, until: center + (until - center) * factor });
}

/** The view moved along the axis by a share of its width. */
export function panned(axis: ChartAxis, view: ChartView | null, share: number): ChartView | null {
  if (!view) return null;
  const width = view.until - view.from;
  const step = axis.whole ? Math.sign(share) * Math.max(1, Math.round(Math.abs(share) * width)) : share * width;
  const from = Math.max(axis.from, Math.min(axis.until - width, view.from + step));
  return clamped(axis, { from, until: from + width });
}

/** A view inside the axis, not narrower than its least; null where it holds all. */
export function clamped(axis: ChartAxis, view: ChartView): ChartView | null {
  const most = axis.until - axis.from;
  const asked = Math.max(view.until - view.from, Math.min(axis.least, most));
  const width = Math.min(most, axis.whole ? Math.round(asked) : asked);
  const center = (view.from + view.until) / 2;
  const wanted = axis.whole ? Math.round(center - width / 2) : center - width / 2;
  const from = Math.max(axis.from, Math.min(axis.until - width, wanted));
  return width >= most ? null : { from, until: from + width };
}

/** Points that a view shows: those inside it, drawn with the next one on either side so that lines reach its edges. */
export function inView<Point>(
  points: readonly Point[],
  view: ChartView | null,
  at: (point: Point) => number,
): { readonly drawn: readonly Point[]; readonly inside: readonly Point[] } {
  if (!view) return { drawn: points, inside: points };
  const first = points.findIndex((point) => at(point) >= view.from);
  if (first < 0) return { drawn: points.slice(-1), inside: [] };
  const after = points.findIndex((point) => at(point) > view.until);
  const last = after < 0 ? points.length : after;
  return { drawn: points.slice(Math.max(0, first - 1), last + 1), inside: points.slice(first, last) };
}

/** Columns that a view shows whole, by their index. */
export function columnsIn<Column>(columns: readonly Column[], view: ChartView | null): readonly Column[] {
  return view ? columns.slice(view.from, view.until) : columns;
}

/** Whether a row of a chart's figures lies in a view. */
export function isInView({ at }: ChartData, row: number, view: ChartView | null): boolean {
  const place = at?.[row];
  return view === null || place === undefined || (place >= view.from && place <= view.until);
}

/** The figures of what a chart shows, which say so. */
export function dataIn(data: ChartData, view: ChartView | null): ChartData {
  if (!view || !data.axis) return data;
  const caption = [data.caption, data.axis.text(view)].filter((text) => text !== undefined).join(': ');
  const rows = data.rows.filter((_, row) => isInView(data, row, view));
  const at = data.at?.filter((place) => place >= view.from && place <= view.until);
  return { ...data, caption, rows, ...(at ? { at } : {}) };
}
