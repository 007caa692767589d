import { useEffect, useId, useImperativeHandle, useMemo, useRef } from 'react';
import type { Ref, RefObject } from 'react';
import type { SortKey } from '../../../shared/base/rows/rowOrder.ts';
import { useFocusTold } from './useFocusTold.ts';
import { atCell, useGridInput, type Told } from './useGridInput.ts';
import { useToldPlace, type GridPlace } from './useToldPlace.ts';
import { GridHeader } from './GridHeader.tsx';
import { columnsAt, columnTracks, drawnColumns, widthOf, type ShownColumns } from './columnsAt.ts';
import { GridRow, type GridRowProps } from './GridRow.tsx';
import {
  moveTo,
  selectedIn,
  type CellRange,
  type GridCell,
  type GridExtent,
  type GridSelection,
} from './gridSelection.ts';
import { pageRows, rowsAt, type RowScale } from './rowScale.ts';
import { showColumn } from './showColumn.ts';
import { useGridScroll } from './useGridScroll.ts';
import { useSelection, type GoTo } from './useSelection.ts';
import './grid.css';

/** Rows `[from, until)`. */
export interface RowSpan {
  readonly from: number;
  readonly until: number;
}

/** What can be done to a grid from outside. */
export interface GridRef {
  readonly selection: GridSelection;
  select(change: (selection: GridSelection, extent: GridExtent) => GridSelection): void;
  focus(): void;
  /** Where a column's title stands, in pixels of the page. */
  titleBox(column: number): DOMRect | null;
  /** The width that the widest of a column's drawn cells needs, in pixels. */
  fitPx(column: number): number;
}

interface GridProps extends Told, Pick<GridRowProps, 'places' | 'draw'> {
  readonly ref?: Ref<GridRef>;
  /** What the rows are, for those who do not see them. */
  readonly label: string;
  readonly busy: boolean;
  /** Grows as rows come. */
  readonly came: number;
  readonly widths: readonly number[];
  /** How many columns, from the first, stay as the others move. */
  readonly frozen: number;
  readonly total: number;
  readonly sort: readonly SortKey[];
  readonly filtered: ReadonlySet<string>;
  /** Rows are in groups, which the first column names. */
  readonly grouped: boolean;
  /** A cell that was found, by the number of its row. */
  readonly found: GridCell | null;
  /** Asks for the rows that show. */
  onWant(span: RowSpan): void;
  onMenu(column: number, at: { readonly x: number; readonly y: number }): void;
  onResize(column: number, byPx: number): void;
  onFit(column: number): void;
  onSelected?(ranges: readonly CellRange[]): void;
  /** The same function always. */
  onFocused?(isFocused: boolean): void;
  readonly goTo: GoTo | null;
  /** Where it is looked at first. */
  readonly begin: GridPlace;
  /** Where it is looked at came to rest. */
  onPlace?(place: GridPlace): void;
}

const rowPx = 22;
const headerPx = 26;
/** Rows fetched beyond those that show. */
const margin = 100;
/** Left and right of a cell, with a little for a mark in the title. */
const cellPaddingPx = 24;

/** Rows and columns of cells: any number of rows, by mouse and keyboard, in one tab stop. */
export function Grid(props: GridProps) {
  const { ref, label, columns, widths, total, row, onWant, goTo, found } = props;
  const id = useId();
  const view = useRef<HTMLDivElement>(null);
  const { scroller, scale, offset, left, viewWidthPx, offsetNow, show } = useGridScroll({
    rows: total,
    rowPx,
    headerPx,
    begin: props.begin,
  });
  const { selection, now, change } = useSelection(goTo, {
    rows: total,
    columns: columns.length,
    begin: props.begin,
  });
  const { cursor, ranges } = selection;
  const { from, until, shiftPx } = rowsAt(scale, offset);
  const extent = { rows: total, columns: columns.length, page: pageRows(scale) };
  useWanted({ from, until }, total, onWant);
  const shows = cursor.row >= from && cursor.row < until;
  useCursorInView({ row: cursor.row, goTo, scale, shows, offsetNow, show });
  const { shown, drawn } = useShownColumns({ widths, frozen: props.frozen, viewPx: viewWidthPx, left });
  useEffect(
    () => showColumn(scroller.current, { widths, column: cursor.column, frozen: shown.frozen }),
    // Only the cursor's own moves: a column that is sized stays where it is.
    [cursor.column, goTo?.serial, scroller],
  );
  useFocusTold(view, props.onFocused);
  useFirstColumn(scroller, columns[0]?.id);
  useToldPlace({ selection, top: Math.round(offset / rowPx), left }, props.onPlace);
  const { onSelected } = props;
  useEffect(() => onSelected?.(ranges), [ranges, onSelected]);
  useImperativeHandle(ref, () => ({
    get selection() {
      return now.current;
    },
    select: (to) => void change((selection) => to(selection, extent)),
    focus: () => view.current?.focus(),
    fitPx: (column) => fitPx(view.current, column),
    titleBox: (column) =>
      (document.getElementById(`${id}-title-${column}`) ?? view.current)?.getBoundingClientRect() ?? null,
  }));
  const { press, drag, onKeyDown } = useGridInput(props, { view, now, change, extent });
  const pool = until - from + 1;
  return (
    <div ref={scroller} className="grid-scroll">
      <div style={{ height: scale.scrollPx + headerPx, width: widthOf(widths) }}>
        <div
          ref={view}
          className="grid-view"
          style={viewStyle({ height: scale.viewPx + headerPx, width: viewWidthPx, widths, shown })}
          role={props.grouped ? 'treegrid' : 'grid'}
          data-menu="grid/context"
          aria-label={label}
          aria-busy={props.busy}
          aria-rowcount={total + 1}
          aria-colcount={columns.length}
          aria-multiselectable
          aria-activedescendant={activeId(id, cursor, { from, until }, drawn)}
          tabIndex={0}
          onKeyDown={onKeyDown}
        >
          <GridHeader
            {...{ gridId: id, columns, heightPx: headerPx, sort: props.sort, filtered: props.filtered }}
            {...{ drawn, frozen: shown.frozen }}
            cursor={cursor.row < 0 ? cursor.column : null}
            onPress={(column, event) => {
              change((selection) => moveTo(selection, { row: -1, column }, { extend: false, add: false }));
              props.onSort(column, event.shiftKey);
            }}
            onMenu={(column, { clientX, clientY }) => props.onMenu(column, { x: clientX, y: clientY })}
            onResize={props.onResize}
            onFit={props.onFit}
          />
          <div
            role="rowgroup"
            className="grid-rows"
            style={{ transform: `translateY(${shiftPx}px)` }}
            onMouseDown={(event) => atCell(event, press)}
            onMouseMove={(event) => atCell(event, drag)}
          >
            {Array.from({ length: until - from }, (_, place) => from + place).map((index) => (
              // Elements are used again as rows come into sight: making them anew costs frames.
              <GridRow
                key={index % pool}
                {...{ gridId: id, index, row: row(index), columns, widths, places: props.places }}
                {...{ drawn, frozen: shown.frozen, grouped: props.grouped }}
                selected={selectedIn(ranges, index)}
                cursor={index === cursor.row ? cursor.column : null}
                found={found && row(index)?.row === found.row ? found.column : null}
                draw={props.draw}
              />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

/** Where another column comes first, the columns are looked at from there. */
function useFirstColumn(scroller: RefObject<HTMLElement | null>, first: string | undefined): void {
  const before = useRef(first);
  useEffect(() => {
    if (before.current !== first && scroller.current) scroller.current.scrollLeft = 0;
    before.current = first;
  }, [scroller, first]);
}

/** The columns that show; the same ones are the same object, so that rows are not drawn anew. */
function useShownColumns(across: Parameters<typeof columnsAt>[0]) {
  const shown = columnsAt(across);
  const { frozen, from, until } = shown;
  const drawn = useMemo(() => drawnColumns({ frozen, from, until, underPx: 0 }), [frozen, from, until]);
  return { shown, drawn };
}

function fitPx(view: HTMLElement | null, column: number): number {
  const range = document.createRange();
  const widths = [...(view?.querySelectorAll(`[aria-colindex="${column + 1}"]`) ?? [])].map((cell) => {
    range.selectNodeContents(cell.querySelector('.grid-title') ?? cell);
    return range.getBoundingClientRect().width;
  });
  return Math.max(0, ...widths) / (view?.currentCSSZoom ?? 1) + cellPaddingPx;
}

function activeId(
  id: string,
  { row, column }: GridCell,
  { from, until }: RowSpan,
  drawn: readonly number[],
): string | undefined {
  if (!drawn.includes(column)) return undefined;
  if (row < 0) return `${id}-title-${column}`;
  return row >= from && row < until ? `${id}-${row}-${column}` : undefined;
}

interface ViewSize {
  readonly height: number;
  readonly width: number;
  readonly widths: readonly number[];
  readonly shown: ShownColumns;
}

function viewStyle({ height, width, widths, shown }: ViewSize): Record<string, string | number> {
  const variables = {
    '--columns': columnTracks(widths, shown),
    '--under': `${shown.underPx}px`,
    '--row': `${rowPx}px`,
  };
  return { height, width: Math.min(width, widthOf(widths)), ...variables };
}

/** Scrolls to the cursor as it moves; a view that becomes smaller does not lose the cursor that it showed. */
function useCursorInView({ row, goTo, scale, shows, offsetNow, show }: CursorView): void {
  const shown = useRef(false);
  const shownAt = useRef(0);
  const followed = useRef<string | null>(null);
  useEffect(() => {
    // Effects run again as the editor comes back to the front: that is no move.
    const move = `${row} ${goTo?.serial}`;
    if (followed.current === move) return;
    followed.current = move;
    if (scale.viewPx > 0 && row >= 0) show(row);
    else if (goTo) shown.current = true;
    // Only the cursor's own moves: the height is followed below.
  }, [row, goTo?.serial, show]);
  useEffect(() => {
    // Who has scrolled away since is not brought back.
    if (scale.viewPx > 0 && shown.current && shownAt.current === offsetNow() && row >= 0) show(row);
  }, [scale.viewPx, show]);
  useEffect(() => {
    if (scale.viewPx > 0) shown.current = shows;
    shownAt.current = offsetNow();
  });
}

interface CursorView {
  /** The cursor's row; -1 among the titles, which always show. */
  readonly row: number;
  readonly goTo: GoTo | null;
  readonly scale: RowScale;
  /** The cursor's row is among those drawn. */
  readonly shows: boolean;
  offsetNow(): number;
  show(row: number): void;
}

/** Asks for the rows that show and some around them. */
function useWanted({ from, until }: RowSpan, total: number, onWant: (span: RowSpan) => void): void {
  useEffect(() => {
    if (until > from) onWant({ from: Math.max(0, from - margin), until: Math.min(total, until + margin) });
  }, [from, until, total, onWant]);
}
