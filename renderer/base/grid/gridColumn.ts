import type { CellKind } from '../../../shared/base/rows/cellKind.ts';

/** How a column of a grid is shown. */
export interface GridColumn {
  readonly id: string;
  readonly title: string;
  /** Said where the title alone is too short. */
  readonly about: string;
  readonly widthPx: number;
  readonly kind: CellKind;
  /** Its cells name the rows. */
  readonly namesRows?: boolean;
}

export const leastColumnPx = 40;
export const mostColumnPx = 800;

/** The width of a column moved by some pixels, within what stays readable. */
export function resized(widthPx: number, byPx: number): number {
  return Math.min(mostColumnPx, Math.max(leastColumnPx, Math.round(widthPx + byPx)));
}

/** What a group of empty cells is called. */
export const emptyLabel = '(empty)';

/** The text of a cell as a grid shows it: an instant without its letters, everything else as it stands. */
export function shownText(cell: string, kind: CellKind): string {
  return kind === 'instant' ? cell.replace('T', ' ').replace(/Z$/, '') : cell;
}
