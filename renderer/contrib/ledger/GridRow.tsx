import { memo } from 'react';
import type { LedgerRow } from '../../../shared/ledger/row.ts';
import { classes } from '../../base/classes.ts';
import { formatDecimal } from '../../base/format.ts';
import { Icon } from '../../base/Icon.tsx';
import { gridColumns, kindIcons, shownText, type GridColumn } from './gridColumns.ts';

interface GridRowProps {
  readonly gridId: string;
  readonly index: number;
  /** Undefined while it is being fetched. */
  readonly row: LedgerRow | undefined;
  readonly topPx: number;
  readonly heightPx: number;
  readonly widths: readonly number[];
  readonly selected: boolean;
  /** Column of the cursor where it stands in this row. */
  readonly column: number | null;
  onPress(index: number, column: number, extend: boolean): void;
}

export const GridRow = memo(function GridRow({
  index,
  row,
  topPx,
  heightPx,
  widths,
  selected,
  column: cursor,
  gridId,
  onPress,
}: GridRowProps) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={classes('grid-row', index % 2 === 1 && 'grid-row-odd', selected && 'grid-row-selected')}
      style={{ transform: `translateY(${topPx}px)`, height: heightPx }}
    >
      {gridColumns.map((column, place) => (
        <div
          key={column.id}
          id={`${gridId}-${index}-${place}`}
          role="gridcell"
          aria-colindex={place + 1}
          className={classes('grid-cell', column.figure && 'grid-figure', place === cursor && 'grid-cursor')}
          style={{ width: widths[place] }}
          onMouseDown={(event) => event.button === 0 && onPress(index, place, event.shiftKey)}
        >
          {row ? <Cell row={row} column={column} /> : column.id === 'seq' ? (index + 1).toLocaleString('en') : ''}
        </div>
      ))}
    </div>
  );
});

function Cell({ row, column }: { readonly row: LedgerRow; readonly column: GridColumn }) {
  const text = shownText(row, column.id);
  if (column.id === 'kind') {
    return (
      <span className={`grid-kind grid-kind-${row.kind}`}>
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
