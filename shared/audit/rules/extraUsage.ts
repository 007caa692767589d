import type { AuditRule } from '../auditRule.ts';

/** A usage row is not in the independent record. */
export const extraUsage: AuditRule = {
  code: 'extra-usage',
  rule: 'R20',
  severity: 'error',
  name(found) {
    if (found.kind !== 'identity' || found.what !== 'not-recorded') return null;
    const message = `The usage record does not have the event ${found.id}.`;
    return { expected: 'no such event', actual: found.id, credits: found.credits, message };
  },
};
