import { describe, expect, it } from 'vitest';
import { formatInstant, parseInstant, parseLocalDate } from '../../../../shared/calendar/instant.ts';
import { zoneOf } from '../../../../shared/calendar/zone.ts';

const utc = zoneOf('UTC')!;

describe('the text of a time', () => {
  it('is a local date, a local date-time, or an instant', () => {
    const newYork = zoneOf('America/New_York')!;
    const read = (text: string) => formatInstant(parseInstant(text, newYork)!);
    expect(read('2026-01-31')).toBe('2026-01-31T05:00:00Z');
    expect(read('2026-01-31T09:00')).toBe('2026-01-31T14:00:00Z');
    expect(read('2026-01-31T09:00:00.25Z')).toBe('2026-01-31T09:00:00.250Z');
    expect(read('2026-01-31T09:00:00+05:30')).toBe('2026-01-31T03:30:00Z');
    expect(read('2026-01-31 09:00:00')).toBe('2026-01-31T14:00:00Z');
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-32',
    '2026-01-01T24:00',
    '2026-1-1',
    '1969-12-31',
    '2100-01-01',
    'today',
    '',
    '2026-01-01T00:00:60Z',
    '2026-01-01T00:00+24:00',
    '2026-01-01T00:00-05:60',
  ])('is not %j', (text) => expect(parseInstant(text, utc)).toBeNull());

  it('of a day has no time', () => {
    expect(parseLocalDate('2024-02-29')).toBe(Date.UTC(2024, 1, 29));
    expect(parseLocalDate('2024-02-29T00:00')).toBeNull();
  });
});
