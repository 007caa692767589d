import { assert } from '../base/assert.ts';
import { creditsOf } from '../base/credits.ts';
import { roundToMinor } from '../base/money.ts';
import { multiply, type Ratio } from '../base/ratio.ts';
import { formatLocalDate } from '../calendar/instant.ts';
import type { Zone } from '../calendar/zone.ts';
import { accountNames, accounts } from './accounts.ts';
import { deferredLot, extend, release, type DeferredLot, type Value } from './deferredLot.ts';
import type { LedgerRow } from './row.ts';
import { rowAmount } from './rowAmount.ts';
import { assertBalanced, move, type Posting, type Transaction, type TransactionKind } from './transaction.ts';

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

/** Books the rows of a ledger one by one, in order. */
export interface Journal {
  /** The transactions of the next row; none where it moves nothing. */
  post(row: LedgerRow): readonly Transaction[];
  /** Asserts that every invoice line was booked. Gives the lots as they stand. */
  finish(): readonly DeferredLot[];
  /** Every lot so far, in the order of its first credits. */
  readonly lots: readonly DeferredLot[];
}

interface Books {
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

/**
 * Double entries for the rows of a ledger, by the rules in this folder's README: prepaid and included credits are deferred
 * revenue by lot, draws are revenue, a lapse is breakage, Flex is a receivable. @rule R5 R9 R12 R26
 */
export function openJournal(terms: JournalTerms): Journal {
  const books = openBooks(terms);
  return {
    lots: books.lots,
    post: (row) => entriesOf(books, row).filter(({ postings }) => postings.length > 0),
    finish() {
      assert(books.charged.size === 0, 'every invoice line is booked');
      return books.lots;
    },
  };
}

function openBooks(terms: JournalTerms): Books {
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

function entriesOf(books: Books, row: LedgerRow): Transaction[] {
  const line = books.charged.get(row.seq) ?? null;
  books.charged.delete(row.seq);
  const entry = (postings: Posting[], kind: TransactionKind = row.kind) =>
    transaction(books, row, { kind, line, postings });
  switch (row.kind) {
    case 'opening':
      return [entry(opening(books, row))];
    case 'use':
      return [entry(use(books, row))];
    case 'grant':
      return [entry(grant(books, row, line))];
    case 'purchase':
      return [entry(purchase(books, row, line))];
    case 'expire':
    case 'forfeit':
      return [entry(lapse(books, row))];
    case 'adjust':
      return [entry(adjust(books, row))];
    case 'flex-close': {
      const { dropped, billed } = closeFlex(books, row, line);
      return [entry(dropped), entry(billed, 'flex-invoice')];
    }
    case 'subscribe':
    case 'change-plan':
    case 'cancel':
    case 'set-flex':
      return [];
  }
}

/** What ends a period counts to its last millisecond, so to its last day and month; time never runs back. */
const ending: ReadonlySet<TransactionKind> = new Set(['expire', 'forfeit', 'flex-close']);

function transaction(
  books: Books,
  row: LedgerRow,
  { kind, line, postings }: { kind: TransactionKind; line: ChargedLine | null; postings: Posting[] },
): Transaction {
  const instant = Date.parse(row.at);
  const at = Math.max(ending.has(kind) ? instant - 1 : instant, books.latest);
  books.latest = at;
  const date = formatLocalDate(at, books.terms.zone);
  const invoice = kind === 'flex-close' ? null : (line?.invoice ?? null);
  const { id, meter, seq } = row;
  const made = { kind, row: seq, at, date, id, meter, invoice, postings };
  assertBalanced(made);
  return made;
}

function addLot(books: Books, pool: DeferredLot['pool'], id: string, value: Value): DeferredLot {
  const parent = pool === 'included' ? accounts.deferredIncluded : accounts.deferredPrepaid;
  const lot = deferredLot({ id, pool, account: books.name(parent, id) }, value);
  books.lots.push(lot);
  if (pool === 'included') books.included = lot;
  return lot;
}

function opening(books: Books, row: LedgerRow): Posting[] {
  const stated = books.terms.opening;
  assert(stated !== null, 'a ledger that opens with balances has a scenario that states them');
  const postings: Posting[] = [];
  const { included, lots, flex } = stated;
  const from = accounts.opening;
  if (included.credits > 0n) {
    const lot = addLot(books, 'included', dateOf(books, row), included);
    move(postings, { from: lot.account, to: from, ...included });
  }
  for (const lot of lots)
    move(postings, { from: addLot(books, 'prepaid', lot.id, lot).account, to: from, ...value(lot) });
  books.flex = flex;
  move(postings, { from, to: accounts.unbilledFlex, ...flex });
  return postings;
}

function grant(books: Books, row: LedgerRow, line: ChargedLine | null): Posting[] {
  const { included } = books;
  assert(!included || included.credits === 0n, 'a cycle opens with no included credits left over');
  const credits = rowAmount(row.included);
  const money = line?.amount ?? 0n;
  const postings: Posting[] = [];
  if (credits === 0n) {
    addLot(books, 'included', dateOf(books, row), { credits, money: 0n });
    move(postings, { from: accounts.subscription, to: accounts.receivable, credits, money });
    return postings;
  }
  const { account } = addLot(books, 'included', dateOf(books, row), { credits, money });
  move(postings, { from: account, to: accounts.receivable, credits: 0n, money });
  move(postings, { from: account, to: accounts.granted, credits, money: 0n });
  return postings;
}

function purchase(books: Books, row: LedgerRow, line: ChargedLine | null): Posting[] {
  const credits = rowAmount(row.prepaid);
  const money = line?.amount ?? 0n;
  const postings: Posting[] = [];
  const { account } = addLot(books, 'prepaid', row.id, { credits, money });
  move(postings, { from: account, to: accounts.receivable, credits: 0n, money });
  move(postings, { from: account, to: accounts.purchased, credits, money: 0n });
  return postings;
}

function use(books: Books, row: LedgerRow): Posting[] {
  const postings: Posting[] = [];
  const included = rowAmount(row.included);
  if (included > 0n) {
    const lot = includedLot(books);
    move(postings, { from: accounts.included, to: lot.account, ...release(lot, included) });
  }
  takePrepaid(books, rowAmount(row.prepaid), postings, accounts.prepaid);
  if (rowAmount(row.flex) > 0n) {
    const after = flexValue(books, row);
    const { flex } = books;
    move(postings, {
      from: accounts.flex,
      to: accounts.unbilledFlex,
      credits: after.credits - flex.credits,
      money: after.money - flex.money,
    });
    books.flex = after;
  }
  return postings;
}

/** The open Flex month at its price, rounded once. @rule R12 */
function flexValue(books: Books, row: LedgerRow): Value {
  const { flexPrices, minorDigits } = books.terms;
  while ((flexPrices[books.price + 1]?.fromRow ?? Infinity) <= row.seq) books.price += 1;
  const price = flexPrices[books.price]?.price;
  assert(price !== undefined, 'Flex has a price');
  const credits = rowAmount(row.flexMonthAfter);
  return { credits, money: roundToMinor(multiply(creditsOf(credits), price), minorDigits) };
}

/** The oldest lots first. @rule R9 */
function takePrepaid(books: Books, credits: bigint, postings: Posting[], to: string): void {
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

function lapse(books: Books, row: LedgerRow): Posting[] {
  const lot = includedLot(books);
  const gone = -rowAmount(row.included);
  assert(gone === lot.credits, 'a lapse takes all that is left');
  const postings: Posting[] = [];
  const from = row.kind === 'expire' ? accounts.expired : accounts.forfeited;
  move(postings, { from, to: lot.account, ...release(lot, gone) });
  return postings;
}

/** Credits given are owed at no price; credits taken away release what was deferred for them. @rule R26 */
function adjust(books: Books, row: LedgerRow): Posting[] {
  const postings: Posting[] = [];
  const included = rowAmount(row.included);
  const prepaid = rowAmount(row.prepaid);
  const to = accounts.adjustments;
  if (prepaid > 0n) {
    const lot = addLot(books, 'prepaid', row.id, { credits: prepaid, money: 0n });
    move(postings, { from: lot.account, to, credits: prepaid, money: 0n });
  } else takePrepaid(books, -prepaid, postings, to);
  if (included === 0n) return postings;
  const lot = books.included ?? addLot(books, 'included', dateOf(books, row), { credits: 0n, money: 0n });
  if (included > 0n) {
    extend(lot, included);
    move(postings, { from: lot.account, to, credits: included, money: 0n });
  } else move(postings, { from: to, to: lot.account, ...release(lot, -included) });
  return postings;
}

/** The dropped fraction reverses revenue of the month that closes; the whole credits become a claim. @rule R12 */
function closeFlex(books: Books, row: LedgerRow, line: ChargedLine | null): { dropped: Posting[]; billed: Posting[] } {
  const { flex } = books;
  const credits = rowAmount(row.flex);
  const money = line?.amount ?? 0n;
  assert(flex.credits === rowAmount(row.credits), 'the Flex of a month is what its rows drew');
  assert(flex.money >= money, 'no more Flex is billed than was used');
  const dropped: Posting[] = [];
  const billed: Posting[] = [];
  const rest = { credits: flex.credits - credits, money: flex.money - money };
  move(dropped, { from: accounts.unbilledFlex, to: accounts.flex, ...rest });
  move(billed, { from: accounts.unbilledFlex, to: accounts.receivable, credits: 0n, money });
  move(billed, { from: accounts.unbilledFlex, to: accounts.billedFlex, credits, money: 0n });
  books.flex = { credits: 0n, money: 0n };
  return { dropped, billed };
}

function includedLot({ included }: Books): DeferredLot {
  assert(included !== null, 'included credits come from a grant');
  return included;
}

function dateOf({ terms }: Books, row: LedgerRow): string {
  return formatLocalDate(Date.parse(row.at), terms.zone);
}

function value({ credits, money }: Value): Value {
  return { credits, money };
}
