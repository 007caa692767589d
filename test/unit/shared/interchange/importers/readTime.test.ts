import { describe, expect, it } from 'vitest';
import { zoneOf } from '../../../../../shared/calendar/zone.ts';
import { readTime, type TimeKind } from '../../../../../shared/interchange/importers/readTime.ts';

function read(text: string, kind: TimeKind = 'iso', zone = 'UTC'): string {
  const time = readTime(text, kind, zoneOf(zone)!);
  return time.ok ? new Date(time.value).toISOString() : time.error;
}

describe('a time', () => {
  it.each([
    ['2026-01-31', '2026-01-31T00:00:00.000Z'],
    ['2026-01-31T10:15', '2026-01-31T10:15:00.000Z'],
    ['2026-01-31T10:15:20Z', '2026-01-31T10:15:20.000Z'],
    ['2026-01-31t10:15:20z', '2026-01-31T10:15:20.000Z'],
    ['2026-01-31 10:15:20.5+02:00', '2026-01-31T08:15:20.500Z'],
    ['2026-01-31 10:15:20+0530', '2026-01-31T04:45:20.000Z'],
    ['2026-01-31 10:15:20.123456-05', '2026-01-31T15:15:20.123Z'],
    ['2026-01-31 10:15:20 UTC', '2026-01-31T10:15:20.000Z'],
    ['2026-01-31T10:15:20,25Z', '2026-01-31T10:15:20.250Z'],
    ['2023-11-16 18:17:03.9799600', '2023-11-16T18:17:03.979Z'],
    ['  2026-01-31  ', '2026-01-31T00:00:00.000Z'],
  ])('%j is %s', (text, instant) => expect(read(text)).toBe(instant));

  it('without a zone is local, and one that a clock change skips moves on by the gap', () => {
    expect(read('2026-01-15 12:00:00', 'iso', 'America/New_York')).toBe('2026-01-15T17:00:00.000Z');
    expect(read('2026-03-08 02:30:00', 'iso', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z');
    expect(read('2026-03-08 02:30:00Z', 'iso', 'America/New_York')).toBe('2026-03-08T02:30:00.000Z');
  });

  it.each<[TimeKind, string, string]>([
    ['seconds', '1700158623', '2023-11-16T18:17:03.000Z'],
    ['seconds', '1700158623.97996', '2023-11-16T18:17:03.979Z'],
    ['milliseconds', '1700158623979', '2023-11-16T18:17:03.979Z'],
    ['milliseconds', '1700158623979.96', '2023-11-16T18:17:03.979Z'],
    ['nanoseconds', '1700158623979960000', '2023-11-16T18:17:03.979Z'],
    ['nanoseconds', '1790812800100999999', '2026-10-01T00:00:00.100Z'],
    ['nanoseconds', '1790812800099999999', '2026-10-01T00:00:00.099Z'],
  ])('in Unix %s: %s is %s', (kind, text, instant) => expect(read(text, kind)).toBe(instant));

  it.each<[string, TimeKind, RegExp]>([
    ['', 'iso', /empty/],
    ['yesterday', 'iso', /^not a time/],
    ['2026-02-30', 'iso', /^not a time/],
    ['2026-01-31T25:00', 'iso', /^not a time/],
    ['2026-01-31T10:00+19:00', 'iso', /^not a time/],
    ['01/02/2026', 'iso', /^not a time/],
    ['1700158623', 'iso', /^not a time/],
    ['1.7e9', 'seconds', /^not a time/],
    ['-5', 'seconds', /^not a time/],
    ['0x65', 'seconds', /^not a time/],
    ['1700158623979', 'seconds', /outside the years 1970 to 2099/],
    [' '.repeat(5000) + '1 '.repeat(50_000), 'iso', /^not a time/],
  ])('%j is refused as %s', (text, kind, reason) => expect(read(text, kind)).toMatch(reason));
});
