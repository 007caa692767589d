import { formatMoney } from '../base/money.ts';
import type { Invoice } from '../engine/outcome.ts';
import { pairInvoices, type InvoicePair, type TwoBills } from './pairInvoices.ts';

/** An invoice line of one ledger, of the other, or of both with another amount. Money as decimal text; null where there is no line. */
export interface LineDifference {
  /** Instant in UTC. */
  readonly issuedAt: string;
  readonly kind: string;
  readonly first: string | null;
  readonly second: string | null;
  /** Second less first. */
  readonly difference: string;
}

/** How the invoices of two ledgers differ: lines matched by instant and kind, and the totals. Money as decimal text. */
export interface InvoiceComparison {
  readonly lines: { readonly first: number; readonly second: number };
  readonly different: readonly LineDifference[];
  readonly totals: { readonly first: string; readonly second: string; readonly difference: string };
}

/** Compares invoices of one currency, whose minor unit has `digits` decimals. */
export function compareInvoices(invoices: TwoBills, digits: number): InvoiceComparison {
  const pairs = pairInvoices(invoices, digits);
  const totals = { first: totalOf(invoices.first), second: totalOf(invoices.second) };
  const text = (amount: bigint) => formatMoney(amount, digits);
  return {
    lines: {
      first: pairs.filter(({ first }) => first !== null).length,
      second: pairs.filter(({ second }) => second !== null).length,
    },
    different: pairs.filter(({ same }) => !same).map(differenceOf),
    totals: { first: text(totals.first), second: text(totals.second), difference: text(totals.second - totals.first) },
  };
}

function differenceOf({ issuedAt, kind, first, second, difference }: InvoicePair): LineDifference {
  return { issuedAt, kind, first: first?.amount ?? null, second: second?.amount ?? null, difference };
}

/** The total of all invoices in minor units. */
export function totalOf(invoices: readonly Invoice[]): bigint {
  return invoices.reduce((total, invoice) => total + invoice.total, 0n);
}
