import { formatFixed } from '../../base/decimal.ts';
import { formatCredits } from '../../base/credits.ts';
import { formatMoney } from '../../base/money.ts';
import type { AccountBalances } from '../../ledger/balances.ts';
import type { Posting, Transaction } from '../../ledger/transaction.ts';
import { headFacts, type ExportHead } from './exportHead.ts';

/** Writes a journal as text: a head, one transaction after the other, and the balances that it must end in. */
export interface JournalWriter {
  start(): string;
  transaction(transaction: Transaction): string;
  /** Assertions of every balance, which the program that reads the journal checks. `until` is the horizon's end, a local date. */
  end(balances: AccountBalances, until: string): string;
}

/** The commodity that counts credits. */
export const creditCommodity = 'CREDITS';

/** Letters, digits and harmless marks of a text on one line; whatever a journal program could take for its own is a `·`. */
export function journalWord(text: string): string {
  return text.replace(/[^\p{L}\p{N} ._/#@+=-]/gu, '·').replace(/ {2,}/g, ' ');
}

/** What a transaction is about: `use job-1 training`, `grant, invoice 2`. */
export function journalTitle({ kind, id, meter, invoice }: Transaction): string {
  const words = [kind, id, meter].filter((word) => word !== '').map(journalWord);
  return invoice === null ? words.join(' ') : `${words.join(' ')}, invoice ${invoice}`;
}

/** The head as comment lines. */
export function journalComments(head: ExportHead): string {
  const facts = headFacts(head).map(([label, fact]) => `; ${label}: ${journalFact(String(fact))}\n`);
  return `; Double entries of a Drawdown ledger: money in ${head.currency}, credits in ${creditCommodity}\n${facts.join('')}`;
}

/** An amount with its commodity: `-12.50 USD`, `3.25 CREDITS`. */
export function journalAmount({ commodity, amount }: Pick<Posting, 'commodity' | 'amount'>, head: ExportHead): string {
  if (commodity === 'credits') return `${formatCredits(amount)} ${creditCommodity}`;
  return `${formatMoney(amount, head.minorDigits)} ${head.currency}`;
}

/** As `journalAmount`, with all nine decimals of credits: programs take the digits written for the precision meant. */
export function fullAmount({ commodity, amount }: Pick<Posting, 'commodity' | 'amount'>, head: ExportHead): string {
  if (commodity === 'money') return journalAmount({ commodity, amount }, head);
  return `${formatFixed(amount, 9)} ${creditCommodity}`;
}

/** What accounts hold at the end, one posting for each commodity that they were posted in. */
export function closingPostings(balances: AccountBalances): Posting[] {
  return balances.all().flatMap(([account, { money, credits }]) => [
    { account, commodity: 'money' as const, amount: money },
    { account, commodity: 'credits' as const, amount: credits },
  ]);
}

/** The later of two local dates. */
export function laterDate(one: string, other: string): string {
  return one > other ? one : other;
}

function journalFact(text: string): string {
  return text.replace(/[^\p{L}\p{N} ._/:#@+=-]/gu, '·');
}
