import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { GridPlace } from '../../base/grid/useToldPlace.ts';
import type { GridRef } from '../../base/grid/Grid.tsx';
import type { GridColumn } from '../../base/grid/gridColumn.ts';
import { touched, type CellRange } from '../../base/grid/gridSelection.ts';
import type { Reveal } from '../../platform/editor.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { useEditorUri } from '../../platform/editorPlaces.ts';
import { noWish } from './arrangement.ts';
import { readRowsPlace, type RowsPlace } from './rowsPlace.ts';
import { useColumnLayout } from './columnLayout.ts';
import type { MenuCorner } from './ColumnChoice.tsx';
import { sizeText } from './copyCells.ts';
import { useArrangement, type RowSource } from './useArrangement.ts';
import { useFind } from './useFind.ts';
import { useGoTo } from './useGoTo.ts';
import { useRowPages } from './useRowPages.ts';

export interface RowsGridInput {
  /** Names the kind of grid: its columns are laid out alike everywhere. */
  readonly kind: string;
  readonly total: number;
  /** The same object while the rows are the same. */
  readonly source: RowSource;
  readonly columns: readonly GridColumn[];
  /** The columns of a row's cells as the host gives them. */
  readonly cellOrder: readonly string[];
  readonly reveal: Reveal | null;
}

/** Everything that a grid of rows knows: how it is laid out, ordered, searched, and where its cursor goes. */
export function useRowsGrid({ kind, total, source, columns: all, cellOrder, reveal }: RowsGridInput) {
  const workbench = useWorkbench();
  const grid = useRef<GridRef>(null);
  const uri = useEditorUri();
  const { places: kept } = workbench;
  const [begin] = useState(() => readRowsPlace(kept.get(uri, `grid.${kind}`)));
  const arrangement = useArrangement(source, total, begin);
  const { arranged, wish, setWish, folds, fold } = arrangement;
  const columnLayout = useColumnLayout(kind, all, arranged.wish.group);
  const onPlace = useKeptPlace(begin, { wish, folds }, (place) => kept.set(uri, `grid.${kind}`, place));
  const rowPages = useRowPages(arranged);
  const onShowAll = useCallback(() => setWish(noWish), [setWish]);
  const goTo = useGoTo({ arranged, reveal, fold, onShowAll });
  const [choosing, setChoosing] = useState<MenuCorner | null>(null);
  const [finding, setFinding] = useState({ open: false, asked: 0 });
  const cursor = useCallback(() => grid.current?.selection.cursor ?? { row: 0, column: 0 }, []);
  const search = useFind({
    open: finding.open,
    arranged,
    columns: columnLayout.columns,
    cursor,
    onFound: ({ row, column }) => void goTo.goToNumber(row, column),
  });
  const { columns } = columnLayout;
  const places = useMemo(() => columns.map(({ id }) => cellOrder.indexOf(id)), [columns, cellOrder]);
  const onSelected = useSaidSize(workbench.notifications.announce);
  return {
    workbench,
    grid,
    all,
    total,
    places,
    cursor,
    begin,
    onPlace,
    onSelected,
    ...columnLayout,
    ...arrangement,
    ...rowPages,
    ...goTo,
    choosing,
    setChoosing,
    finding,
    setFinding,
    search,
  };
}

export type RowsGridModel = ReturnType<typeof useRowsGrid>;

/** Keeps where the grid is looked at as it is told, and how its rows are wanted as that changes. */
function useKeptPlace(
  begin: RowsPlace,
  { wish, folds }: Pick<RowsPlace, 'wish' | 'folds'>,
  keep: (place: RowsPlace) => void,
): (place: GridPlace) => void {
  const now = useRef({ place: begin, keep });
  now.current.keep = keep;
  useEffect(() => {
    const { place } = now.current;
    if (place.wish === wish && place.folds === folds) return;
    now.current.place = { ...place, wish, folds };
    now.current.keep(now.current.place);
  }, [wish, folds]);
  return useCallback((place) => {
    now.current.place = { ...now.current.place, ...place };
    now.current.keep(now.current.place);
  }, []);
}

const restMs = 400;

/** Says how much is selected, once it rests, where it is more than a cell. */
function useSaidSize(announce: (text: string) => void) {
  const rest = useRef<ReturnType<typeof setTimeout> | null>(null);
  return useCallback(
    (ranges: readonly CellRange[]) => {
      if (rest.current !== null) clearTimeout(rest.current);
      const { rows, columns } = touched(ranges);
      const count = rows.reduce((sum, { from, until }) => sum + until - from, 0);
      if (count * columns.length < 2) return;
      rest.current = setTimeout(() => announce(`Selected ${sizeText(count, columns.length)}.`), restMs);
    },
    [announce],
  );
}
