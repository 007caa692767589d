import type { MouseEvent, PointerEvent } from 'react';
import type { SortKey } from '../../../shared/base/rows/rowOrder.ts';
import { classes } from '../classes.ts';
import { Icon } from '../Icon.tsx';
import type { GridColumn } from './gridColumn.ts';

interface GridHeaderProps {
  readonly gridId: string;
  readonly heightPx: number;
  readonly columns: readonly GridColumn[];
  /** The columns that are drawn, and how many of them stay as the others move. */
  readonly drawn: readonly number[];
  readonly frozen: number;
  readonly sort: readonly SortKey[];
  /** Columns with a filter. */
  readonly filtered: ReadonlySet<string>;
  /** Column of the cursor where it stands among the titles. */
  readonly cursor: number | null;
  onPress(column: number, event: MouseEvent): void;
  onMenu(column: number, event: MouseEvent): void;
  onResize(column: number, byPx: number): void;
  onFit(column: number): void;
}

/** Column titles: pressed, they sort; their right edges are dragged to size them, and pressed twice to fit them. */
export function GridHeader(props: GridHeaderProps) {
  const { gridId, heightPx, columns, drawn, frozen, sort, filtered, cursor, onPress, onMenu, onResize, onFit } = props;
  return (
    <div role="rowgroup">
      <div className="grid-header" role="row" aria-rowindex={1} style={{ height: heightPx }}>
        {drawn.map((place, drawnAt) => {
          const column = columns[place]!;
          const at = sort.findIndex(({ column: id }) => id === column.id);
          const key = sort[at];
          return (
            <div
              key={column.id}
              id={`${gridId}-title-${place}`}
              role="columnheader"
              aria-colindex={place + 1}
              aria-sort={key ? (key.descending ? 'descending' : 'ascending') : 'none'}
              className={classes(
                'grid-cell',
                column.kind === 'number' && 'grid-figure',
                drawnAt < frozen ? 'grid-frozen' : drawnAt === frozen && 'grid-under',
                drawnAt === frozen - 1 && 'grid-frozen-last',
                place === cursor && 'grid-cursor',
              )}
              title={column.about}
              onClick={(event) => onPress(place, event)}
              onContextMenu={(event) => {
                event.preventDefault();
                onMenu(place, event);
              }}
            >
              <span className="grid-title">{column.title}</span>
              {filtered.has(column.id) && <Icon name="filter-filled" label="filtered" />}
              {key && <Icon name={key.descending ? 'arrow-down' : 'arrow-up'} />}
              {key && sort.length > 1 && <span className="grid-sort-rank">{at + 1}</span>}
              <span
                className="grid-sizer"
                aria-hidden
                onClick={(event) => event.stopPropagation()}
                onDoubleClick={() => onFit(place)}
                onPointerDown={(event) => drag(event, (byPx) => onResize(place, byPx))}
                title="Drag to size the column (Ctrl+Left, Ctrl+Right)"
              />
            </div>
          );
        })}
      </div>
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
