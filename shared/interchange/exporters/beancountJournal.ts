import { dayMs } from '../../calendar/month.ts';
import { headFacts, type ExportHead } from './exportHead.ts';
import {
  closingPostings,
  fullAmount,
  journalComments,
  journalTitle,
  laterDate,
  type JournalWriter,
} from './journalText.ts';

/** A journal for beancount: accounts are opened on the day of their first posting, balances checked on the day after the last. */
export function beancountJournal(head: ExportHead): JournalWriter {
  const opened = new Set<string>();
  let last = '';
  const open = (accounts: readonly string[], date: string): string => {
    const added = [...new Set(accounts)].filter((account) => !opened.has(account));
    for (const account of added) opened.add(account);
    return added.map((account) => `${date} open ${account}\n`).join('');
  };
  return {
    start: () =>
      `${journalComments(head)}\noption "title" ${quoted(head.name)}\noption "operating_currency" "${head.currency}"\n\n${facts(head)}\n`,
    transaction(transaction) {
      const { date, row, postings } = transaction;
      last = laterDate(date, last);
      const legs = postings.map((posting) => `  ${posting.account}  ${fullAmount(posting, head)}\n`);
      const accounts = postings.map(({ account }) => account);
      return `${open(accounts, date)}${date} * ${quoted(journalTitle(transaction))}\n  row: ${row}\n${legs.join('')}\n`;
    },
    end(balances, until) {
      const date = dayAfter(laterDate(until, last));
      return closingPostings(balances)
        .map((posting) => `${date} balance ${posting.account}  ${fullAmount(posting, head)}\n`)
        .join('');
    },
  };
}

function facts(head: ExportHead): string {
  const date = head.from.slice(0, 10);
  return headFacts(head)
    .map(([label, fact]) => `${date} custom "drawdown" "${label}" ${quoted(String(fact))}\n`)
    .join('');
}

function quoted(text: string): string {
  return `"${text.replace(/\p{C}/gu, '·').replace(/["\\]/g, '\\$&')}"`;
}

function dayAfter(date: string): string {
  return new Date(Date.parse(date) + dayMs).toISOString().slice(0, 10);
}
