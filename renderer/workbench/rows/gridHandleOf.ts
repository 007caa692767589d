import { filterHelp } from '../../../shared/base/rows/readFilter.ts';
import { resized, type GridColumn } from '../../base/grid/gridColumn.ts';
import { selectAll, selectWhole, toggleAdding } from '../../base/grid/gridSelection.ts';
import type { Folds } from '../../../shared/rpc/rowViews.ts';
import { filterFault, firstFolds, withFilter, withFold } from './arrangement.ts';
import { firstLayout, toggleColumn } from './columnLayout.ts';
import { copyCells } from './copyCells.ts';
import type { MenuCorner } from './ColumnChoice.tsx';
import type { GridHandle } from './gridHandle.ts';
import type { RowsGridModel } from './useRowsGrid.ts';

/** What commands, menus and buttons do to a grid as it is now. */
export function gridHandleOf(model: RowsGridModel): GridHandle {
  const { workbench, grid, all, columns, places, cursor, fetch, finding, setFinding, search } = model;
  const column = (): GridColumn => columns[Math.min(cursor().column, columns.length - 1)]!;
  const select: NonNullable<typeof grid.current>['select'] = (change) => grid.current?.select(change);
  const find = (): void => setFinding(({ asked }) => ({ open: true, asked: asked + 1 }));
  return {
    find,
    findNext: (step) => (finding.open ? search.next(step) : find()),
    goToRow: (row) => goToRow(model, row),
    copy: (titles) =>
      void copyCells(workbench, {
        ranges: grid.current?.selection.ranges ?? [],
        columns,
        places,
        titles,
        fetch,
        group: model.arranged.wish.group,
      }),
    selectAll: () => select(selectAll),
    selectWhole: (what) => select((now, extent) => selectWhole(now, what, extent)),
    toggleAdding() {
      const ended = 'Adding to the selection ended.';
      const begun = 'Adding to the selection: move on, and extend with Shift.';
      workbench.notifications.announce(grid.current?.selection.adding ? ended : begun);
      select(toggleAdding);
    },
    sort: (descending) => model.setWish((now) => ({ ...now, sort: [{ column: column().id, descending }] })),
    clearSort: () => model.setWish((now) => ({ ...now, sort: [] })),
    group: () => groupBy(model, column().id),
    ungroup: () => model.setWish((now) => ({ ...now, group: null })),
    fold: (folded) => foldAtCursor(model, folded),
    foldAll: (folded) => foldGroups(model, () => ({ folded, except: [] })),
    filter: () => askForFilter(model, column()),
    clearFilters: () => model.setWish((now) => ({ ...now, filters: [] })),
    chooseColumns: () => model.setChoosing(belowTitle(model)),
    hideColumn: () => model.change((now) => toggleColumn(now, column().id, all)),
    showAllColumns: () => model.change(() => firstLayout),
    freeze: (frozen) => model.change((now) => ({ ...now, frozenTo: frozen ? column().id : '' })),
    widen: (byPx) => resizeColumn(model, cursor().column, byPx),
    fit: () => fitColumn(model, cursor().column),
    columnMenu: () => openColumnMenu(model, belowTitle(model)),
    cancel: model.cancel,
  };
}

/** Groups show their sums first; the cursor goes to the first one. */
function groupBy({ wish, setWish, setFolds, go }: RowsGridModel, group: string): void {
  if (wish.group === group) return;
  setFolds(() => firstFolds);
  setWish((now) => ({ ...now, group }));
  go(0, 0);
}

/** Folds or unfolds groups; the cursor stays on its row, or goes to the header of its group. */
async function foldGroups({ fold, go, cursor }: RowsGridModel, to: (now: Folds) => Folds): Promise<void> {
  const { row } = cursor();
  const at = await fold(to, Math.max(0, row));
  if (at !== null && row >= 0) go(at);
}

async function foldAtCursor(model: RowsGridModel, folded: boolean): Promise<void> {
  const { pages, cursor } = model;
  const row = pages.row(cursor().row);
  const header = row?.under === undefined ? row : (await model.fetch({ from: row.under, count: 1 })).rows[0];
  const group = header?.group;
  if (group) await foldGroups(model, (now) => withFold(now, group.label, folded));
}

/** Folds the group of a header, or unfolds it. */
export async function toggleFold({ pages, fold }: Pick<RowsGridModel, 'pages' | 'fold'>, index: number): Promise<void> {
  const group = pages.row(index)?.group;
  if (group) await fold((now) => withFold(now, group.label, !group.folded));
}

/** Asks for the filter of a column. */
export async function askForFilter(
  { workbench, wish, setWish, grid }: RowsGridModel,
  column: GridColumn,
): Promise<void> {
  const text = await workbench.dialogs.input({
    title: `Filter by ${column.title}`,
    label: `${column.title} of the rows to show`,
    text: filterHelp.join('\n'),
    value: wish.filters.find((filter) => filter.column === column.id)?.text ?? '',
    accept: 'Filter',
    validate: (value) => filterFault(value, column.kind),
  });
  if (text !== null) setWish((now) => ({ ...now, filters: withFilter(now.filters, column.id, text) }));
  grid.current?.focus();
}

async function goToRow(model: RowsGridModel, named?: number): Promise<void> {
  const row = named ?? (await askForRow(model));
  if (row !== null) await model.goToNumber(Math.min(row, model.total));
  model.grid.current?.focus();
}

async function askForRow({ workbench }: RowsGridModel): Promise<number | null> {
  const answer = await workbench.dialogs.input({
    title: 'Go to row',
    label: 'Row number',
    accept: 'Go',
    validate: (value) => (rowOf(value) === null ? 'A whole number from 1.' : null),
  });
  return answer === null ? null : rowOf(answer);
}

function rowOf(text: string): number | null {
  const digits = text.replace(/[\s,]/g, '');
  return /^[1-9]\d{0,14}$/.test(digits) ? Number(digits) : null;
}

function belowTitle({ grid, cursor }: RowsGridModel): MenuCorner {
  const box = grid.current?.titleBox(cursor().column);
  return { x: box?.left ?? 0, y: box?.bottom ?? 0 };
}

/** Opens the menu of the cursor's column. */
export function openColumnMenu({ workbench, grid, columns, cursor }: RowsGridModel, corner: MenuCorner): void {
  grid.current?.focus();
  const label = `Column ${columns[cursor().column]?.title ?? ''}`;
  workbench.openMenu({ menu: 'grid/column', label, ...corner, args: undefined, facts: { gridFocus: true } });
}

export function resizeColumn({ columns, change }: RowsGridModel, at: number, byPx: number): void {
  const { id, widthPx } = columns[at]!;
  change((now) => ({ ...now, widths: { ...now.widths, [id]: resized(now.widths[id] ?? widthPx, byPx) } }));
}

/** As wide as the widest of its cells that are drawn. */
export function fitColumn({ grid, columns, change }: RowsGridModel, at: number): void {
  const px = grid.current?.fitPx(at);
  if (px) change((now) => ({ ...now, widths: { ...now.widths, [columns[at]!.id]: resized(px, 0) } }));
}
