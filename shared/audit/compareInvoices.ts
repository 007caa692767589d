import { formatMoney } from '../base/money.ts';
import { formatInstant } from '../calendar/instant.ts';
import type { Invoice } from '../engine/outcome.ts';

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
export function compareInvoices(
  invoices: { readonly first: readonly Invoice[]; readonly second: readonly Invoice[] },
  digits: number,
): InvoiceComparison {
  const first = linesOf(invoices.first);
  const second = linesOf(invoices.second);
  const text = (amount: bigint) => formatMoney(amount, digits);
  const pairs = [...new Set([...first.keys(), ...second.keys()])]
    .map((key) => ({ first: first.get(key) ?? null, second: second.get(key) ?? null }))
    .filter((pair) => pair.first?.amount !== pair.second?.amount || pair.first?.credits !== pair.second?.credits);
  const different = pairs.sort((left, right) => atOf(left) - atOf(right)).map((pair) => difference(pair, text));
  const totals = { first: sum(first), second: sum(second) };
  return {
    lines: { first: first.size, second: second.size },
    different,
    totals: { first: text(totals.first), second: text(totals.second), difference: text(totals.second - totals.first) },
  };
}

interface Line {
  readonly issuedAt: number;
  readonly kind: string;
  readonly amount: bigint;
  readonly credits: bigint | null;
}

interface Pair {
  readonly first: Line | null;
  readonly second: Line | null;
}

/** Lines by instant and kind; of several alike the first stands for the first. */
function linesOf(invoices: readonly Invoice[]): Map<string, Line> {
  const lines = new Map<string, Line>();
  const alike = new Map<string, number>();
  for (const { issuedAt, lines: parts } of invoices) {
    for (const { kind, amount, credits } of parts) {
      const key = `${issuedAt} ${kind}`;
      const nth = (alike.get(key) ?? 0) + 1;
      alike.set(key, nth);
      lines.set(`${key} ${nth}`, { issuedAt, kind, amount, credits });
    }
  }
  return lines;
}

function atOf({ first, second }: Pair): number {
  return (first ?? second)!.issuedAt;
}

function difference({ first, second }: Pair, text: (amount: bigint) => string): LineDifference {
  const { issuedAt, kind } = (first ?? second)!;
  return {
    issuedAt: formatInstant(issuedAt),
    kind,
    first: first && text(first.amount),
    second: second && text(second.amount),
    difference: text((second?.amount ?? 0n) - (first?.amount ?? 0n)),
  };
}

function sum(lines: ReadonlyMap<string, Line>): bigint {
  let total = 0n;
  for (const { amount } of lines.values()) total += amount;
  return total;
}
