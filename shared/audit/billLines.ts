import type { Ratio } from '../base/ratio.ts';
import { formatDecimal, readDecimal } from '../base/decimal.ts';
import type { RunWithoutRows } from '../engine/outcome.ts';
import type { StatedLine } from '../ledger/invoiceLines.ts';

/** One line of a bill, recomputed, implied by a ledger, or stated on an invoice. Credits in nanocredits, amount in minor units. */
export interface BillLine {
  /** Milliseconds UTC. */
  readonly at: number;
  readonly kind: string;
  readonly credits: number | null;
  /** Decimal text. */
  readonly unitPrice: string;
  readonly amount: bigint;
  readonly invoice: number | null;
  /** The row of the audited ledger that implies it, from 1. */
  readonly row: number | null;
  /** The exact Flex that it bills, in nanocredits; null for other lines. */
  readonly exactFlex: number | null;
}

/** The lines of a recomputed bill. */
export function linesOfRun(run: RunWithoutRows): BillLine[] {
  return run.invoices.flatMap(({ number, issuedAt, lines }) =>
    lines.map(({ kind, credits, unitPrice, amount, flexMonth }) => ({
      at: issuedAt,
      kind,
      credits: credits === null ? null : Number(credits),
      unitPrice: priceText(unitPrice),
      amount,
      invoice: number,
      row: null,
      exactFlex: flexMonth === null ? null : run.flexMonths[flexMonth]!.sum,
    })),
  );
}

/** The lines of exported invoices, lines that state a total apart. */
export function linesOfInvoices(stated: readonly StatedLine[]): BillLine[] {
  return stated
    .filter(({ kind }) => kind !== 'total')
    .map(({ issuedAt, kind, credits, unitPrice, amount, number }) => ({
      at: issuedAt,
      kind,
      credits,
      unitPrice: plainPrice(unitPrice),
      amount,
      invoice: number,
      row: null,
      exactFlex: null,
    }));
}

/** A stated price in its shortest form: `4.00` is `4`. */
function plainPrice(text: string): string {
  const price = readDecimal(text);
  return price ? priceText(price) : text;
}

/** A price as decimal text, or as a fraction where it has no finite decimals. */
export function priceText(price: Ratio): string {
  return formatDecimal(price) ?? `${price.num}/${price.den}`;
}

/** Sums of amounts by instant and kind, which is how lines of two bills are matched. */
export function amountsByLine(lines: readonly BillLine[]): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { at, kind, amount } of lines) {
    const key = `${at} ${kind}`;
    sums.set(key, (sums.get(key) ?? 0n) + amount);
  }
  return sums;
}

/** The sum over lines, matched by instant and kind, of |actual − recomputed|, in minor units. */
export function residualOf(actual: ReadonlyMap<string, bigint>, recomputed: ReadonlyMap<string, bigint>): bigint {
  let residual = 0n;
  for (const [key, amount] of actual) residual += size(amount - (recomputed.get(key) ?? 0n));
  for (const [key, amount] of recomputed) if (!actual.has(key)) residual += size(amount);
  return residual;
}

function size(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}
