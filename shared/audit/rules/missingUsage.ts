import type { AuditRule } from '../auditRule.ts';

/** An event of the independent record has no row. */
export const missingUsage: AuditRule = {
  code: 'missing-usage',
  rule: 'R20',
  severity: 'error',
  name(found) {
    if (found.kind !== 'identity' || found.what !== 'not-shown') return null;
    const message = `No row shows the event ${found.id} of the usage record (line ${found.first}).`;
    return { expected: found.id, actual: 'no row', credits: -found.credits, message };
  },
};
