import { describe, expect, it } from 'vitest';
import { moveCursor, selectedRows } from '../../../../../renderer/contrib/ledger/gridCursor.ts';

const extent = { rows: 1_000_000, columns: 17, page: 30 };
const at = (row: number, column = 0, anchor = row) => ({ row, column, anchor });
const key = (name: string, held: { shift?: boolean; ctrl?: boolean } = {}) => ({
  key: name,
  shift: held.shift ?? false,
  ctrl: held.ctrl ?? false,
});

describe('the cursor of the ledger grid', () => {
  it('moves by a row, a page, to the ends of the row and to the ends of the ledger', () => {
    expect(moveCursor(at(5), key('ArrowDown'), extent)).toEqual(at(6));
    expect(moveCursor(at(5), key('PageDown'), extent)).toEqual(at(35));
    expect(moveCursor(at(5, 3), key('End'), extent)).toEqual(at(5, 16));
    expect(moveCursor(at(5, 3), key('End', { ctrl: true }), extent)).toEqual(at(999_999, 16));
    expect(moveCursor(at(5, 3), key('Home', { ctrl: true }), extent)).toEqual(at(0, 0));
  });

  it('stops at the edges', () => {
    expect(moveCursor(at(0), key('ArrowUp'), extent)).toEqual(at(0));
    expect(moveCursor(at(999_990), key('PageDown'), extent)).toEqual(at(999_999));
    expect(moveCursor(at(3, 16), key('ArrowRight'), extent)).toEqual(at(3, 16));
  });

  it('extends the selection with Shift and drops it without', () => {
    const extended = moveCursor(at(5), key('PageDown', { shift: true }), extent)!;
    expect(selectedRows(extended)).toEqual({ from: 5, until: 36 });
    expect(selectedRows(moveCursor(extended, key('ArrowUp'), extent)!)).toEqual({ from: 34, until: 35 });
  });

  it('leaves other keys alone, and every key where there is no row', () => {
    expect(moveCursor(at(5), key('a'), extent)).toBeNull();
    expect(moveCursor(at(0), key('ArrowDown'), { ...extent, rows: 0 })).toBeNull();
  });
});
