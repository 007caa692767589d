import { describe, expect, it } from 'vitest';
import { runOutData, runOutDates, runOutSeries } from '../../../../renderer/charts/runOutSeries.ts';

const prepaid = {
  chance: 0.6,
  byMonth: [0, 0.1, 0.5],
  points: [
    { percent: 10, date: '2026-02-20' },
    { percent: 90, date: null },
  ],
};
const months = ['2026-01', '2026-02', '2026-03'];

describe('the run-out of a pool', () => {
  it('burns down from all paths to those on which credits are left', () => {
    expect(runOutSeries({ included: null, prepaid }, months)).toEqual([
      { label: '2026-01', included: null, prepaid: 1 },
      { label: '2026-02', included: null, prepaid: 0.9 },
      { label: '2026-03', included: null, prepaid: 0.4 },
    ]);
  });

  it('is a table of the pools that there are', () => {
    const { columns, rows } = runOutData({ included: null, prepaid }, months);
    expect(columns.map(({ title }) => title)).toEqual(['Month', 'Prepaid runs out', 'Prepaid not out yet']);
    expect(rows[2]).toEqual(['2026-03', '0.5', '0.4']);
  });

  it('says never where a share of the paths never gets there', () => {
    expect(runOutDates(prepaid)).toBe('P10 2026-02-20, P90 never');
  });
});
