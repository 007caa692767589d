import { describe, expect, it } from 'vitest';
import { demandColumns, demandData, quantityText } from '../../../../renderer/charts/demandSeries.ts';

describe('usage by day', () => {
  const demand = { from: '2026-02-28', seen: [3, null], line: [2.5, 2.75] };

  it('has a column a day, unknown days among them', () => {
    expect(demandColumns(demand)).toEqual([
      { at: Date.UTC(2026, 1, 28), date: '2026-02-28', seen: 3, line: 2.5, band: null },
      { at: Date.UTC(2026, 2, 1), date: '2026-03-01', seen: null, line: 2.75, band: null },
    ]);
  });

  it('has its band where it was sampled, in the table too', () => {
    const columns = demandColumns({ ...demand, low: [1, 1.5], high: [4, 5] });
    expect(columns[1]!.band).toEqual([1.5, 5]);
    const { columns: heads, rows } = demandData(columns, { lineName: 'Forecast', unit: 'minutes' });
    expect(heads.map(({ title }) => title)).toEqual(['Date', 'Seen', 'Forecast', 'P10', 'P90']);
    expect(rows[1]).toEqual(['2026-03-01', '', '2.75', '1.5', '5']);
    expect(demandData(demandColumns(demand), { lineName: 'Fit', unit: 'minutes' }).columns).toHaveLength(3);
  });

  it('is written with the digits that matter, never as a power of ten', () => {
    expect([0, 1234567.8, 12.34567, 0.00001234567, 1e20].map(quantityText)).toEqual([
      '0',
      '1234568',
      '12.3457',
      '0.000012346',
      '100000000000000000000',
    ]);
  });
});
