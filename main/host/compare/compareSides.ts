import { compareInvoices, type InvoiceComparison } from '../../../shared/audit/compareInvoices.ts';
import { pairInvoices, type InvoicePair } from '../../../shared/audit/pairInvoices.ts';
import { compareLedgers, hasSameRows, type RowComparison } from '../../../shared/audit/compareLedgers.ts';
import type { RowColumn } from '../../../shared/ledger/row.ts';
import type { Side } from './side.ts';

/** How two ledgers, files of rows or bills differ. */
export interface Comparison {
  /** Whether rows, currency and, where they were compared, invoice lines are the same. */
  readonly same: boolean;
  readonly rows: RowComparison;
  /** Null where they could not be compared. */
  readonly invoices: InvoiceComparison | null;
  /** Every invoice line of both, the same or not; none where they could not be compared. */
  readonly pairs: readonly InvoicePair[];
  readonly notCompared: string | null;
}

/** Two sides to compare. */
export interface Sides {
  readonly first: Side;
  readonly second: Side;
}

/** Rows of each sort that are listed; all are counted. */
const listedRows = 1000;

/**
 * Compares two sides: rows by key as they stream past, and the invoices that follow from them. Where the signal is aborted the rest
 * is not looked at.
 */
export async function compareSides(sides: Sides, signal?: AbortSignal): Promise<Comparison> {
  const rows = await rowComparison(sides, signal);
  const { invoices, pairs, notCompared } = await invoiceComparison(sides);
  const same = hasSameRows(rows) && !hasTwoCurrencies(sides) && (invoices === null || invoices.different.length === 0);
  return { same, rows, invoices, pairs, notCompared };
}

async function rowComparison(sides: Sides, signal?: AbortSignal): Promise<RowComparison> {
  const comparing = compareLedgers(listedRows, columnsOfBoth(sides));
  const first = sides.first.rows();
  const second = sides.second.rows();
  for (;;) {
    const blocks = [await first.next(), await second.next()] as const;
    if (signal?.aborted || (blocks[0].done && blocks[1].done)) return comparing.finish();
    comparing.take(blocks[0].value ?? [], blocks[1].value ?? []);
  }
}

/** What both sides know of a row; null where that is all. */
export function columnsOfBoth({ first, second }: Sides): ReadonlySet<RowColumn> | null {
  if (first.columns === null || second.columns === null) return first.columns ?? second.columns;
  const other = second.columns;
  return new Set([...first.columns].filter((column) => other.has(column)));
}

type Invoices = Pick<Comparison, 'invoices' | 'pairs' | 'notCompared'>;

async function invoiceComparison(sides: Sides): Promise<Invoices> {
  const { first, second } = sides;
  if (hasTwoCurrencies(sides)) {
    const what = first.kind === 'ledger' && second.kind === 'ledger' ? 'ledger' : 'side';
    return none(`one ${what} is in ${first.currency}, the other in ${second.currency}`);
  }
  const one = await first.invoices();
  if (!one.ok) return none(`${first.name}: ${one.error}`);
  const other = await second.invoices();
  if (!other.ok) return none(`${second.name}: ${other.error}`);
  const { minorDigits } = one.value;
  const both = { first: one.value.invoices, second: other.value.invoices };
  return { invoices: compareInvoices(both, minorDigits), pairs: pairInvoices(both, minorDigits), notCompared: null };
}

function hasTwoCurrencies({ first, second }: Sides): boolean {
  return first.currency !== null && second.currency !== null && first.currency !== second.currency;
}

function none(reason: string): Invoices {
  return { invoices: null, pairs: [], notCompared: `Invoices were not compared: ${reason}` };
}
