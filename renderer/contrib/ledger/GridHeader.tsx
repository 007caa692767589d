import type { PointerEvent } from 'react';
import { classes } from '../../base/classes.ts';
import { gridColumns } from './gridColumns.ts';

interface GridHeaderProps {
  readonly heightPx: number;
  onResize(column: number, byPx: number): void;
}

/** Column titles. Their right edges are dragged to size them; by keyboard Ctrl+Left and Ctrl+Right size the cursor's column. */
export function GridHeader({ heightPx, onResize }: GridHeaderProps) {
  return (
    <div className="grid-header" role="row" aria-rowindex={1} style={{ height: heightPx }}>
      {gridColumns.map(({ id, title, about, figure }, column) => (
        <div
          key={id}
          role="columnheader"
          aria-colindex={column + 1}
          className={classes('grid-cell', figure && 'grid-figure')}
          title={about}
        >
          {title}
          <span
            className="grid-sizer"
            aria-hidden
            onPointerDown={(event) => drag(event, (byPx) => onResize(column, byPx))}
            title="Drag to size the column (Ctrl+Left, Ctrl+Right)"
          />
        </div>
      ))}
    </div>
  );
}

function drag(event: PointerEvent<HTMLElement>, onMove: (byPx: number) => void): void {
  const handle = event.currentTarget;
  event.preventDefault();
  handle.setPointerCapture(event.pointerId);
  let last = event.clientX;
  const move = (at: globalThis.PointerEvent) => {
    onMove(at.clientX - last);
    last = at.clientX;
  };
  handle.addEventListener('pointermove', move);
  handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), { once: true });
}
