import type { AuditRule } from '../auditRule.ts';

/** Two usage events have one id. */
export const duplicateId: AuditRule = {
  code: 'duplicate-id',
  rule: 'R23',
  severity: 'error',
  name(found) {
    if (found.kind !== 'identity' || found.what !== 'twice') return null;
    const message = `The usage event ${found.id} stands twice: first in row ${found.first}.`;
    return { expected: 'one usage event of that id', actual: found.id, credits: found.credits, message };
  },
};
