import { exceptionsOf, type AuditException } from '../../../../shared/audit/exceptions.ts';
import type { Papers } from '../readPapers.ts';
import { judgementOf } from './auditDesk.ts';

/** The exceptions of an audit, with what its papers say of them. */
export function exceptionsOfAudit({ audit: { audited }, papers, desk }: Papers): AuditException[] {
  const marks = judgementOf(audited, desk.thresholds)?.marks.findings ?? [];
  return exceptionsOf({ findings: audited.report.findings, marks, papers, ticks: desk.ticks });
}
