import { assert } from '../base/assert.ts';
import { accounts } from './accounts.ts';
import { extend, release, type Value } from './deferredLot.ts';
import { addLot, dateOf, flexValue, includedLot, takePrepaid, type Books, type ChargedLine } from './journalBooks.ts';
import type { LedgerRow } from './row.ts';
import { rowAmount } from './rowAmount.ts';
import { move, type Posting } from './transaction.ts';

/** What was owed and accrued before the first row. @rule R27 */
export function opening(books: Books, row: LedgerRow): Posting[] {
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

/** A cycle's credits, owed for its fee; a fee that pays for none is earned at once. @rule R5 R6 */
export function grant(books: Books, row: LedgerRow, line: ChargedLine | null): Posting[] {
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

/** A lot, owed for its price. @rule R8 */
export function purchase(books: Books, row: LedgerRow, line: ChargedLine | null): Posting[] {
  const credits = rowAmount(row.prepaid);
  const money = line?.amount ?? 0n;
  const postings: Posting[] = [];
  const { account } = addLot(books, 'prepaid', row.id, { credits, money });
  move(postings, { from: account, to: accounts.receivable, credits: 0n, money });
  move(postings, { from: account, to: accounts.purchased, credits, money: 0n });
  return postings;
}

/** Draws release what was deferred; Flex accrues. @rule R21 */
export function use(books: Books, row: LedgerRow): Posting[] {
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

/** What is left of a grant lapses: breakage. @rule R5 R7 R14 */
export function lapse(books: Books, row: LedgerRow): Posting[] {
  const lot = includedLot(books);
  const gone = -rowAmount(row.included);
  assert(gone === lot.credits, 'a lapse takes all that is left');
  const postings: Posting[] = [];
  const from = row.kind === 'expire' ? accounts.expired : accounts.forfeited;
  move(postings, { from, to: lot.account, ...release(lot, gone) });
  return postings;
}

/** Credits given are owed at no price; credits taken away release what was deferred for them. @rule R26 */
export function adjust(books: Books, row: LedgerRow): Posting[] {
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
export function closeFlex(
  books: Books,
  row: LedgerRow,
  line: ChargedLine | null,
): { dropped: Posting[]; billed: Posting[] } {
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

function value({ credits, money }: Value): Value {
  return { credits, money };
}
