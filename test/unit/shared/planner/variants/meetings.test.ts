import { describe, expect, it } from 'vitest';
import { findMeetings, type Side } from '../../../../../shared/planner/variants/meetings.ts';

/** Where a difference meets 0, looked at in tens from 0 to 100. */
function meetingsOf(difference: (at: number) => number) {
  const looked = Array.from({ length: 11 }, (_, part) => part * 10);
  return findMeetings(looked, (at) => Promise.resolve(Math.sign(difference(at)) as Side));
}

describe('where a difference changes its side', () => {
  it('is told as two neighbours where it jumps over 0', async () => {
    expect(await meetingsOf((at) => (at < 37 ? -5 : 5))).toEqual([
      { below: 36, above: 37, sideBelow: -1, sideAbove: 1 },
    ]);
  });

  it('is told as the neighbours of all values at which it is 0', async () => {
    expect(await meetingsOf((at) => (at < 23 ? 7 : at <= 58 ? 0 : -7))).toEqual([
      { below: 22, above: 59, sideBelow: 1, sideAbove: -1 },
    ]);
  });

  it('is told for every change between the values looked at', async () => {
    const found = await meetingsOf((at) => (at - 15.5) * (at - 44.5) * (at - 81.5));
    expect(found?.map(({ below, above }) => [below, above])).toEqual([
      [15, 16],
      [44, 45],
      [81, 82],
    ]);
  });

  it('reaches to the end of the range where the difference stays 0', async () => {
    expect(await meetingsOf((at) => Math.max(0, at - 64))).toEqual([
      { below: 0, above: 65, sideBelow: 0, sideAbove: 1 },
    ]);
    expect(await meetingsOf((at) => Math.min(0, at - 64))).toEqual([
      { below: 63, above: 100, sideBelow: -1, sideAbove: 0 },
    ]);
  });

  it('is nowhere where one side holds, or both cost the same throughout', async () => {
    expect(await meetingsOf(() => 3)).toEqual([]);
    expect(await meetingsOf(() => 0)).toEqual([]);
  });

  it('is given up where a value cannot be priced', async () => {
    expect(await findMeetings([0, 10], () => Promise.resolve(null))).toBeNull();
  });
});
