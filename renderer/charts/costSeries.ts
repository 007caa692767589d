import { parseInstant } from '../../shared/calendar/instant.ts';
import type { Zone } from '../../shared/calendar/zone.ts';
import type { InvoiceView } from '../../shared/rpc/views.ts';
import { inView, type ChartView } from './chartView.ts';
import { thin } from './thin.ts';

/** Money invoiced so far, after an invoice. `at` in milliseconds UTC. */
export interface CostPoint {
  readonly at: number;
  readonly cost: number;
  /** Number of the invoice; 0 for the ends of the line. */
  readonly invoice: number;
}

/** A step line from nothing at the start through every invoice to the end of the horizon, thinned for drawing. */
export function costSeries(bill: CostInput, zone: Zone, view: ChartView | null = null): readonly CostPoint[] {
  const from = parseInstant(bill.from, zone) ?? 0;
  const until = parseInstant(bill.until, zone) ?? from;
  let cost = 0;
  const points = bill.statement.invoices.map((invoice) => {
    cost += Number(invoice.total);
    return { at: parseInstant(invoice.issuedAt, zone) ?? until, cost, invoice: invoice.number };
  });
  const line = [{ at: from, cost: 0, invoice: 0 }, ...points, { at: until, cost, invoice: 0 }];
  return thin(inView(line, view, ({ at }) => at).drawn, {
    buckets: 200,
    values: [(point) => point.cost],
    stays: () => false,
  });
}

interface CostInput {
  readonly from: string;
  readonly until: string;
  readonly statement: { readonly invoices: readonly InvoiceView[] };
}
