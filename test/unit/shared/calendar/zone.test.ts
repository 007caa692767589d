import { Temporal } from 'temporal-polyfill';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstant, parseInstant } from '../../../../shared/calendar/instant.ts';
import { zoneOf } from '../../../../shared/calendar/zone.ts';

const at = (text: string, zone: string): string => formatInstant(parseInstant(text, zoneOf(zone)!)!);

describe('a local time (F31)', () => {
  it('that a clock change skips moves forward by the gap', () => {
    expect(at('2026-03-08T02:30', 'America/New_York')).toBe('2026-03-08T07:30:00Z');
    expect(at('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00Z');
    expect(at('2011-12-30T12:00', 'Pacific/Apia')).toBe('2011-12-30T22:00:00Z');
  });

  it('that is none stays none, also before any other was asked for', () => {
    for (const id of ['Pacific/Apia', 'UTC']) {
      const zone = zoneOf(id)!;
      expect([zone.toLocal(NaN), zone.toInstant(NaN)]).toEqual([NaN, NaN]);
      expect(zone.toLocal(Date.UTC(1999, 5, 1))).not.toBeNaN();
    }
  });

  it('that comes twice is the earlier one', () => {
    expect(at('2026-11-01T01:30', 'America/New_York')).toBe('2026-11-01T05:30:00Z');
    expect(at('2026-04-05T01:45', 'Australia/Lord_Howe')).toBe('2026-04-04T14:45:00Z');
  });

  it.each([
    'America/New_York',
    'Australia/Lord_Howe',
    'America/Sao_Paulo',
    'Pacific/Apia',
    'Europe/Dublin',
    'Africa/Casablanca',
  ])('in %s is the instant that Temporal gives', (id) => {
    const zone = zoneOf(id)!;
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1972, 0, 1) / 60_000, max: Date.UTC(2098, 0, 1) / 60_000 }), (minute) => {
        const local = minute * 60_000;
        const plain = new Date(local).toISOString().slice(0, 19);
        expect(zone.toInstant(local)).toBe(Temporal.PlainDateTime.from(plain).toZonedDateTime(id).epochMilliseconds);
        const instant = Temporal.Instant.fromEpochMilliseconds(local).toZonedDateTimeISO(id);
        expect(zone.toLocal(local)).toBe(local + instant.offsetNanoseconds / 1e6);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a zone', () => {
  // Each name of one zone has a table of its own, which begins with the time asked first.
  it.each([
    ['Europe/Berlin', 0],
    ['Arctic/Longyearbyen', 1],
    ['Atlantic/Jan_Mayen', 2],
    ['Europe/Oslo', 3],
    ['Europe/Stockholm', 4],
  ])('says the same of a time whatever was asked of %s before', (id, first) => {
    const zone = zoneOf(id)!;
    const times = ['2019-12-31T23:30', '2020-01-01T00:30', '1981-07-01T00:00', '2099-07-01T12:00', '2009-12-30T12:00'];
    for (const text of [...times.slice(first), ...times.slice(0, first)]) {
      const instant = Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Berlin').epochMilliseconds;
      expect(zone.toInstant(Date.parse(`${text}Z`))).toBe(instant);
      expect(zone.toLocal(instant)).toBe(Date.parse(`${text}Z`));
    }
  });

  it.each(['Mars/Olympus', '', '+02:00', '../etc', 'America/New_York ', '__proto__'])('%j is not one', (id) => {
    expect(zoneOf(id)).toBeNull();
  });
});
