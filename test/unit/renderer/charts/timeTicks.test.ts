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
});
