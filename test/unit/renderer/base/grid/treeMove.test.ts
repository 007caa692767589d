import { describe, expect, it } from 'vitest';
import { treeMove } from '../../../../../renderer/base/grid/treeMove.ts';

const header = (folded: boolean) => ({ row: 0, cells: [], group: { label: 'use', rows: 4, folded } });
const first = { row: 9, column: 0 };

describe('in the column that names groups', () => {
  it('Right unfolds a group and Left folds it', () => {
    expect(treeMove(header(true), first, 'ArrowRight')).toBe('fold');
    expect(treeMove(header(false), first, 'ArrowLeft')).toBe('fold');
    expect(treeMove(header(true), first, 'ArrowLeft')).toBeNull();
    expect(treeMove(header(false), first, 'ArrowRight')).toBeNull();
  });

  it('Left leads from a row to the header of its group', () => {
    expect(treeMove({ row: 12, cells: [], under: 7 }, first, 'ArrowLeft')).toEqual({ row: 7, column: 0 });
    expect(treeMove({ row: 12, cells: [], under: 7 }, first, 'ArrowRight')).toBeNull();
  });

  it('rows that are in no group, or not here yet, and other columns, are as everywhere', () => {
    expect(treeMove({ row: 12, cells: [] }, first, 'ArrowLeft')).toBeNull();
    expect(treeMove(undefined, first, 'ArrowLeft')).toBeNull();
    expect(treeMove(header(true), { row: 9, column: 1 }, 'ArrowRight')).toBeNull();
  });
});
