import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { LedgerRow } from '../../../shared/ledger/row.ts';
import { GridHeader } from './GridHeader.tsx';
import { GridRow } from './GridRow.tsx';
import { gridColumns, resized } from './gridColumns.ts';
import { moveCursor, selectedRows, type GridCursor } from './gridCursor.ts';
import type { RowSpan } from './rowPages.ts';
import { pageRows, rowsAt } from './rowScale.ts';
import { useGridScroll } from './useGridScroll.ts';
import './ledger.css';

interface LedgerGridProps {
  /** What the rows are, for those who do not see them. */
  readonly label: string;
  readonly total: number;
  row(index: number): LedgerRow | undefined;
  /** Asks for the rows that show. */
  onWant(span: RowSpan): void;
  /** The cursor came to a row and rests there, or Enter was pressed on it (`byKeyboard`). */
  onChoose(index: number, byKeyboard: boolean): void;
  onCopy(span: RowSpan): void;
  /** A row to go to, from 0; `serial` grows with each request. */
  readonly goTo: { readonly row: number; readonly serial: number } | null;
}

const rowPx = 22;
const headerPx = 26;

/** Rows of a ledger: any number of them, by mouse and keyboard, in one tab stop. */
export function LedgerGrid({ label, total, row, onWant, onChoose, onCopy, goTo }: LedgerGridProps) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { scale, offset, show } = useGridScroll(scroller, { rows: total, rowPx, headerPx });
  const [cursor, setCursor] = useState<GridCursor>({ row: 0, column: 0, anchor: 0 });
  const [widths, setWidths] = useState<readonly number[]>(() => gridColumns.map(({ widthPx }) => widthPx));
  const { from, until, shiftPx } = rowsAt(scale, offset);
  useEffect(() => {
    if (until > from) onWant({ from: Math.max(0, from - 100), until: Math.min(total, until + 100) });
  }, [from, until, total, onWant]);
  useEffect(() => {
    if (!goTo || goTo.row >= total || scale.viewPx === 0) return;
    setCursor(({ column }) => ({ row: goTo.row, column, anchor: goTo.row }));
    show(goTo.row);
    // Only a new request moves the grid; a ledger that grows or a view that changes does not.
  }, [goTo?.serial, goTo?.row, scale.viewPx === 0, total === 0]);

  const choose = (next: GridCursor, byKeyboard: boolean) => {
    setCursor(next);
    show(next.row);
    if (next.row !== cursor.row || !byKeyboard) onChoose(next.row, false);
    if (next.column !== cursor.column) showColumn(scroller.current, widths, next.column);
  };
  const latest = useRef({ choose, cursor });
  latest.current = { choose, cursor };
  const press = useCallback((index: number, column: number, extend: boolean) => {
    const { choose, cursor } = latest.current;
    choose({ row: index, column, anchor: extend ? cursor.anchor : index }, false);
  }, []);
  const widen = (column: number, byPx: number) =>
    setWidths((now) => now.map((width, index) => (index === column ? resized(width, byPx) : width)));
  const onKeyDown = (event: KeyboardEvent) => {
    const ctrl = event.ctrlKey || event.metaKey;
    if (ctrl && (event.key === 'ArrowLeft' || event.key === 'ArrowRight'))
      widen(cursor.column, event.key === 'ArrowLeft' ? -16 : 16);
    else if (ctrl && event.key.toLowerCase() === 'c') onCopy(selectedRows(cursor));
    else if (ctrl && event.key.toLowerCase() === 'a') setCursor({ row: total - 1, column: cursor.column, anchor: 0 });
    else if (event.key === 'Enter' && total > 0) onChoose(cursor.row, true);
    else {
      const extent = { rows: total, columns: gridColumns.length, page: pageRows(scale) };
      const next = moveCursor(cursor, { key: event.key, shift: event.shiftKey, ctrl }, extent);
      if (!next) return;
      choose(next, true);
    }
    event.preventDefault();
  };
  const widthPx = widths.reduce((sum, width) => sum + width, 0);
  const selected = selectedRows(cursor);
  return (
    <div ref={scroller} className="grid-scroll">
      <div style={{ height: scale.scrollPx + headerPx, width: widthPx }}>
        <div
          className="grid-view"
          style={{
            height: scale.viewPx + headerPx,
            width: widthPx,
            gridTemplateColumns: widths.map((px) => `${px}px`).join(' '),
          }}
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
          <GridHeader widths={widths} heightPx={headerPx} onResize={widen} />
          {Array.from({ length: until - from }, (_, place) => {
            const index = from + place;
            return (
              <GridRow
                key={index}
                gridId={id}
                index={index}
                row={row(index)}
                topPx={headerPx + place * rowPx + shiftPx}
                heightPx={rowPx}
                widths={widths}
                selected={index >= selected.from && index < selected.until}
                column={index === cursor.row ? cursor.column : null}
                onPress={press}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** Scrolls sideways so that a column shows whole. */
function showColumn(scroller: HTMLElement | null, widths: readonly number[], column: number): void {
  if (!scroller) return;
  const left = widths.slice(0, column).reduce((sum, width) => sum + width, 0);
  const right = left + widths[column]!;
  if (left < scroller.scrollLeft) scroller.scrollLeft = left;
  else if (right > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = right - scroller.clientWidth;
}
