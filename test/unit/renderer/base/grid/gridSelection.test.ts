import { describe, expect, it } from 'vitest';
import {
  inSpans,
  moveCursor,
  moveTo,
  selectAll,
  selectedIn,
  selectionAt,
  selectWhole,
  toggleAdding,
  touched,
  type GridSelection,
} from '../../../../../renderer/base/grid/gridSelection.ts';

const extent = { rows: 1_000_000, columns: 17, page: 30 };
const at = (row: number, column = 0) => selectionAt({ row, column });
const press = (selection: GridSelection, key: string, held: { shift?: boolean; ctrl?: boolean } = {}) =>
  moveCursor(selection, { key, shift: held.shift ?? false, ctrl: held.ctrl ?? false }, extent);
const range = (top: number, bottom: number, left: number, right: number) => ({ top, bottom, left, right });

describe('the cursor of a grid', () => {
  it('moves by a cell, a page, to the ends of the row and to the ends of the rows', () => {
    expect(press(at(5), 'ArrowDown')?.cursor).toEqual({ row: 6, column: 0 });
    expect(press(at(5), 'PageDown')?.cursor).toEqual({ row: 35, column: 0 });
    expect(press(at(5, 3), 'End')?.cursor).toEqual({ row: 5, column: 16 });
    expect(press(at(5, 3), 'End', { ctrl: true })?.cursor).toEqual({ row: 999_999, column: 16 });
    expect(press(at(5, 3), 'Home', { ctrl: true })?.cursor).toEqual({ row: 0, column: 0 });
  });

  it('stops at the edges', () => {
    expect(press(at(999_990), 'PageDown')?.cursor.row).toBe(999_999);
    expect(press(at(3, 16), 'ArrowRight')?.cursor).toEqual({ row: 3, column: 16 });
    expect(press(at(3), 'PageUp')?.cursor.row).toBe(0);
  });

  it('goes from the first row up to the titles and down again, and leaves what is selected', () => {
    const titles = press(at(0, 4), 'ArrowUp')!;
    expect(titles.cursor).toEqual({ row: -1, column: 4 });
    expect(titles.ranges).toEqual([range(0, 0, 4, 4)]);
    expect(press(titles, 'ArrowRight')?.cursor).toEqual({ row: -1, column: 5 });
    expect(press(titles, 'ArrowDown')?.cursor).toEqual({ row: 0, column: 4 });
    expect(press(at(1), 'ArrowUp', { ctrl: true })?.cursor.row).toBe(0);
  });

  it('leaves other keys alone', () => {
    expect(press(at(5), 'a')).toBeNull();
    expect(press(at(5), 'ArrowLeft', { ctrl: true })).toBeNull();
  });

  it('has titles to stand on where there is no row', () => {
    const none = { ...extent, rows: 0 };
    expect(moveCursor(at(-1), { key: 'ArrowDown', shift: false, ctrl: false }, none)?.cursor.row).toBe(-1);
  });
});

describe('the selection of a grid', () => {
  it('extends as a range with Shift and is dropped without', () => {
    const extended = press(press(at(5, 2), 'PageDown', { shift: true })!, 'ArrowRight', { shift: true })!;
    expect(extended.ranges).toEqual([range(5, 35, 2, 3)]);
    expect(press(extended, 'ArrowUp')?.ranges).toEqual([range(34, 34, 3, 3)]);
  });

  it('takes further ranges by mouse with Ctrl, and by keyboard once adding was begun', () => {
    const byMouse = moveTo(at(1, 1), { row: 7, column: 3 }, { extend: false, add: true });
    expect(byMouse.ranges).toEqual([range(1, 1, 1, 1), range(7, 7, 3, 3)]);
    const adding = toggleAdding(at(1, 1));
    const moved = press(press(adding, 'ArrowDown')!, 'ArrowDown')!;
    const extended = press(moved, 'ArrowRight', { shift: true })!;
    expect(extended.ranges).toEqual([range(1, 1, 1, 1), range(3, 3, 1, 2)]);
    expect(press(toggleAdding(extended), 'ArrowDown')?.ranges).toHaveLength(1);
  });

  it('takes whole rows, whole columns and everything', () => {
    expect(selectWhole(at(5, 2), 'rows', extent).ranges).toEqual([range(5, 5, 0, 16)]);
    expect(selectWhole(at(5, 2), 'columns', extent).ranges).toEqual([range(0, 999_999, 2, 2)]);
    expect(selectAll(at(5, 2), extent).ranges).toEqual([range(0, 999_999, 0, 16)]);
  });

  it('tells a row which of its columns are selected', () => {
    const spans = selectedIn([range(1, 3, 2, 5), range(3, 3, 11, 11)], 3);
    expect([1, 2, 5, 6, 11, 12].filter((column) => inSpans(spans, column))).toEqual([2, 5, 11]);
    expect(selectedIn([range(1, 3, 2, 5)], 4)).toBe('');
  });

  it('touches the rows and columns of all its ranges, once each', () => {
    const { rows, columns } = touched([range(10, 12, 4, 5), range(0, 3, 5, 6), range(11, 20, 0, 0)]);
    expect(rows).toEqual([
      { from: 0, until: 4 },
      { from: 10, until: 21 },
    ]);
    expect(columns).toEqual([0, 4, 5, 6]);
  });
});
