import { formatLocalDate } from '../../../shared/calendar/instant.ts';
import { journalTerms } from '../../../shared/engine/journalTerms.ts';
import type { JournalWriter } from '../../../shared/interchange/exporters/journalText.ts';
import { accountBalances } from '../../../shared/ledger/balances.ts';
import { openJournal } from '../../../shared/ledger/postings.ts';
import { rollForward, type LotMonth } from '../../../shared/ledger/rollForward.ts';
import { textBlock } from '../../store/textBlock.ts';
import type { ReplayedLedger } from './replayLedger.ts';

/** A ledger as a journal, piece by piece. */
export async function* journalPieces({ run, rows }: ReplayedLedger, writer: JournalWriter): AsyncGenerator<Uint8Array> {
  const journal = openJournal(journalTerms(run));
  const balances = accountBalances();
  const block = textBlock();
  block.add(writer.start());
  for await (const batch of rows()) {
    for (const row of batch) {
      for (const transaction of journal.post(row)) {
        balances.add(transaction);
        block.add(writer.transaction(transaction));
      }
    }
    yield block.take();
  }
  journal.finish();
  block.add(writer.end(balances, formatLocalDate(run.program.end, run.program.zone)));
  yield block.take();
}

/** The roll-forward of a ledger's lots. */
export async function rollForwardOf({ run, rows }: ReplayedLedger): Promise<readonly LotMonth[]> {
  const journal = openJournal(journalTerms(run));
  const { start, end, zone } = run.program;
  const forward = rollForward({ from: start, until: end }, zone);
  for await (const batch of rows()) {
    for (const row of batch) for (const transaction of journal.post(row)) forward.add(transaction);
  }
  return forward.rows(journal.finish());
}
