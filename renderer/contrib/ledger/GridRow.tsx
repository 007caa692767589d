import { memo } from 'react';
import { classes } from '../../base/classes.ts';
import { formatDecimal } from '../../base/format.ts';
import { Icon } from '../../base/Icon.tsx';
import { gridColumns, kindIcons, shownText, type GridColumn } from './gridColumns.ts';
import type { LedgerRow } from './ledgerRow.ts';

interface GridRowProps {
  readonly gridId: string;
  readonly index: number;
  /** Undefined while it is being fetched. */
  readonly row: LedgerRow | undefined;
  readonly heightPx: number;
  readonly selected: boolean;
  /** Column of the cursor where it stands in this row. */
  readonly column: number | null;
  onPress(index: number, column: number, extend: boolean): void;
}

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { gridId, index, row, heightPx, selected, column: cursor, onPress } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={classes('grid-row', index % 2 === 1 && 'grid-row-odd', selected && 'grid-row-selected')}
      style={{ height: heightPx }}
    >
      {gridColumns.map((column, place) => (
        <div
          key={column.id}
          id={`${gridId}-${index}-${place}`}
          role="gridcell"
          aria-colindex={place + 1}
          className={classes('grid-cell', column.figure && 'grid-figure', place === cursor && 'grid-cursor')}
          onMouseDown={(event) => event.button === 0 && onPress(index, place, event.shiftKey)}
        >
          {row ? <Cell row={row} column={column} /> : column.id === 'seq' ? formatDecimal(String(index + 1)) : ''}
        </div>
      ))}
    </div>
  );
});

function Cell({ row, column }: { readonly row: LedgerRow; readonly column: GridColumn }) {
  const text = shownText(row, column.id);
  if (column.id === 'kind') {
    return (
      <span className="grid-kind">
        <Icon name={kindIcons[row.kind]} />
        {text}
      </span>
    );
  }
  if (!column.figure) return <span title={text.length > 16 ? text : undefined}>{text}</span>;
  return (
    <span className={text === '0' ? 'grid-zero' : undefined} title={text.length > 14 ? text : undefined}>
      {formatDecimal(text)}
    </span>
  );
}
