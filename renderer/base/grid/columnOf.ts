import type { CellKind } from '../../../shared/base/rows/cellKind.ts';
import type { GridColumn } from './gridColumn.ts';

type Make = (id: string, title: string, widthPx: number, about?: string) => GridColumn;

const columnOf =
  (kind: CellKind): Make =>
  (id, title, widthPx, about = title) => ({ id, title, about, widthPx, kind });

export const textColumn = columnOf('text');
export const figureColumn = columnOf('number');
export const instantColumn = columnOf('instant');
