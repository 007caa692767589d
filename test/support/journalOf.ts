import { journalTerms } from '../../shared/engine/journalTerms.ts';
import type { Run } from '../../shared/engine/outcome.ts';
import { ledgerRows } from '../../shared/engine/rows.ts';
import { accountBalances, type AccountBalances } from '../../shared/ledger/balances.ts';
import type { DeferredLot } from '../../shared/ledger/deferredLot.ts';
import { openJournal } from '../../shared/ledger/postings.ts';
import { rollForward, type LotMonth } from '../../shared/ledger/rollForward.ts';
import type { Transaction } from '../../shared/ledger/transaction.ts';

/** The journal of a run, booked whole. */
export interface BookedJournal {
  readonly transactions: readonly Transaction[];
  readonly balances: AccountBalances;
  readonly lots: readonly DeferredLot[];
  readonly months: readonly LotMonth[];
}

/** Books every row of a run. */
export function journalOf(run: Run): BookedJournal {
  const journal = openJournal(journalTerms(run));
  const balances = accountBalances();
  const forward = rollForward({ from: run.program.start, until: run.program.end }, run.program.zone);
  const transactions = [...ledgerRows(run)].flatMap((row) => journal.post(row));
  for (const transaction of transactions) {
    balances.add(transaction);
    forward.add(transaction);
  }
  const lots = journal.finish();
  return { transactions, balances, lots, months: forward.rows(lots) };
}
