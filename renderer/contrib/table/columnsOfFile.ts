import type { RowsColumn } from '../../../shared/rpc/rowViews.ts';
import type { GridColumn } from '../../base/grid/gridColumn.ts';

const widths = { number: 110, instant: 170, text: 160 } as const;
const linePx = 84;

/** The columns of a file's rows as a grid shows them: the first one is the line of each row. */
export function columnsOfFile(columns: readonly RowsColumn[]): readonly GridColumn[] {
  return columns.map(({ id, kind }, at) => ({
    id,
    title: id,
    about: at === 0 ? 'Line of the file on which the row begins' : id,
    widthPx: at === 0 ? linePx : widths[kind],
    kind,
    namesRows: at === 0,
  }));
}
