import { journalTerms } from '../../../shared/engine/journalTerms.ts';
import { statement } from '../../../shared/engine/statement.ts';
import type { ExportHead } from '../../../shared/interchange/exporters/exportHead.ts';
import { ledgerWorkbook } from '../../../shared/interchange/exporters/ledgerWorkbook.ts';
import { accountBalances } from '../../../shared/ledger/balances.ts';
import { openJournal } from '../../../shared/ledger/postings.ts';
import { rollForward } from '../../../shared/ledger/rollForward.ts';
import type { LedgerRow } from '../../../shared/ledger/row.ts';
import { countRow, ledgerChecks, rowTotals } from './ledgerChecks.ts';
import type { ReplayedLedger } from './replayLedger.ts';

/** A ledger as XLSX, piece by piece: its rows are booked as they pass, and what they came to follows them. */
export function workbookPieces({ manifest, run, rows }: ReplayedLedger, head: ExportHead): AsyncGenerator<Uint8Array> {
  const { start, end, zone } = run.program;
  const journal = openJournal(journalTerms(run));
  const balances = accountBalances();
  const forward = rollForward({ from: start, until: end }, zone);
  const totals = rowTotals();
  async function* booked(): AsyncGenerator<readonly LedgerRow[]> {
    for await (const batch of rows()) {
      for (const row of batch) {
        countRow(totals, row);
        for (const transaction of journal.post(row)) {
          balances.add(transaction);
          forward.add(transaction);
        }
      }
      yield batch;
    }
  }
  const months = () => forward.rows(journal.finish());
  const checks = () => {
    return ledgerChecks({ run, manifestRows: manifest.rows, totals, balances, lots: journal.lots, months: months() });
  };
  const { invoices } = statement(run);
  return ledgerWorkbook({ head, scenario: manifest.scenario, rows: booked(), invoices, months, checks });
}
