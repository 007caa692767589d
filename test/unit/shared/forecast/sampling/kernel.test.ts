import { describe, expect, it } from 'vitest';
import { lendKernel, openKernel } from '../../../../../shared/forecast/sampling/kernel.ts';
import { seekPath, streamKey } from '../../../../../shared/forecast/sampling/stream.ts';

describe('the kernel', () => {
  it('is there on this machine, with as much memory as asked for', () => {
    expect(openKernel(100_000)!.buffer.byteLength).toBeGreaterThanOrEqual(100_000);
  });

  it('that is lent has its memory cleared and grown, and is held until it is lent anew', () => {
    const first = lendKernel(1000)!;
    new Float64Array(first.buffer).fill(7);
    expect(first.isHeld()).toBe(true);
    const second = lendKernel(1_000_000)!;
    expect([first.isHeld(), second.isHeld()]).toEqual([false, true]);
    expect(new Float64Array(second.buffer, 0, 125_000).every((value) => value === 0)).toBe(true);
  });

  it('begins the streams of paths where the plain loop does, also where all words would be zeros', () => {
    const { buffer, seek } = openKernel(1000)!;
    const state = new Int32Array(buffer, 0, 16);
    const place = new Int32Array(buffer, 64, 4);
    for (const key of [new Int32Array(4), streamKey(7, 'noise', 'training')]) {
      place.set(key);
      for (const path of [0, 1, 9_999, 2 ** 29, 2 ** 31 - 1]) {
        const expected = new Int32Array(16);
        seekPath(key, path, expected);
        seek(place.byteOffset, path, state.byteOffset);
        expect(state).toEqual(expected);
      }
    }
  });

  it('rounds a product half-even to whole nanocredits', () => {
    const { buffer, draw } = openKernel(300_000)!;
    const state = new Int32Array(buffer, 0, 16).fill(1);
    const expected = new Float64Array(buffer, 64, 8);
    const days = new Float64Array(buffer, 128, 8);
    const table = new Float64Array(buffer, 192, 16_384).fill(0.5);
    expected.set([1, 3, 5, 7, 2, 2 ** 52 - 1, 0, 9]);
    draw(days.byteOffset, days.byteOffset + 64, expected.byteOffset, table.byteOffset, state.byteOffset);
    expect([...days]).toEqual([0, 2, 2, 4, 1, 2 ** 51, 0, 4]);
  });

  it('sums whole numbers of any count of slots', () => {
    const { buffer, sum } = openKernel(1000)!;
    const row = new Float64Array(buffer, 0, 13).map((_, slot) => 2 ** 40 + slot);
    new Float64Array(buffer, 0, 13).set(row);
    const firsts = new Int32Array(buffer, 104, 5);
    firsts.set([0, 0, 3, 12, 13]);
    const totals = new Float64Array(buffer, 128, 4);
    sum(0, firsts.byteOffset, firsts.byteOffset + 16, totals.byteOffset);
    const expected = [row.slice(0, 0), row.slice(0, 3), row.slice(3, 12), row.slice(12)];
    expect([...totals]).toEqual(expected.map((part) => part.reduce((all, each) => all + each, 0)));
  });
});
