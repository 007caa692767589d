import type { AuditRule } from '../auditRule.ts';

/** Two usage events are alike but for their id. */
export const nearDuplicate: AuditRule = {
  code: 'near-duplicate',
  rule: 'R23',
  severity: 'warning',
  name(found) {
    if (found.kind !== 'identity' || found.what !== 'alike') return null;
    const message = `The event is like row ${found.first} in time, meter and amount: it may have been recorded twice.`;
    return { expected: 'events that differ', actual: found.id, credits: found.credits, message };
  },
};
