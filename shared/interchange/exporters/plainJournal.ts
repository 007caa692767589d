import type { ExportHead } from './exportHead.ts';
import {
  closingPostings,
  fullAmount,
  journalAmount,
  journalComments,
  journalTitle,
  laterDate,
  type JournalWriter,
} from './journalText.ts';

/** A journal in the syntax that hledger and ledger share; `commodities` are the declarations that they do not. */
export function plainJournal(head: ExportHead, commodities: string): JournalWriter {
  const declared = new Set<string>();
  let last = '';
  const declare = (accounts: readonly string[]): string => {
    const added = [...new Set(accounts)].filter((account) => !declared.has(account));
    for (const account of added) declared.add(account);
    return added.length === 0 ? '' : `${added.map((account) => `account ${account}\n`).join('')}\n`;
  };
  return {
    start: () => `${journalComments(head)}\n${commodities}\n`,
    transaction(transaction) {
      const { date, row, postings } = transaction;
      last = laterDate(date, last);
      const legs = postings.map((posting) => `    ${posting.account}  ${journalAmount(posting, head)}\n`);
      const accounts = declare(postings.map(({ account }) => account));
      return `${accounts}${date} * (${row}) ${journalTitle(transaction)}\n${legs.join('')}\n`;
    },
    end(balances, until) {
      const closing = closingPostings(balances);
      if (closing.length === 0) return '';
      const legs = closing.map(({ account, commodity, amount }) => {
        const nothing = journalAmount({ commodity, amount: 0n }, head);
        return `    ${account}  ${nothing} = ${fullAmount({ commodity, amount }, head)}\n`;
      });
      return `${laterDate(until, last)} * closing balances, asserted\n${legs.join('')}`;
    },
  };
}
