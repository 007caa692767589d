import { assert } from '../base/assert.ts';
import type { Ratio } from '../base/ratio.ts';
import type { Period } from '../calendar/month.ts';
import { cycleSeries, periodAt } from './boundary.ts';
import type { Invoice, InvoiceLine, LineKind, Run } from './outcome.ts';

/** One invoice line with the time that it is for. Credits in nanocredits, `amount` in minor units. */
export interface Charge extends Period {
  readonly invoice: number;
  readonly issuedAt: number;
  readonly kind: LineKind;
  /** The plan's id, or the lot's. */
  readonly of: string;
  readonly credits: bigint | null;
  /** Included credits that the fee of a cycle pays for; 0 on other lines. */
  readonly granted: bigint;
  readonly unitPrice: Ratio;
  readonly amount: bigint;
  readonly row: number | null;
}

/** Every invoice line with what it is for: the cycle of a fee, the Flex month of a Flex line, the instant of a purchase. */
export function charges(run: Run): Charge[] {
  return run.invoices.flatMap((invoice) => invoice.lines.map((line) => charge(run, invoice, line)));
}

function charge(run: Run, { number, issuedAt }: Invoice, line: InvoiceLine): Charge {
  const { kind, credits, unitPrice, amount, row, plan } = line;
  const of = plan === null ? lotOf(run, line) : run.program.plans[plan]!.id;
  const grant = kind === 'subscription' ? run.grants.find((each) => each.row === row) : undefined;
  const granted = BigInt(grant?.granted ?? 0);
  const period = grant ? cycleOf(run, grant.row, grant.from) : flexMonthOf(run, line, issuedAt);
  const { from, until } = period;
  return { invoice: number, issuedAt, kind, of, credits, granted, unitPrice, amount, row, from, until };
}

function lotOf(run: Run, { row }: InvoiceLine): string {
  const lot = run.lots.find((each) => each.row === row);
  assert(lot !== undefined, 'a purchase is a lot');
  return lot.id;
}

function flexMonthOf(run: Run, { flexMonth }: InvoiceLine, issuedAt: number): Period {
  return flexMonth === null ? { from: issuedAt, until: issuedAt } : run.flexMonths[flexMonth]!;
}

/** The cycle that a grant opened, counted from the start of its subscription. @rule R2 */
function cycleOf({ program, grants, entries }: Run, row: number, from: number): Period {
  const startOf = (grantRow: number): number | null => {
    const cause = entries.find(({ seq }) => seq === grantRow)?.cause;
    return cause && 'row' in cause ? cause.row : null;
  };
  const start = startOf(row);
  const grant = grants.find((each) => each.row === row)!;
  const isOpening = entries.some(({ seq, kind }) => seq === start && kind === 'opening');
  const first = grants.find((each) => startOf(each.row) === start)!;
  const since = isOpening ? program.opening!.subscription!.since : first.from;
  return periodAt(program, since, cycleSeries(program, program.plans[grant.plan]!), from + 1);
}
