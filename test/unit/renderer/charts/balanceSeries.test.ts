import { describe, expect, it } from 'vitest';
import { balanceSeries } from '../../../../renderer/charts/balanceSeries.ts';
import { zoneOf } from '../../../../shared/calendar/zone.ts';

const utc = zoneOf('UTC')!;
const day = 86_400_000;
const start = Date.UTC(2026, 0, 1);
const horizon = { from: '2026-01-01T00:00:00Z', until: '2027-01-01T00:00:00Z' };

describe('balances as step lines', () => {
  it('carries the last balance on to the end of the horizon', () => {
    const balances = [{ at: start, included: 150, prepaid: 0, row: 1 }];
    const { points, until } = balanceSeries({ ...horizon, balances, runOuts: [] }, utc);
    expect(points.at(-1)).toEqual({ at: until, included: 150, prepaid: 0, row: 1 });
  });

  it('marks the days on which a pool ran out, and keeps their points however long the line', () => {
    const balances = Array.from({ length: 9_000 }, (_, index) => ({
      at: start + (index * day) / 30,
      included: 100 + (index % 5),
      prepaid: 7,
      row: index + 1,
    }));
    const runOut = { pool: 'included', at: '2026-03-02T10:00:00Z', date: '2026-03-02', row: 5_555 } as const;
    const { points, marks } = balanceSeries({ ...horizon, balances, runOuts: [runOut] }, utc);
    expect(points.length).toBeLessThan(1_000);
    expect(points.map(({ row }) => row)).toContain(5_555);
    expect(marks).toEqual([{ ...runOut, instant: Date.UTC(2026, 2, 2, 10), text: '03-02' }]);
  });

  it('leaves out days that stand too close to be told apart', () => {
    const runOuts = Array.from({ length: 365 }, (_, index) => ({
      pool: 'included' as const,
      at: new Date(start + index * day).toISOString(),
      date: '',
      row: index + 1,
    }));
    const instants = balanceSeries({ ...horizon, balances: [], runOuts }, utc).marks.map(({ instant }) => instant);
    expect(instants.length).toBeGreaterThan(30);
    expect(instants.length).toBeLessThanOrEqual(40);
    expect(instants[0]).toBe(start);
  });
});
