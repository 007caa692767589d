import { describe, expect, it } from 'vitest';
import { timeTicks } from '../../../../renderer/charts/timeTicks.ts';
import { zoneOf } from '../../../../shared/calendar/zone.ts';

describe('ticks of a time axis', () => {
  it('stand at local month starts, across a clock change', () => {
    const zone = zoneOf('America/New_York')!;
    const from = Date.UTC(2026, 1, 1, 5);
    const ticks = timeTicks({ from, until: Date.UTC(2026, 4, 1, 4), most: 12 }, zone);
    expect(ticks).toEqual([
      { at: from, text: 'Feb 26' },
      { at: Date.UTC(2026, 2, 1, 5), text: 'Mar' },
      { at: Date.UTC(2026, 3, 1, 4), text: 'Apr' },
    ]);
  });

  it('are no more than asked for, however long the horizon', () => {
    const zone = zoneOf('UTC')!;
    const ticks = timeTicks({ from: Date.UTC(1970, 0), until: Date.UTC(2099, 0), most: 13 }, zone);
    expect(ticks.length).toBeLessThanOrEqual(13);
    expect(ticks[1]!.text).toBe('Jan 80');
  });

  it('stand at even local days or times where little is looked at', () => {
    const zone = zoneOf('America/New_York')!;
    const days = timeTicks({ from: Date.UTC(2026, 2, 1, 5), until: Date.UTC(2026, 2, 13, 4), most: 12 }, zone);
    expect(days.map(({ text }) => text)).toContain('8 Mar');
    expect(days.map(({ at }) => zone.toLocal(at) % 86_400_000)).toEqual(days.map(() => 0));
    const hours = timeTicks({ from: Date.UTC(2026, 0, 1, 5), until: Date.UTC(2026, 0, 1, 17), most: 12 }, zone);
    expect(hours.slice(0, 3)).toEqual([
      { at: Date.UTC(2026, 0, 1, 5), text: '1 Jan' },
      { at: Date.UTC(2026, 0, 1, 6), text: '01:00' },
      { at: Date.UTC(2026, 0, 1, 7), text: '02:00' },
    ]);
  });
});
