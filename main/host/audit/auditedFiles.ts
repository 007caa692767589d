import type { AuditInput } from '../../../shared/audit/audit.ts';
import type { AuditReport } from '../../../shared/audit/report.ts';
import type { LedgerBlocks } from '../../workers/ledgerBlocks.ts';
import type { Where } from '../threads/whereItFits.ts';
import type { SourceControls } from './controlTotals.ts';
import type { AuditedFile } from './readText.ts';
import type { BadRowOfFile } from './unreadRows.ts';

/** The files of one audit. At least one of ledger and invoices, and usage where there is no ledger. */
export interface AuditFiles extends Where {
  readonly terms: AuditedFile;
  readonly usage: AuditedFile | null;
  readonly ledger: AuditedFile | null;
  readonly invoices: AuditedFile | null;
  /** The rows of the ledger, where they are already being read. */
  readonly ahead?: Promise<LedgerBlocks | null> | null;
  /** How a foreign export is read; our own formats need none. */
  readonly map?: AuditedFile | null;
  /** A head of the ledger's chain that was kept from earlier. */
  readonly head: string | null;
  /** How long explanations may be looked for. */
  readonly searchMs: number;
  /** Whether the rows are looked at once the audit is made. */
  readonly keepRows: boolean;
  readonly progress: (step: string) => void;
  /** Throws where nobody waits for the audit any more. */
  readonly check?: () => void;
}

/** What an audit of files came to. With bad rows the rest was audited, and the report says what was left out. */
export interface AuditedFiles {
  readonly report: AuditReport;
  /** At most 200 a file. */
  readonly badRows: readonly BadRowOfFile[];
  readonly badRowCount: number;
  readonly controls: SourceControls;
  /** What was audited, as it was read. */
  readonly input: AuditInput;
}
