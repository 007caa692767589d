import { describe, expect, it } from 'vitest';
import { amountAxis, ofColumns, timeAxis } from '../../../../renderer/charts/chartAxes.ts';
import { clamped, dataIn, inView, panned, zoomed, type ChartAxis } from '../../../../renderer/charts/chartView.ts';
import { zoneOf } from '../../../../shared/calendar/zone.ts';

const axis: ChartAxis = amountAxis({ from: 0, until: 100, least: 1 }, String);
const months = ofColumns(['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06']);

describe('the view of a chart', () => {
  it('is narrowed about a place, which stays where it is', () => {
    expect(zoomed(axis, null, { factor: 0.5 })).toEqual({ from: 25, until: 75 });
    expect(zoomed(axis, null, { factor: 0.5, about: 80 })).toEqual({ from: 40, until: 90 });
  });

  it('is widened until it holds all, and is then none', () => {
    expect(zoomed(axis, { from: 25, until: 75 }, { factor: 1.5 })).toEqual({ from: 12.5, until: 87.5 });
    expect(zoomed(axis, { from: 25, until: 75 }, { factor: 4 })).toBeNull();
    expect(zoomed(axis, { from: 0, until: 20 }, { factor: 2 })).toEqual({ from: 0, until: 40 });
  });

  it('is never narrower than its least, nor outside the axis', () => {
    expect(clamped(axis, { from: 99.9, until: 99.95 })).toEqual({ from: 99, until: 100 });
    expect(clamped(axis, { from: -20, until: 30 })).toEqual({ from: 0, until: 50 });
  });

  it('moves by a share of its width and stops at the ends', () => {
    expect(panned(axis, { from: 20, until: 40 }, 0.25)).toEqual({ from: 25, until: 45 });
    expect(panned(axis, { from: 90, until: 98 }, 0.5)).toEqual({ from: 92, until: 100 });
    expect(panned(axis, null, 0.25)).toBeNull();
  });

  it('holds columns whole, and moves by at least one', () => {
    const view = zoomed(months.axis!, null, { factor: 0.6 })!;
    expect(view).toEqual({ from: 1, until: 5 });
    expect(panned(months.axis!, view, 0.1)).toEqual({ from: 2, until: 6 });
    expect(months.axis!.text(view)).toBe('Feb 2026 to May 2026');
    expect(clamped(months.axis!, { from: 2.2, until: 2.9 })).toEqual({ from: 2, until: 3 });
  });

  it('draws the next points on either side, so that lines reach its edges, and walks over those inside', () => {
    const points = [0, 10, 20, 30, 40];
    const { drawn, inside } = inView(points, { from: 12, until: 30 }, (point) => point);
    expect(drawn).toEqual([10, 20, 30, 40]);
    expect(inside).toEqual([20, 30]);
    expect(inView(points, { from: 31, until: 39 }, (point) => point)).toEqual({ drawn: [30, 40], inside: [] });
  });

  it('says its times by day, and within two days by the minute, in the zone of the chart', () => {
    const zone = zoneOf('America/New_York')!;
    const from = Date.UTC(2026, 0, 1, 5);
    const { text } = timeAxis({ from, until: Date.UTC(2027, 0, 1, 5) }, zone);
    expect(text({ from, until: Date.UTC(2026, 2, 1, 5) })).toBe('2026-01-01 to 2026-03-01');
    expect(text({ from, until: Date.UTC(2026, 0, 1, 6, 30) })).toBe('2026-01-01 00:00 to 2026-01-01 01:30');
  });

  it('leaves the figures of what shows, which say so', () => {
    const labels = ['2026-01', '2026-02', '2026-03'];
    const data = {
      caption: 'Credits',
      currency: 'USD',
      columns: [{ title: 'Month', kind: 'text' as const }],
      rows: labels.map((label) => [label]),
      ...ofColumns(labels),
    };
    const shown = dataIn(data, { from: 1, until: 3 });
    expect(shown.rows).toEqual([['2026-02'], ['2026-03']]);
    expect(shown.caption).toBe('Credits: Feb 2026 to Mar 2026');
    expect(dataIn(data, null)).toBe(data);
  });
});
