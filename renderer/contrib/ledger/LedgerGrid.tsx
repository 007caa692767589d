import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { GridHeader } from './GridHeader.tsx';
import { GridRow } from './GridRow.tsx';
import { gridColumns, resized } from './gridColumns.ts';
import { moveCursor, selectedRows, type GridCursor } from './gridCursor.ts';
import type { LedgerRow } from './ledgerRow.ts';
import type { RowSpan } from './rowPages.ts';
import { pageRows, rowsAt, type RowScale } from './rowScale.ts';
import { showColumn } from './showColumn.ts';
import { useGridScroll } from './useGridScroll.ts';
import './ledger.css';

interface LedgerGridProps {
  /** What the rows are, for those who do not see them. */
  readonly label: string;
  readonly total: number;
  row(index: number): LedgerRow | undefined;
  /** Asks for the rows that show. */
  onWant(span: RowSpan): void;
  /** The cursor came to a row, or Enter was pressed on it (`byKeyboard`). */
  onChoose(index: number, byKeyboard: boolean): void;
  onCopy(span: RowSpan): void;
  /** A row to go to, from 0; `serial` grows with each request. */
  readonly goTo: { readonly row: number; readonly serial: number } | null;
}

const rowPx = 22;
const headerPx = 26;
/** Rows fetched beyond those that show. */
const margin = 100;

/** Rows of a ledger: any number of them, by mouse and keyboard, in one tab stop. */
export function LedgerGrid({ label, total, row, onWant, onChoose, onCopy, goTo }: LedgerGridProps) {
  const id = useId();
  const { scroller, scale, offset, show } = useGridScroll({ rows: total, rowPx, headerPx });
  const [cursor, setCursor] = useCursor(goTo, total);
  const { widths, widthPx, widen } = useWidths();
  const { from, until, shiftPx } = rowsAt(scale, offset);
  useWanted({ from, until }, total, onWant);
  useCursorInView({ cursor, goTo, scale, show, shows: cursor.row >= from && cursor.row < until });
  const press = useCallback(
    (index: number, column: number, extend: boolean) => {
      setCursor((now) => ({ row: index, column, anchor: extend ? now.anchor : index }));
      onChoose(index, false);
    },
    [setCursor, onChoose],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const ctrl = event.ctrlKey || event.metaKey;
    const letter = event.key.toLowerCase();
    const sideways = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    const extent = { rows: total, columns: gridColumns.length, page: pageRows(scale) };
    const next = moveCursor(cursor, { key: event.key, shift: event.shiftKey, ctrl }, extent);
    if (ctrl && sideways !== 0) widen(cursor.column, sideways * 16);
    else if (ctrl && letter === 'c') onCopy(selectedRows(cursor));
    else if (ctrl && letter === 'a') setCursor({ ...cursor, row: 0, anchor: total - 1 });
    else if (event.key === 'Enter') onChoose(cursor.row, true);
    else if (next) {
      setCursor(next);
      if (next.row !== cursor.row) onChoose(next.row, false);
      if (next.column !== cursor.column) showColumn(scroller.current, widths, next.column);
    } else return;
    event.preventDefault();
  };
  const selected = selectedRows(cursor);
  return (
    <div ref={scroller} className="grid-scroll">
      <div style={{ height: scale.scrollPx + headerPx, width: widthPx }}>
        <div
          className="grid-view"
          style={viewStyle(scale.viewPx + headerPx, widths)}
          role="grid"
          aria-label={label}
          aria-rowcount={total + 1}
          aria-colcount={gridColumns.length}
          aria-multiselectable
          aria-activedescendant={
            cursor.row >= from && cursor.row < until ? `${id}-${cursor.row}-${cursor.column}` : undefined
          }
          tabIndex={0}
          onKeyDown={onKeyDown}
        >
          <GridHeader heightPx={headerPx} onResize={widen} />
          <div role="rowgroup" className="grid-rows" style={{ transform: `translateY(${shiftPx}px)` }}>
            {Array.from({ length: until - from }, (_, place) => from + place).map((index) => (
              <GridRow
                key={index}
                {...{ gridId: id, index, row: row(index), heightPx: rowPx }}
                selected={index >= selected.from && index < selected.until}
                column={index === cursor.row ? cursor.column : null}
                onPress={press}
              />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

function viewStyle(height: number, widths: readonly number[]): Record<string, string | number> {
  return { height, '--columns': widths.map((px) => `${px}px`).join(' ') };
}

/** Scrolls to the cursor as it moves; a view that becomes smaller does not lose the cursor that it showed. */
function useCursorInView({ cursor, goTo, scale, show, shows }: CursorView): void {
  const shown = useRef(true);
  useEffect(() => {
    if (scale.viewPx > 0) show(cursor.row);
    // Only the cursor's own moves: the height is followed below.
  }, [cursor.row, goTo?.serial, show]);
  useEffect(() => {
    if (scale.viewPx > 0 && shown.current) show(cursor.row);
  }, [scale.viewPx, show]);
  useEffect(() => {
    if (scale.viewPx > 0) shown.current = shows;
  });
}

interface CursorView extends Pick<LedgerGridProps, 'goTo'> {
  readonly cursor: GridCursor;
  readonly scale: RowScale;
  /** The cursor's row is among those drawn. */
  readonly shows: boolean;
  show(row: number): void;
}

/** Asks for the rows that show and some around them. */
function useWanted({ from, until }: RowSpan, total: number, onWant: (span: RowSpan) => void): void {
  useEffect(() => {
    if (until > from) onWant({ from: Math.max(0, from - margin), until: Math.min(total, until + margin) });
  }, [from, until, total, onWant]);
}

/** The cursor, sent to a row by each new request. */
function useCursor(goTo: LedgerGridProps['goTo'], total: number) {
  const [went, setWent] = useState(0);
  const [cursor, setCursor] = useState<GridCursor>({ row: 0, column: 0, anchor: 0 });
  if (goTo && goTo.serial !== went && total > 0) {
    const row = Math.min(goTo.row, total - 1);
    setWent(goTo.serial);
    setCursor({ row, column: cursor.column, anchor: row });
  }
  return [cursor, setCursor] as const;
}

function useWidths() {
  const [widths, setWidths] = useState<readonly number[]>(() => gridColumns.map(({ widthPx }) => widthPx));
  const widen = useCallback((column: number, byPx: number) => {
    setWidths((now) => now.map((width, index) => (index === column ? resized(width, byPx) : width)));
  }, []);
  return { widths, widthPx: widths.reduce((sum, width) => sum + width, 0), widen };
}
