import { formatFixed } from '../../base/decimal.ts';
import type { ExportHead } from './exportHead.ts';
import { creditCommodity, type JournalWriter } from './journalText.ts';
import { plainJournal } from './plainJournal.ts';

/** A journal for hledger: accounts and commodities are declared, so that `hledger check --strict` passes. */
export function hledgerJournal(head: ExportHead): JournalWriter {
  const money = formatFixed(1000n * 10n ** BigInt(head.minorDigits), head.minorDigits);
  const sample = head.minorDigits === 0 ? `${money}.` : money;
  const commodities = `decimal-mark .\ncommodity ${sample} ${head.currency}\ncommodity 1000.000000000 ${creditCommodity}\n`;
  return plainJournal(head, commodities);
}
