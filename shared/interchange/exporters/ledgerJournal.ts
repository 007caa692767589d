import { formatFixed } from '../../base/decimal.ts';
import type { ExportHead } from './exportHead.ts';
import { creditCommodity, type JournalWriter } from './journalText.ts';
import { plainJournal } from './plainJournal.ts';

/** A journal for ledger: accounts and commodities are declared, so that `ledger --pedantic` passes. */
export function ledgerJournal(head: ExportHead): JournalWriter {
  const money = formatFixed(1000n * 10n ** BigInt(head.minorDigits), head.minorDigits);
  const declare = (commodity: string, sample: string) => `commodity ${commodity}\n    format ${sample} ${commodity}\n`;
  return plainJournal(head, declare(head.currency, money) + declare(creditCommodity, '1000.000000000'));
}
