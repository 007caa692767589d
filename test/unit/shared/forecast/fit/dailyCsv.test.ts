import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { knownDays } from '../../../../../shared/forecast/fit/dailyHistory.ts';
import { readDailyCsv } from '../../../../../shared/forecast/fit/dailyCsv.ts';

const codes = (text: string): string[] =>
  readDailyCsv(text).diagnostics.map(({ code, place }) => `${place!.line} ${code}`);

describe('a series by day', () => {
  it('is read in any order of its days; days that are missing are unknown', () => {
    const { history } = readDailyCsv('\uFEFF"date";"views"\r\n2026-03-03;7\r\n2026-02-28;1.5\r\n2026-03-02;NA\r\n');
    expect(history).toEqual({ from: Date.UTC(2026, 1, 28), quantities: Float64Array.of(1.5, NaN, NaN, 7) });
  });

  it('of years of page views is read whole', () => {
    const { history, diagnostics } = readDailyCsv(readFileSync('test/fixtures/usage/page-views-r.csv', 'utf8'));
    expect(diagnostics).toEqual([]);
    expect(history!.quantities).toHaveLength(2922);
    expect(knownDays(history!)).toBe(2863);
  });

  it('is refused with its lines', () => {
    expect(
      codes('day,views\n2026-01-32,1\n2026-01-01,x\n2026-01-02,-1\n2026-01-03,1\n2026-01-03,1\n2026-01-04\n'),
    ).toEqual(['2 bad-date', '3 bad-quantity', '4 negative', '6 duplicate-day', '7 ragged-row']);
    expect(codes('when,views\n')).toEqual(['1 missing-column']);
    expect(codes('date,views\n2026-01-01,\n')).toEqual(['1 no-rows']);
    expect(codes('date,views\n1970-01-01,1\n2099-01-01,1\n')).toEqual(['1 too-long']);
  });
});
