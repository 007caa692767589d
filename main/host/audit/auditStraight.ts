import { ok } from '../../../shared/base/result.ts';
import { straightReport } from '../../../shared/audit/straight/straightReport.ts';
import type { AuditTerms } from '../../../shared/audit/terms.ts';
import type { Ports } from '../../platform/ports.ts';
import type { AuditedFiles, AuditFiles } from './auditedFiles.ts';
import { progressOf } from './auditProgress.ts';
import { bothControls, controlsOf } from './controlTotals.ts';
import { readInvoices } from './readInvoices.ts';
import { auditFileStraight } from './straightFile.ts';
import { badRowsOf, unreadOf } from './unreadRows.ts';

/**
 * The audit of a ledger in a form of our own that is right in every row, which is made without keeping its rows. Null for every other:
 * only the audit that keeps them can say what is the matter.
 */
export async function auditStraight(ports: Ports, files: AuditFiles, terms: AuditTerms): Promise<AuditedFiles | null> {
  const { ledger, ahead = null, invoices: billed, usage, map, head, keepRows } = files;
  if (!ledger || 'chunks' in ledger || (usage && 'chunks' in usage) || map || keepRows) return null;
  const read = await auditFileStraight(ports, { ledger, ahead, usage, head }, terms, progressOf(files.progress));
  if (!read) return null;
  const invoices = billed ? await readInvoices(ports, billed, { ...files, terms, mapping: null }) : ok(null);
  if (!invoices.ok) return null;
  const badRows = badRowsOf(billed, invoices.value?.badRows);
  const lines = invoices.value?.lines ?? null;
  const unread = unreadOf({ badRows: badRows.length, ofRecord: 0, otherColumns: [] });
  const rest = { goesOn: () => true, progress: files.progress };
  const input = { terms, ledger: null, record: null, invoices: lines, chain: null, unread, ...rest };
  const imported = controlsOf(input);
  const report = straightReport(read.ledger, input);
  if (!report) return null;
  const controls = { ...read.controls, ...bothControls(imported, controlsOf(input)) };
  return { report, badRows, badRowCount: badRows.length, controls, input };
}
