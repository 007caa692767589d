import { describe, expect, it } from 'vitest';
import { evenDates } from '../../../../../renderer/contrib/planner/evenDates.ts';

describe('dates of equal purchases', () => {
  it('lie whole months apart, on the last day where a month is shorter', () => {
    expect(evenDates('2026-01-31', '2027-01-31', 6)).toEqual([
      '2026-01-31',
      '2026-03-31',
      '2026-05-31',
      '2026-07-31',
      '2026-09-30',
      '2026-11-30',
    ]);
  });

  it('are fewer where the months do not suffice', () => {
    expect(evenDates('2026-11-15', '2027-01-01', 6)).toEqual(['2026-11-15', '2026-12-15']);
  });
});
