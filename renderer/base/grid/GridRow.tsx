import { memo, type ReactNode } from 'react';
import type { CellsRow } from '../../../shared/rpc/rowViews.ts';
import { classes } from '../classes.ts';
import { formatDecimal } from '../format.ts';
import { shownText, type GridColumn } from './gridColumn.ts';
import { inSpans } from './gridSelection.ts';
import { GroupTitle } from './GroupTitle.tsx';
import { mayOverflow } from './mayOverflow.ts';

export interface GridRowProps {
  readonly gridId: string;
  readonly index: number;
  /** Undefined while it is being fetched. */
  readonly row: CellsRow | undefined;
  readonly columns: readonly GridColumn[];
  readonly widths: readonly number[];
  /** For each column the place of its cell in a row. */
  readonly places: readonly number[];
  /** The columns that are drawn. */
  readonly drawn: readonly number[];
  /** Rows are in groups, which the first column names. */
  readonly grouped: boolean;
  /** How many of them, from the first, stay as the others move. */
  readonly frozen: number;
  /** Selected columns, as `selectedIn` gives them. */
  readonly selected: string;
  /** Column of the cursor where it stands in this row. */
  readonly cursor: number | null;
  /** Column of the cell that was found, where it stands in this row. */
  readonly found: number | null;
  /** Draws the text of a column in a way of its own; null: plainly. */
  draw?(column: string, text: string): ReactNode;
}

const ofSeveral = 'Not added up: the rows are of several currencies. Group by the currency for its sums.';

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { gridId, index, row, columns, widths, places, drawn, frozen, selected, cursor, found, grouped, draw } = props;
  const group = row?.group;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={grouped ? (group ? 1 : 2) : undefined}
      aria-expanded={group && !group.folded}
      aria-selected={selected !== '' && columns.every((_, place) => inSpans(selected, place))}
      className={classes(
        'grid-row',
        index % 2 === 1 && 'grid-row-odd',
        group && 'grid-group',
        cursor !== null && 'grid-row-cursor',
      )}
    >
      {drawn.map((place, at) => {
        const column = columns[place]!;
        const isSelected = inSpans(selected, place);
        const cell = row?.cells[places[place]!] ?? '';
        const isMixed = group?.mixed?.includes(places[place]!) ?? false;
        const text = isMixed ? 'mixed' : column.kind === 'number' ? formatDecimal(cell) : shownText(cell, column.kind);
        const own = row ? (draw?.(column.id, cell) ?? null) : null;
        const isHeader = group !== undefined && place === 0;
        const isLong = mayOverflow(own === null && !isHeader ? text : `${text} icons and rows`, {
          kind: column.kind,
          widthPx: widths[place]!,
        });
        return (
          <div
            key={column.id}
            id={place === cursor ? `${gridId}-${index}-${place}` : undefined}
            role={column.namesRows ? 'rowheader' : 'gridcell'}
            aria-colindex={place + 1}
            aria-expanded={isHeader ? !group.folded : undefined}
            aria-selected={isSelected}
            className={classes(
              'grid-cell',
              column.kind === 'number' && !isHeader && 'grid-figure',
              grouped && place === 0 && (isHeader ? 'grid-group-title' : 'grid-in-group'),
              at < frozen ? 'grid-frozen' : at === frozen && 'grid-under',
              at === frozen - 1 && 'grid-frozen-last',
              isLong && 'grid-long',
              cell === '0' && 'grid-zero',
              isSelected && 'grid-selected',
              place === cursor && 'grid-cursor',
              place === found && 'grid-found',
            )}
            title={isMixed ? ofSeveral : isLong ? shownText(cell, column.kind) : undefined}
          >
            {isHeader ? <GroupTitle group={group} title={own ?? text} /> : (own ?? text)}
          </div>
        );
      })}
    </div>
  );
});
