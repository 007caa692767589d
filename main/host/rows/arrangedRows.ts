import type { ArrangedView, Folds } from '../../../shared/rpc/rowViews.ts';
import { arrange, type Arrangement } from './arrange.ts';
import { groupLines } from './groupLines.ts';
import { groupRows } from './groupRows.ts';
import type { KeptView } from './keptViews.ts';
import type { RowsOf } from './rowsOf.ts';
import type { Work } from './work.ts';

interface Wish extends Arrangement {
  readonly group: { readonly column: string; readonly folds: Folds } | null;
}

/** Rows ordered and filtered, and grouped where that is wished. */
export async function arrangedRows(rows: RowsOf, wish: Wish, work: Work): Promise<KeptView> {
  if (!wish.group) return { rows, order: await arrange(rows, wish, work), lines: null };
  const { order, groups } = await groupRows(rows, { ...wish, group: wish.group.column }, work);
  return { rows, order, lines: groupLines(groups, wish.group.folds) };
}

export function sizesOf({ rows, order, lines }: KeptView): Omit<ArrangedView, 'view'> {
  const shown = order.length;
  const sizes = { total: rows.total, shown, lines: lines?.count ?? shown };
  if (!lines) return { ...sizes, groups: null };
  const { column, labels } = lines.groups;
  const zone = rows.columns[column]!.kind === 'instant' ? (rows.zone?.id ?? 'UTC') : null;
  return { ...sizes, groups: { count: labels.length, zone } };
}
