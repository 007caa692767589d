import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent, type RefObject } from 'react';
import { parsePath } from '../../edit/jsonPath.ts';
import { useReveal } from '../useReveal.ts';
import { UsageRow } from './UsageRow.tsx';

interface UsageGridProps {
  readonly count: number;
  /** Cells were pasted while a field of row `after` had the focus. */
  onPaste(text: string, after: number): void;
}

const rowHeight = 30;
const shownRows = 14;
const spare = 6;
const columns = ['At', 'Meter', 'Quantity', 'Unit', 'Calls', 'Id', 'Whole', 'Billable', ''];

/** Rows of usage. Only those in sight are drawn. */
export function UsageGrid({ count, onPaste }: UsageGridProps) {
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const first = Math.max(0, Math.floor(top / rowHeight) - spare);
  const last = Math.min(count, first + shownRows + 2 * spare);
  const { reveal } = useReveal();
  useRevealedRow(box);
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1, Enter: 1 }[event.key];
    const place = rowOf(event.target);
    if (!step || !place || !(event.target instanceof HTMLInputElement)) return;
    const next = place.row + step;
    if (next < 0 || next >= count) return;
    event.preventDefault();
    reveal(`usage.events[${next}].${place.key}`);
  };
  const paste = (event: ClipboardEvent<HTMLElement>) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    onPaste(text, rowOf(event.target)?.row ?? count - 1);
  };
  return (
    <div
      ref={box}
      className="form-grid"
      role="table"
      aria-label="Usage rows"
      aria-rowcount={count + 1}
      style={{ maxHeight: (shownRows + 1) * rowHeight }}
      onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}
      onKeyDown={move}
      onPaste={paste}
    >
      <div className="form-grid-row form-grid-head" role="row" aria-rowindex={1}>
        {columns.map((column) => (
          <span key={column} role="columnheader">
            {column || <span className="visually-hidden">Actions</span>}
          </span>
        ))}
      </div>
      <div style={{ height: first * rowHeight }} />
      {Array.from({ length: last - first }, (_, offset) => (
        <UsageRow key={first + offset} index={first + offset} />
      ))}
      <div style={{ height: (count - last) * rowHeight }} />
    </div>
  );
}

function rowOf(target: EventTarget): { readonly row: number; readonly key: string } | null {
  const [, , row, key] = parsePath((target as HTMLElement).dataset['path'] ?? '');
  return typeof row === 'number' ? { row, key: String(key) } : null;
}

/** Brings the row of a place that was asked for into sight, so that it is drawn and can take the focus. */
function useRevealedRow(box: RefObject<HTMLDivElement | null>) {
  const { request } = useReveal();
  useEffect(() => {
    const [usage, events, row] = parsePath(request?.path ?? '');
    const grid = box.current;
    if (!grid || usage !== 'usage' || events !== 'events' || typeof row !== 'number') return;
    const [from, until] = [row * rowHeight, (row + 2) * rowHeight];
    if (from < grid.scrollTop) grid.scrollTo({ top: from });
    else if (until > grid.scrollTop + grid.clientHeight) grid.scrollTo({ top: until - grid.clientHeight });
  }, [box, request]);
}
