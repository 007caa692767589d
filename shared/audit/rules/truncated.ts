import type { AuditRule } from '../auditRule.ts';

/** The end of the ledger is gone. */
export const truncated: AuditRule = {
  code: 'truncated',
  rule: 'chain',
  severity: 'error',
  name(found) {
    if (found.kind !== 'chain' || found.status !== 'truncated') return null;
    return { expected: 'all rows', actual: found.status, message: found.found };
  },
};
