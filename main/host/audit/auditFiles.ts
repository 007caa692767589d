import { ok, type Result } from '../../../shared/base/result.ts';
import type { Ports } from '../../platform/ports.ts';
import type { AuditedFiles, AuditFiles } from './auditedFiles.ts';
import type { AuditFailure } from './auditFailure.ts';
import { auditStraight } from './auditStraight.ts';
import { readTerms } from './readTerms.ts';

/** Reads the files of an audit, never writing to them, and audits. */
export async function auditFiles(ports: Ports, files: AuditFiles): Promise<Result<AuditedFiles, AuditFailure>> {
  const terms = await readTerms(ports, files.terms, files);
  if (!terms.ok) return terms;
  const straight = await auditStraight(ports, files, terms.value);
  if (straight) return ok(straight);
  // Loading it takes a tenth of the time that a million rows do, and most ledgers are right.
  const { auditKeptRows } = await import('./auditKeptRows.ts');
  return auditKeptRows(ports, files, terms.value);
}
