import { describe, expect, it } from 'vitest';
import { isEmptySeries, monthSeries } from '../../../../renderer/charts/monthSeries.ts';
import type { MonthView } from '../../../../shared/rpc/views.ts';

function month(label: string, credits: Partial<MonthView> = {}): MonthView {
  const none = { included: '0', prepaid: '0', flex: '0', blocked: '0', invoiced: '0.00', cumulative: '0.00' };
  return { label, from: `${label}-01`, until: '', ...none, ...credits };
}

describe('columns of credits by month', () => {
  it('has one column a month that can be asked why', () => {
    const columns = monthSeries([month('2026-01', { included: '150', flex: '77.7' }), month('2026-02')]);
    expect(columns.map(({ title, month: index, included, flex }) => [title, index, included, flex])).toEqual([
      ['Jan 2026', 0, 150, 77.7],
      ['Feb 2026', 1, 0, 0],
    ]);
  });

  it('sums whole years where months would be too thin to see', () => {
    const months = Array.from({ length: 72 }, (_, index) =>
      month(`${2026 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`, { prepaid: '10' }),
    );
    const columns = monthSeries(months);
    expect(columns.map(({ label, prepaid, month: index }) => [label, prepaid, index])).toEqual(
      [2026, 2027, 2028, 2029, 2030, 2031].map((year) => [String(year), 120, null]),
    );
  });

  it('is empty where no month used a credit', () => {
    expect(isEmptySeries(monthSeries([month('2026-01')]))).toBe(true);
    expect(isEmptySeries(monthSeries([month('2026-01', { blocked: '0.000000001' })]))).toBe(false);
  });
});
