import { readDecimal } from '../../base/decimal.ts';
import { formatMoney, roundToMinor } from '../../base/money.ts';
import { add, multiply, ratio, zeroRatio, type Ratio } from '../../base/ratio.ts';
import type { Quote } from './quoteSchema.ts';

/** What is for the seller's own eyes: it never gets into the sealed file or the customer's page. */
export interface InternalNotes {
  readonly notes: string;
  /** What a credit costs the seller, as decimal text; null: not said. */
  readonly costPerCredit: string | null;
  /** The least total that may be agreed on, as decimal text; null: not said. */
  readonly floor: string | null;
}

/** What the seller's notes come to on expected usage. */
export interface InternalView {
  readonly notes: string;
  readonly costPerCredit: string | null;
  /** Of all credits that are served. */
  readonly cost: string | null;
  /** The expected bill less that cost, and its share of the bill in per cent. */
  readonly margin: string | null;
  readonly marginPercent: string | null;
  readonly floor: string | null;
  /** The expected bill less the floor. */
  readonly room: string | null;
}

/** The seller's notes with the margin and the room above the floor that follow from them. */
export function internalView(
  { figures }: Pick<Quote, 'figures'>,
  notes: InternalNotes,
  minorDigits: number,
): InternalView {
  const money = (amount: Ratio): string => formatMoney(roundToMinor(amount, minorDigits), minorDigits);
  const bill = exact(figures.expected.total);
  const served = ['included', 'prepaid', 'flex'].reduce(
    (sum, pool) => add(sum, exact(figures.credits[pool] ?? '0')),
    zeroRatio,
  );
  const cost = notes.costPerCredit === null ? null : multiply(served, exact(notes.costPerCredit));
  const margin = cost && less(bill, cost);
  return {
    ...notes,
    cost: cost && money(cost),
    margin: margin && money(margin),
    marginPercent: margin && bill.num !== 0n ? percent(margin, bill) : null,
    room: notes.floor === null ? null : money(less(bill, exact(notes.floor))),
  };
}

function percent(part: Ratio, whole: Ratio): string {
  const share = ratio(part.num * whole.den * 100n, part.den * whole.num);
  return formatMoney(roundToMinor(share, 1), 1);
}

function less(a: Ratio, b: Ratio): Ratio {
  return add(a, ratio(-b.num, b.den));
}

function exact(text: string): Ratio {
  return readDecimal(text) ?? zeroRatio;
}
