import { memo, type MouseEvent, type ReactNode } from 'react';
import type { CellsRow } from '../../../shared/rpc/rowViews.ts';
import { classes } from '../classes.ts';
import { formatDecimal } from '../format.ts';
import { shownText, type GridColumn } from './gridColumn.ts';
import { inSpans } from './gridSelection.ts';

export interface GridRowProps {
  readonly gridId: string;
  readonly index: number;
  /** Undefined while it is being fetched. */
  readonly row: CellsRow | undefined;
  readonly columns: readonly GridColumn[];
  /** For each column the place of its cell in a row. */
  readonly places: readonly number[];
  readonly heightPx: number;
  /** Selected columns, as `selectedIn` gives them. */
  readonly selected: string;
  /** Column of the cursor where it stands in this row. */
  readonly cursor: number | null;
  /** Column of the cell that was found, where it stands in this row. */
  readonly found: number | null;
  /** Draws the text of a column in a way of its own; null: plainly. */
  draw?(column: string, text: string): ReactNode;
  onPress(index: number, column: number, event: MouseEvent): void;
  onDrag(index: number, column: number, event: MouseEvent): void;
}

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { gridId, index, row, columns, places, heightPx, selected, cursor, found, draw, onPress, onDrag } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={columns.every((_, place) => inSpans(selected, place))}
      className={classes('grid-row', index % 2 === 1 && 'grid-row-odd', cursor !== null && 'grid-row-cursor')}
      style={{ height: heightPx }}
    >
      {columns.map((column, place) => (
        <div
          key={column.id}
          id={`${gridId}-${index}-${place}`}
          role={column.namesRows ? 'rowheader' : 'gridcell'}
          aria-colindex={place + 1}
          aria-selected={inSpans(selected, place)}
          className={classes(
            'grid-cell',
            column.kind === 'number' && 'grid-figure',
            column.namesRows && 'grid-names',
            inSpans(selected, place) && 'grid-selected',
            place === cursor && 'grid-cursor',
            place === found && 'grid-found',
          )}
          onMouseDown={(event) => onPress(index, place, event)}
          onMouseEnter={(event) => onDrag(index, place, event)}
        >
          {row ? cellOf(column, row.cells[places[place]!] ?? '', draw) : ''}
        </div>
      ))}
    </div>
  );
});

function cellOf({ id, kind }: GridColumn, cell: string, draw: GridRowProps['draw']): ReactNode {
  const own = draw?.(id, cell);
  if (own !== undefined && own !== null) return own;
  const text = shownText(cell, kind);
  if (kind !== 'number') return <span title={text.length > 16 ? text : undefined}>{text}</span>;
  return (
    <span className={text === '0' ? 'grid-zero' : undefined} title={text.length > 14 ? text : undefined}>
      {formatDecimal(text)}
    </span>
  );
}
