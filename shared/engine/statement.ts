import { formatCredits } from '../base/credits.ts';
import { formatDecimal } from '../base/decimal.ts';
import { formatMoney } from '../base/money.ts';
import { formatInstant } from '../calendar/instant.ts';
import type { Invoice, LineKind, Run } from './outcome.ts';
import { blockedOf } from './rows.ts';

/** An invoice as text: money with the currency's decimals, credits as plain decimals. */
export interface InvoiceText {
  readonly number: number;
  readonly issuedAt: string;
  readonly total: string;
  readonly lines: readonly {
    readonly kind: LineKind;
    readonly credits: string | null;
    readonly unitPrice: string;
    readonly amount: string;
  }[];
}

/** The result document, draws apart: every figure as exact text. */
export interface Statement {
  readonly invoices: readonly InvoiceText[];
  readonly money: Readonly<Record<'subscription' | 'prepaid' | 'flex' | 'total', string>>;
  readonly credits: Readonly<Record<keyof Run['totals'], string>>;
  readonly closing: Readonly<Record<'included' | 'prepaid' | 'unbilledFlex', string>>;
}

/** What one usage event drew, as the result document writes it. */
export interface DrawText {
  readonly at: string;
  readonly included: string;
  readonly prepaid: string;
  readonly flex: string;
  readonly blocked: string;
}

/** The figures of a run as text. @rule R24 R25 */
export function statement(run: Run): Statement {
  const digits = run.program.minorDigits;
  const credits = Object.entries(run.totals).map(([figure, nanos]) => [figure, formatCredits(nanos)]);
  return {
    invoices: run.invoices.map((invoice) => invoiceText(invoice, digits)),
    money: {
      subscription: formatMoney(moneyOf(run, ['subscription']), digits),
      prepaid: formatMoney(moneyOf(run, ['prepaid']), digits),
      flex: formatMoney(moneyOf(run, ['flex', 'final-flex']), digits),
      total: formatMoney(moneyOf(run, ['subscription', 'prepaid', 'flex', 'final-flex']), digits),
    },
    credits: Object.fromEntries(credits) as Statement['credits'],
    closing: closingText(run),
  };
}

/** The draws of all usage events, in time order. */
export function drawTexts(run: Run): DrawText[] {
  return Array.from({ length: run.program.usage.count }, (_, row) => drawText(run, row));
}

/** What the usage event in one row drew. */
export function drawText(run: Run, row: number): DrawText {
  const { program, draws } = run;
  return {
    at: formatInstant(program.usage.at[row]!),
    included: formatCredits(draws.included[row]!),
    prepaid: formatCredits(draws.prepaid[row]!),
    flex: formatCredits(draws.flex[row]!),
    blocked: formatCredits(blockedOf(run, row)),
  };
}

/** The sum of invoice lines of some kinds, in minor units. */
export function moneyOf({ invoices }: Run, kinds: readonly LineKind[]): bigint {
  const lines = invoices.flatMap((invoice) => invoice.lines);
  return lines.reduce((sum, line) => (kinds.includes(line.kind) ? sum + line.amount : sum), 0n);
}

function closingText({ closing }: Run): Statement['closing'] {
  return {
    included: formatCredits(closing.included),
    prepaid: formatCredits(closing.lots.reduce((sum, lot) => sum + lot.credits, 0)),
    unbilledFlex: formatCredits(closing.subscription?.flexMonth ?? 0),
  };
}

function invoiceText({ number, issuedAt, lines, total }: Invoice, digits: number): InvoiceText {
  return {
    number,
    issuedAt: formatInstant(issuedAt),
    total: formatMoney(total, digits),
    lines: lines.map(({ kind, credits, unitPrice, amount }) => ({
      kind,
      credits: credits === null ? null : formatCredits(credits),
      unitPrice: formatDecimal(unitPrice) ?? `${unitPrice.num}/${unitPrice.den}`,
      amount: formatMoney(amount, digits),
    })),
  };
}
