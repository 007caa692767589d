import { expect, it } from 'vitest';
import { costSeries } from '../../../../renderer/charts/costSeries.ts';
import { zoneOf } from '../../../../shared/calendar/zone.ts';

const invoice = (number: number, issuedAt: string, total: string) => ({ number, issuedAt, total, lines: [] });

it('cumulative cost steps up at each invoice, from nothing to the end of the horizon', () => {
  const invoices = [invoice(1, '2026-01-01T00:00:00Z', '299.00'), invoice(2, '2026-02-01T00:00:00Z', '607.00')];
  const bill = { from: '2026-01-01T00:00:00Z', until: '2026-03-01T00:00:00Z', statement: { invoices } };
  expect(costSeries(bill, zoneOf('UTC')!)).toEqual([
    { at: Date.UTC(2026, 0, 1), cost: 0, invoice: 0 },
    { at: Date.UTC(2026, 0, 1), cost: 299, invoice: 1 },
    { at: Date.UTC(2026, 1, 1), cost: 906, invoice: 2 },
    { at: Date.UTC(2026, 2, 1), cost: 906, invoice: 0 },
  ]);
});
