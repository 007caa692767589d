import { assert } from '../base/assert.ts';
import { formatLocalDate } from '../calendar/instant.ts';
import { adjust, closeFlex, grant, lapse, opening, purchase, use } from './bookRow.ts';
import type { DeferredLot } from './deferredLot.ts';
import { openBooks, type Books, type ChargedLine, type JournalTerms } from './journalBooks.ts';
import type { LedgerRow } from './row.ts';
import { assertBalanced, type Posting, type Transaction, type TransactionKind } from './transaction.ts';

/** Books the rows of a ledger one by one, in order. */
export interface Journal {
  /** The transactions of the next row; none where it moves nothing. */
  post(row: LedgerRow): readonly Transaction[];
  /** Asserts that every invoice line was booked. Gives the lots as they stand. */
  finish(): readonly DeferredLot[];
  /** Every lot so far, in the order of its first credits. */
  readonly lots: readonly DeferredLot[];
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
