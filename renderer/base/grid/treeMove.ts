import type { CellsRow } from '../../../shared/rpc/rowViews.ts';
import type { GridCell } from './gridSelection.ts';

/**
 * What Left and Right do in the column that names groups: a header is folded or unfolded, and from a row Left leads to its
 * header. Null: they move as everywhere.
 */
export function treeMove(row: CellsRow | undefined, { column }: GridCell, key: string): 'fold' | GridCell | null {
  if (!row || column !== 0) return null;
  if (row.group) return key === (row.group.folded ? 'ArrowRight' : 'ArrowLeft') ? 'fold' : null;
  return key === 'ArrowLeft' && row.under !== undefined ? { row: row.under, column } : null;
}
