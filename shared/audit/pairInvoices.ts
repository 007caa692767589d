import { formatCredits } from '../base/credits.ts';
import { formatMoney } from '../base/money.ts';
import { formatInstant } from '../calendar/instant.ts';
import type { Invoice } from '../engine/outcome.ts';

/** What one side of a pair says: credits (null where the line has none) and money, as decimal text. */
export interface PairedLine {
  readonly credits: string | null;
  readonly amount: string;
}

/** An invoice line of one bill beside the line of the other; null where one has none. */
export interface InvoicePair {
  /** Instant in UTC. */
  readonly issuedAt: string;
  readonly kind: string;
  readonly first: PairedLine | null;
  readonly second: PairedLine | null;
  /** Money of the second less the first, as decimal text. */
  readonly difference: string;
  /** Whether credits and money are the same. */
  readonly same: boolean;
}

/** Two bills of one currency. */
export interface TwoBills {
  readonly first: readonly Invoice[];
  readonly second: readonly Invoice[];
}

/** Every invoice line of two bills in order of time and kind, matched by instant and kind. The minor unit has `digits` decimals. */
export function pairInvoices({ first, second }: TwoBills, digits: number): InvoicePair[] {
  const ones = linesOf(first);
  const others = linesOf(second);
  return [...new Set([...ones.keys(), ...others.keys()])]
    .map((key) => ({ first: ones.get(key) ?? null, second: others.get(key) ?? null }))
    .sort((left, right) => lineOf(left).issuedAt - lineOf(right).issuedAt || byKind(lineOf(left), lineOf(right)))
    .map((lines) => pairOf(lines, digits));
}

interface Line {
  readonly issuedAt: number;
  readonly kind: string;
  readonly amount: bigint;
  readonly credits: bigint | null;
}

interface Lines {
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

function lineOf({ first, second }: Lines): Line {
  return (first ?? second)!;
}

function byKind(left: Line, right: Line): number {
  return Number(left.kind > right.kind) - Number(left.kind < right.kind);
}

function pairOf(lines: Lines, digits: number): InvoicePair {
  const { first, second } = lines;
  const { issuedAt, kind } = lineOf(lines);
  const text = ({ amount, credits }: Line): PairedLine => ({
    credits: credits === null ? null : formatCredits(credits),
    amount: formatMoney(amount, digits),
  });
  return {
    issuedAt: formatInstant(issuedAt),
    kind,
    first: first && text(first),
    second: second && text(second),
    difference: formatMoney((second?.amount ?? 0n) - (first?.amount ?? 0n), digits),
    same: first?.amount === second?.amount && first?.credits === second?.credits,
  };
}
