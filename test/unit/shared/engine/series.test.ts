import { describe, expect, it } from 'vitest';
import { balancePoints, monthTexts, runOuts } from '../../../../shared/engine/series.ts';
import { billOf } from '../../../support/billOf.ts';
import { scenarioOf } from '../../../support/growth.ts';

const day = (month: number, date: number): string => `2026-0${month}-${String(date).padStart(2, '0')}T12:00`;

const run = billOf(
  scenarioOf({
    horizon: { start: '2026-01-01', end: '2026-04-01' },
    timeline: [
      { at: '2026-01-01', do: 'subscribe', plan: 'growth' },
      { at: '2026-01-01', do: 'buy-prepaid', credits: 20 },
    ],
    usage: {
      events: [
        { at: day(1, 10), credits: 100 },
        { at: day(1, 20), credits: 60 },
        { at: day(2, 5), credits: 150 },
        { at: day(2, 6), credits: 10 },
        { at: day(2, 7), credits: '0.5' },
        { at: day(3, 1), credits: 1 },
      ],
    },
  }),
);

describe('the months of a bill', () => {
  it('hold what usage drew in them and what was invoiced, the end of the horizon in the last', () => {
    expect(
      monthTexts(run).map(({ label, included, prepaid, flex, invoiced, cumulative }) => [
        label,
        included,
        prepaid,
        flex,
        invoiced,
        cumulative,
      ]),
    ).toEqual([
      ['2026-01', '150', '10', '0', '379.00', '379.00'],
      ['2026-02', '150', '10', '0.5', '299.00', '678.00'],
      ['2026-03', '1', '0', '0', '299.00', '977.00'],
    ]);
  });
});

describe('the days on which a pool ran out', () => {
  it('are those on which usage took the last of it, not those on which it lapsed', () => {
    expect(runOuts(run).map(({ pool, date }) => [pool, date])).toEqual([
      ['included', '2026-01-20'],
      ['included', '2026-02-05'],
      ['prepaid', '2026-02-06'],
    ]);
  });
});

describe('balances for a chart', () => {
  it('keep every jump and every day on which a pool ran out, however few points there may be', () => {
    const rows = balancePoints(run, 1).map((point) => point.row);
    expect(rows).toEqual(
      expect.arrayContaining([...run.entries.map((entry) => entry.seq), ...runOuts(run).map(({ row }) => row)]),
    );
    expect(rows).toEqual(rows.toSorted((a, b) => a - b));
  });
});
