import { assert } from '../base/assert.ts';
import { creditsOf } from '../base/credits.ts';
import { roundToMinor } from '../base/money.ts';
import { multiply, type Ratio } from '../base/ratio.ts';
import { formatLocalDate } from '../calendar/instant.ts';
import type { Zone } from '../calendar/zone.ts';
import { accountNames, accounts } from './accounts.ts';
import { deferredLot, release, type DeferredLot, type Value } from './deferredLot.ts';
import type { LedgerRow } from './row.ts';
import { rowAmount } from './rowAmount.ts';
import { move, type Posting } from './transaction.ts';

/** An invoice line that a row is charged by. `amount` in minor units. */
export interface ChargedLine {
  readonly invoice: number;
  /** Its ledger row; null where a month closed with nothing to charge. */
  readonly row: number | null;
  readonly amount: bigint;
}

/** What the rows of a ledger do not say of themselves: their prices. */
export interface JournalTerms {
  readonly minorDigits: number;
  readonly zone: Zone;
  readonly opening: {
    readonly included: Value;
    readonly lots: readonly (Value & { readonly id: string })[];
    readonly flex: Value;
  } | null;
  readonly lines: readonly ChargedLine[];
  /** The price of a Flex credit, by the row from which it holds, ascending. */
  readonly flexPrices: readonly { readonly fromRow: number; readonly price: Ratio }[];
}

/** The working papers of a journal: its lots, its accrued Flex, and the lines that wait for their row. */
export interface Books {
  readonly terms: JournalTerms;
  readonly charged: Map<number, ChargedLine>;
  readonly name: ReturnType<typeof accountNames>;
  readonly lots: DeferredLot[];
  included: DeferredLot | null;
  /** Lots before this one are used up. */
  oldest: number;
  flex: Value;
  /** Index of the Flex price in force. */
  price: number;
  latest: number;
}

/** Working papers before the first row. */
export function openBooks(terms: JournalTerms): Books {
  const charged = new Map<number, ChargedLine>();
  for (const line of terms.lines) {
    assert(line.row !== null || line.amount === 0n, 'a line that charges something rests on a row');
    if (line.row === null) continue;
    assert(!charged.has(line.row), 'a row is charged by one line');
    charged.set(line.row, line);
  }
  const flex = { credits: 0n, money: 0n };
  const name = accountNames();
  return { terms, charged, name, lots: [], included: null, oldest: 0, flex, price: 0, latest: -Infinity };
}

/** Adds a grant or a lot with its account. */
export function addLot(books: Books, pool: DeferredLot['pool'], id: string, value: Value): DeferredLot {
  const parent = pool === 'included' ? accounts.deferredIncluded : accounts.deferredPrepaid;
  const lot = deferredLot({ id, pool, account: books.name(parent, id) }, value);
  books.lots.push(lot);
  if (pool === 'included') books.included = lot;
  return lot;
}

/** The grant that included credits are drawn from. */
export function includedLot({ included }: Books): DeferredLot {
  assert(included !== null, 'included credits come from a grant');
  return included;
}

/** The oldest lots first. @rule R9 */
export function takePrepaid(books: Books, credits: bigint, postings: Posting[], to: string): void {
  let wanted = credits;
  const { lots } = books;
  for (let index = books.oldest; wanted > 0n; index++) {
    const lot = lots[index];
    assert(lot !== undefined, 'prepaid draws are covered by lots');
    if (index === books.oldest && (lot.pool === 'included' || lot.credits === 0n)) books.oldest += 1;
    if (lot.pool === 'included' || lot.credits === 0n) continue;
    const taken = lot.credits < wanted ? lot.credits : wanted;
    move(postings, { from: to, to: lot.account, ...release(lot, taken) });
    wanted -= taken;
  }
}

/** The open Flex month at its price, rounded once. @rule R12 */
export function flexValue(books: Books, row: LedgerRow): Value {
  const { flexPrices, minorDigits } = books.terms;
  while ((flexPrices[books.price + 1]?.fromRow ?? Infinity) <= row.seq) books.price += 1;
  const price = flexPrices[books.price]?.price;
  assert(price !== undefined, 'Flex has a price');
  const credits = rowAmount(row.flexMonthAfter);
  return { credits, money: roundToMinor(multiply(creditsOf(credits), price), minorDigits) };
}

/** The local date of a row. */
export function dateOf({ terms }: Books, row: LedgerRow): string {
  return formatLocalDate(Date.parse(row.at), terms.zone);
}
