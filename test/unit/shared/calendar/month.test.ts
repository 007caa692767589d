import { describe, expect, it } from 'vitest';
import { formatInstant } from '../../../../shared/calendar/instant.ts';
import { addMonths, calendarMonths, daysInMonth, monthStart } from '../../../../shared/calendar/month.ts';
import { zoneOf } from '../../../../shared/calendar/zone.ts';

const local = (text: string): number => Date.parse(`${text}Z`);

describe('months counted from a start (F32)', () => {
  it('clamp the day to the month’s last and come back to it', () => {
    const start = local('2026-01-31T08:15:00');
    const ends = [1, 2, 3, 13, 25].map((months) => formatInstant(addMonths(start, months)));
    expect(ends).toEqual([
      '2026-02-28T08:15:00Z',
      '2026-03-31T08:15:00Z',
      '2026-04-30T08:15:00Z',
      '2027-02-28T08:15:00Z',
      '2028-02-29T08:15:00Z',
    ]);
  });

  it('take a leap day to the 28th in other years', () => {
    expect(formatInstant(addMonths(local('2028-02-29T00:00:00'), 12))).toBe('2029-02-28T00:00:00Z');
  });
});

describe('calendar months', () => {
  it('begin on the 1st, and the first and last are cut to the period', () => {
    const zone = zoneOf('America/New_York')!;
    const months = calendarMonths({ from: local('2026-02-20T05:00:00'), until: local('2026-04-10T04:00:00') }, zone);
    expect(months.map(({ from, until }) => [formatInstant(from), formatInstant(until)])).toEqual([
      ['2026-02-20T05:00:00Z', '2026-03-01T05:00:00Z'],
      ['2026-03-01T05:00:00Z', '2026-04-01T04:00:00Z'],
      ['2026-04-01T04:00:00Z', '2026-04-10T04:00:00Z'],
    ]);
  });

  it('know their length', () => {
    expect(daysInMonth(local('2028-02-03T00:00:00'))).toBe(29);
    expect(formatInstant(monthStart(local('2026-12-31T23:59:00'), 1))).toBe('2027-01-01T00:00:00Z');
  });
});
