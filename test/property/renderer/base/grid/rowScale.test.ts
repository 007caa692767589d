import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clampOffset,
  mostScrollPx,
  offsetOf,
  offsetShowing,
  pageRows,
  rowScale,
  rowsAt,
  scrollTopOf,
} from '../../../../../renderer/base/grid/rowScale.ts';

const scales = fc
  .record({
    rows: fc.oneof(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 1, max: 2_000_000 })),
    rowPx: fc.integer({ min: 18, max: 44 }),
    viewPx: fc.integer({ min: 120, max: 3_000 }),
  })
  .map(rowScale);

const shows = (scale: ReturnType<typeof rowScale>, offset: number, row: number) =>
  row * scale.rowPx >= offset - 1e-6 && (row + 1) * scale.rowPx <= offset + scale.viewPx + 1e-6;

describe('a grid of any number of rows on a scroll bar of limited height', () => {
  it('never asks for a taller element than browsers keep', () => {
    fc.assert(fc.property(scales, (scale) => scale.scrollPx <= mostScrollPx));
  });

  it('reaches every one of two million rows by the scroll bar alone, at whole pixels', () => {
    fc.assert(
      fc.property(scales, fc.nat(), (scale, seed) => {
        const row = seed % scale.rows;
        const wanted = clampOffset(scale, row * scale.rowPx - (scale.viewPx - scale.rowPx) / 2);
        const top = Math.round(scrollTopOf(scale, wanted));
        expect(shows(scale, offsetOf(scale, top), row)).toBe(true);
      }),
    );
  });

  it('goes to any row, and that row is among those drawn', () => {
    fc.assert(
      fc.property(scales, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (scale, seed, share) => {
        const row = seed % scale.rows;
        const before = clampOffset(scale, share * scale.fullPx);
        const offset = offsetShowing(scale, { row, offset: before });
        expect(shows(scale, offset, row)).toBe(true);
        const drawn = rowsAt(scale, offset);
        expect(drawn.from <= row && row < drawn.until).toBe(true);
      }),
    );
  });

  it('stays where it is when the row shows already', () => {
    fc.assert(
      fc.property(scales, fc.double({ min: 0, max: 1, noNaN: true }), (scale, share) => {
        const offset = clampOffset(scale, share * scale.fullPx);
        const { from, until, shiftPx } = rowsAt(scale, offset);
        const row = shiftPx < 0 ? from + 1 : from;
        if (row >= until || !shows(scale, offset, row)) return;
        expect(offsetShowing(scale, { row, offset })).toBeCloseTo(offset, 6);
      }),
    );
  });

  it('covers the view with rows, and draws hardly more', () => {
    fc.assert(
      fc.property(scales, fc.double({ min: 0, max: 1, noNaN: true }), (scale, share) => {
        const { from, until, shiftPx } = rowsAt(scale, clampOffset(scale, share * scale.fullPx));
        const end = shiftPx + (until - from) * scale.rowPx;
        expect(shiftPx).toBeLessThanOrEqual(1e-6);
        expect(end).toBeGreaterThanOrEqual(Math.min(scale.viewPx, scale.fullPx) - 1e-6);
        expect(until - from).toBeLessThanOrEqual(Math.ceil(scale.viewPx / scale.rowPx) + 1);
      }),
    );
  });

  it('pages by at least one row', () => {
    fc.assert(fc.property(scales, (scale) => pageRows(scale) >= 1));
  });
});
