import { describe, expect, it } from 'vitest';
import { columnsAt, columnTracks, drawnColumns } from '../../../../../renderer/base/grid/columnsAt.ts';

const widths = [80, 100, 120, 140, 160];
const at = (left: number, { frozen = 1, viewPx = 300 } = {}) => columnsAt({ widths, frozen, viewPx, left });

describe('the columns of a grid that are drawn', () => {
  it('are those that show, and those that stay', () => {
    expect(at(0)).toEqual({ frozen: 1, from: 1, until: 3, underPx: 0 });
    expect(drawnColumns(at(0))).toEqual([0, 1, 2]);
    expect(at(99)).toMatchObject({ from: 1, underPx: 99 });
    expect(drawnColumns(at(100))).toEqual([0, 2, 3]);
    expect(at(300)).toMatchObject({ from: 3, until: 5, underPx: 80 });
  });

  it('fill the view to its right edge and no further, wherever it is scrolled', () => {
    for (let left = 0; left <= 300; left += 7) {
      const shown = at(left);
      const tracks = columnTracks(widths, shown).split(' ').map(Number.parseFloat);
      const filled = tracks.reduce((sum, px) => sum + px, 0);
      expect(filled).toBeGreaterThanOrEqual(Math.min(300, 600 - left));
      expect(filled - tracks.at(-1)!).toBeLessThan(300);
    }
  });

  it('stay only as far as others have room beside them', () => {
    expect(at(0, { frozen: 3, viewPx: 450 }).frozen).toBe(3);
    expect(at(0, { frozen: 3, viewPx: 300 }).frozen).toBe(2);
    expect(at(0, { frozen: 5, viewPx: 2000 }).frozen).toBe(5);
    expect(at(0, { frozen: 1, viewPx: 60 })).toMatchObject({ frozen: 0, from: 0 });
  });

  it('are the last ones where the view is scrolled beyond them', () => {
    expect(at(10_000)).toMatchObject({ from: 4, until: 5, underPx: 160 });
    expect(columnsAt({ widths: [], frozen: 1, viewPx: 300, left: 0 })).toMatchObject({ frozen: 0, from: 0, until: 0 });
  });
});
